import type { Reason } from '../../model/advice.ts';
import type { Explanation } from '../../model/explanation.ts';
import { listed, type Names } from '../words/names.ts';

/** What a reason is about: `in general` for what everybody cares about, else the question in a few words. */
export function reasonTitle(reason: Reason, names: Names): string {
  return reason === 'base' ? 'in general' : names.questionTitle(reason.question);
}

/** A reason with the answer: `Number of teams: "Three or four"`; every answer does where the choice is absent. */
export function reasonWords(reason: Reason, names: Names): string {
  const title = reasonTitle(reason, names);
  if (reason === 'base') return title;
  const { question, choice } = reason;
  return withAnswer(
    title,
    choice === undefined ? 'any answer' : labelWords(question, choice, names),
  );
}

/** A question and an answer: `Number of teams: "Three or four"`; no colon follows a question mark. */
export function withAnswer(title: string, answer: string): string {
  return `${title}${title.endsWith('?') ? '' : ':'} ${answer}`.trim();
}

/** A sentence that ends with questions: no full stop follows a question mark. */
export function stopped(sentence: string): string {
  return sentence.endsWith('?') ? sentence : `${sentence}.`;
}

/** A given answer in words: `Kind of data: "Related records" and "Large files"`, or a number with its unit. */
export function answerWords(id: string, answers: Explanation['answers'], names: Names): string {
  const choices = [answers[id] ?? []]
    .flat()
    .map((each) =>
      typeof each === 'number' ? withUnit(each, names.unit(id)) : labelWords(id, each, names),
    );
  return withAnswer(names.questionTitle(id), listed(choices, 'and'));
}

/** `300 GB`, `99.9%` */
export function withUnit(number: number | string, unit: string): string {
  return `${number}${unit === '%' ? '' : ' '}${unit}`.trim();
}

/** The label of a choice in quotation marks, as it is a whole phrase. */
export function labelWords(question: string, choice: string, names: Names): string {
  return `"${names.choice(question, choice)}"`;
}

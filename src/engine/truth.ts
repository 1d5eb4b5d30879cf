import type { Answers } from '../model/answers.ts';
import type { Question } from '../model/question.ts';
import { legalAnswers } from './legal-answers.ts';
import { fulfils, type Part } from './terms.ts';

/** Over all completions of the answers. */
export type Truth = 'always' | 'sometimes' | 'never';

/** Whether the answer to a question fulfils a part; an open question is tried with every legal answer. */
export function truthOfPart(part: Part, question: Question | undefined, answers: Answers): Truth {
  if (question === undefined) return 'never';
  const answer = answers.get(part.question);
  if (answer) return fulfils(answer.choices, part) ? 'always' : 'never';
  const classes = legalAnswers(question, { qualities: [], parts: [part] });
  return oneOf(classes.map(({ choices }) => fulfils(choices, part)));
}

/** All of them hold; exact where they hang on different questions. */
export function allHold(truths: readonly Truth[]): Truth {
  if (truths.includes('never')) return 'never';
  return truths.every((truth) => truth === 'always') ? 'always' : 'sometimes';
}

/** The truth of a statement by its value in each case. */
export function oneOf(values: readonly boolean[]): Truth {
  if (values.every(Boolean)) return 'always';
  return values.some(Boolean) ? 'sometimes' : 'never';
}

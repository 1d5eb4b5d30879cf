import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Implication, Question } from '../../src/model/question.ts';
import { legalSets } from './engine-legal-sets.ts';

/**
 * The legal answers to a question under some given ones (docs/model.md, "Implied answers"): each implication in turn, left
 * out where it would leave nothing. A given answer stays what it is.
 */
export function legalUnder(
  knowledge: KnowledgeBase,
  question: Question,
  answers: Answers,
): readonly (readonly string[])[] {
  const { legal } = narrowedBy(knowledge, question, answers);
  return legal;
}

/** The knowledge without the implications that count for nothing under some answers. */
export function withoutDropped(knowledge: KnowledgeBase, answers: Answers): KnowledgeBase {
  const dropped = [...knowledge.questions.values()].flatMap(
    (question) => narrowedBy(knowledge, question, answers).dropped,
  );
  const implications = knowledge.implications.filter((each) => !dropped.includes(each));
  return { ...knowledge, implications };
}

function narrowedBy({ implications }: KnowledgeBase, question: Question, answers: Answers) {
  const given = answers.get(question.id);
  let legal: readonly (readonly string[])[] = given ? [given.choices] : legalSets(question);
  const dropped: Implication[] = [];
  for (const each of implications.filter((one) => one.question === question.id)) {
    const holds = each.condition.terms.every(({ subject, choices }) =>
      answers.get(subject)?.choices.some((choice) => choices.includes(choice)),
    );
    if (!holds) continue;
    const left = legal.filter(([choice = '']) => each.choices.includes(choice));
    if (left.length === 0) dropped.push(each);
    else legal = left;
  }
  return { legal, dropped };
}

import type { ContradictoryAnswers } from '../../model/advice.ts';
import type { Answers } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { fulfils, partsOf } from './parts.ts';

/** The answers that contradict each other, in the order of the document; what is open contradicts nothing. */
export function contradictionsIn(
  { contradictions }: KnowledgeBase,
  answers: Answers,
): ContradictoryAnswers[] {
  return contradictions.flatMap(({ condition, because, instead, place: { file, line } }) => {
    const parts = partsOf(condition);
    const holds = parts.every((part) => fulfils(answers.get(part.question)?.choices ?? [], part));
    if (!holds) return [];
    const questions = parts.map(({ question }) => question);
    return [{ condition: condition.text, questions, because, instead, file, line }];
  });
}

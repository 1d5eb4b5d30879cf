import type { ContradictoryAnswers, NotCovered } from '../../model/advice.ts';
import type { Answers } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { answersThatHold } from './answers-that-hold.ts';
import { impossibleIn } from './implied-answers.ts';

/**
 * The answers that contradict each other, in the order of the document, then those that contradict what others imply; what is
 * open contradicts nothing.
 */
export function contradictionsIn(
  knowledge: KnowledgeBase,
  answers: Answers,
): ContradictoryAnswers[] {
  const stated = knowledge.contradictions.flatMap(({ condition, place, because, instead }) => {
    const held = answersThatHold({ ...condition, place }, answers);
    return held ? [{ ...held, because, instead }] : [];
  });
  return [...stated, ...impossibleIn(knowledge, answers)];
}

/** The limits of the knowledge that the answers go beyond, in the order of the document; what is open goes beyond none. */
export function notCoveredIn({ notCovered }: KnowledgeBase, answers: Answers): NotCovered[] {
  return notCovered.flatMap(({ condition, place, what, instead }) => {
    const held = answersThatHold({ ...condition, place }, answers);
    return held ? [{ ...held, what, instead }] : [];
  });
}

import type { DecisionAdvice } from '../../model/advice.ts';
import type { Answers, Pins } from '../../model/answers.ts';
import type { SufficientAnswers } from '../../model/explanation.ts';
import type { KnowledgeBase } from '../../model/knowledge-base.ts';
import { pickerOf } from '../picker.ts';
import { questionsTouching } from '../touching.ts';
import { smallestSets } from './smallest-sets.ts';

/** More sets than this are counted, not listed. */
const MOST_LISTED = 5;

/** What is given: answers, and pins, which stay. */
export interface Given {
  readonly answers: Answers;
  readonly pins: Pins;
}

/**
 * The smallest sets of the given answers that lead to the same proved pick, whatever the others were (MODEL.md, section
 * 5); undefined where the decision is open. Tied, infeasible and not applicable count as proved.
 */
export function sufficientAnswers(
  knowledge: KnowledgeBase,
  { id, status, recommended }: Pick<DecisionAdvice, 'id' | 'status' | 'recommended'>,
  { answers, pins }: Given,
): SufficientAnswers | undefined {
  if (status === 'open') return undefined;
  const picker = pickerOf(knowledge, id, pins);
  const touching = questionsTouching(knowledge, id).filter((question) => answers.has(question));
  const isSame = (questions: readonly string[]) => {
    const pick = picker(only(answers, questions));
    return pick.status === status && pick.recommended.join() === recommended.join();
  };
  const { sets, isComplete } = smallestSets(touching, isSame);
  return {
    size: sets[0]?.length ?? 0,
    sets: sets.length > MOST_LISTED ? sets.slice(0, 1) : sets,
    count: sets.length,
    ...(!isComplete && { searchGivenUp: true }),
  };
}

function only(answers: Answers, questions: readonly string[]): Answers {
  return new Map([...answers].filter(([id]) => questions.includes(id)));
}

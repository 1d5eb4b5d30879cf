import type { DecisionAdvice, Reason } from './advice.ts';

/** So few decisions are all shown, whether there is something to say or not. */
export const FEW_DECISIONS = 3;

/** Whether there is something to say: a decision at its baseline that no answer moves needs no words. */
export function saysSomething(decision: DecisionAdvice): boolean {
  if (decision.below !== undefined) return false;
  if (decision.applies !== 'yes') return false;
  if (decision.status !== 'settled' && decision.status !== 'open') return true;
  return decision.ranking.some(
    ({ contributions, excludedBy }) =>
      contributions.some(({ because }) => because.some(isAnswer)) ||
      excludedBy.some(({ state }) => state === 'certain'),
  );
}

function isAnswer(reason: Reason): boolean {
  return reason !== 'base' && reason.choice !== undefined;
}

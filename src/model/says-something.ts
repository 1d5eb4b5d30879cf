import type { DecisionAdvice } from './advice.ts';

/** So few decisions are all told, whether there is something to tell or not. */
export const FEW_DECISIONS = 3;

/** Whether there is something to tell: what is at its baseline only because nothing was said that moves it needs no words. */
export function saysSomething(decision: DecisionAdvice): boolean {
  if (decision.below !== undefined) return false;
  if (decision.status === 'not-applicable' || decision.mayNotApply) return false;
  if (decision.status !== 'settled' && decision.status !== 'open') return true;
  return decision.ranking.some(
    ({ contributions, excludedBy }) =>
      contributions.some(({ because }) => because.some((reason) => reason.includes('='))) ||
      excludedBy.some(({ state }) => state === 'certain'),
  );
}

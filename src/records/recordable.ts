import type { DecisionAdvice } from '../model/advice.ts';
import type { NotRecorded } from '../model/record.ts';

/** Why a decision is not recorded; undefined if it can be. One that is named may turn out not to be needed. */
export function notRecorded(
  { id, status, applies, recommended }: DecisionAdvice,
  isNamed: boolean,
): NotRecorded | undefined {
  const left = (because: NotRecorded['because'], between: readonly string[] = []) => ({
    ...{ decision: id, because, between },
  });
  if (status === 'tied') return left('tied', recommended);
  if (status === 'infeasible') return left('infeasible');
  if (status === 'not-applicable' || applies === 'no') return left('not-applicable');
  return applies === 'undecided' && !isNamed ? left('undecided') : undefined;
}

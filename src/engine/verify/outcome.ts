import { likelihoodOf } from '../../common/likelihood.ts';
import type { Outcome, RecordedVerdict } from '../../model/verification.ts';

/** What became of a decision. A tie with the recorded pick among the first is less certain, not another pick. */
export function outcomeOf(before: RecordedVerdict, after: RecordedVerdict): Outcome {
  if (after.status === 'infeasible' && before.status !== 'infeasible') return 'not-decidable';
  if (!isSamePick(before, after) && !isTiedWith(before, after)) return 'pick-changed';
  return isSameVerdict(before, after) ? 'unchanged' : 'certainty-changed';
}

export function isSamePick(one: RecordedVerdict, other: RecordedVerdict): boolean {
  return pickOf(one) === pickOf(other);
}

function pickOf({ status, recommended }: RecordedVerdict): string {
  return recommended.length === 0 ? status : recommended.toSorted().join();
}

function isTiedWith(before: RecordedVerdict, after: RecordedVerdict): boolean {
  const { status, recommended } = after;
  return (
    status === 'tied' &&
    before.recommended.length > 0 &&
    before.recommended.every((id) => recommended.includes(id))
  );
}

/** The same pick, as certain: settled or open, likely or not, firm or not, and it applies as certainly. */
export function isSameVerdict(one: RecordedVerdict, other: RecordedVerdict): boolean {
  return isSamePick(one, other) && certaintyOf(one) === certaintyOf(other);
}

function certaintyOf({ status, applies, share, firm }: RecordedVerdict): string {
  const likelihood = share === undefined ? '' : likelihoodOf(share);
  return [status, applies, likelihood, firm ?? ''].join();
}

import { largest } from '../common/lists.ts';
import type { Topic } from '../model/interview.ts';
import type { Standing } from '../model/outlook.ts';

const ALL = 1_000;

/** The part of the picks that are expected to stay as they are, in thousandths; 1,000 where there are none. */
export function expectedToStay(decisions: readonly Standing[]): number {
  return decisions.length === 0 ? ALL : ALL - doubtIn(decisions) / decisions.length;
}

/** How many picks are expected not to stay, in thousandths of one. */
function doubtIn(decisions: readonly Standing[]): number {
  return decisions.reduce((sum, { chance = ALL }) => sum + ALL - chance, 0);
}

/**
 * By how much a question lowers the doubt, in thousandths of a pick: the mean over interviews about all main decisions
 * with the systems that answers were counted by.
 */
const FALL = 220;

/** About how many more questions it takes, at most as many as are left; at least one while any is left. */
export function expectedQuestions(
  decisions: readonly Standing[],
  { enough = ALL }: Topic,
  most: number,
): number {
  const allowed = decisions.length * (ALL - enough);
  const doubt = largest([doubtIn(decisions) - allowed], 0);
  return Math.min(most, Math.max(1, Math.ceil(doubt / FALL)));
}

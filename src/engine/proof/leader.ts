import type { Sheet } from './codes.ts';
import { anyHolds } from './conditions.ts';
import { has } from './dense-table.ts';
import type { Reading } from './reading.ts';
import { isStanding } from './stands.ts';
import { HAVING, WITHOUT } from './winners.ts';

/**
 * The highest S among what stands, the first of equals, as a bit of the table; 0 where nothing stands. A technique leads
 * only where a reason to use it certainly holds, as nothing is assumed of what is not answered.
 */
export function leaderIn(reading: Reading, sheet: Sheet): number {
  const { contest, scores, at } = reading;
  if (!contest.several) return highest(reading, sheet);
  const isNeeded = contest.needs.length === 0 || anyHolds(contest.needs, sheet) === true;
  const isWorthIt = isNeeded && (scores[at + 1] ?? 0) > 0;
  return isWorthIt && isStanding(1, reading, sheet) ? HAVING : WITHOUT;
}

/** What is better is looked at first, as looking costs more than comparing. */
function highest(reading: Reading, sheet: Sheet): number {
  let left = 2 ** reading.width - 1;
  for (;;) {
    const leader = highestAmong(reading, left);
    if (leader < 0) return 0;
    if (isStanding(leader, reading, sheet)) return 1 << leader;
    left &= ~(1 << leader);
  }
}

/** The index of the highest S among some alternatives, given as bits, the first of equals; below 0 where there are none. */
export function highestAmong({ width, scores, at }: Reading, left: number): number {
  let leader = -1;
  for (let index = 0; index < width; index += 1) {
    if (!has(left, index)) continue;
    if (leader < 0 || (scores[at + index] ?? 0) > (scores[at + leader] ?? 0)) leader = index;
  }
  return leader;
}

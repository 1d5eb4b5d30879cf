import type { Sheet } from './codes.ts';
import { anyHolds } from './conditions.ts';
import { has } from './dense-table.ts';
import type { Reading } from './reading.ts';

const WITHOUT = 1;
const HAVING = 2;

/**
 * The highest S among what stands, the first of equals, as a bit of the table; 0 where nothing stands. A technique leads
 * only where a reason to use it certainly holds, as nothing is assumed of what is not answered.
 */
export function leaderIn(reading: Reading, standing: number, sheet: Sheet): number {
  const { contest, scores, at } = reading;
  if (!contest.several) return highest(reading, standing);
  const isNeeded = contest.needs.length === 0 || anyHolds(contest.needs, sheet) === true;
  return isNeeded && has(standing, 1) && (scores[at + 1] ?? 0) > 0 ? HAVING : WITHOUT;
}

function highest({ width, scores, at }: Reading, standing: number): number {
  let [leader, best] = [0, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < width; index += 1) {
    const score = scores[at + index] ?? 0;
    if (!has(standing, index) || score <= best) continue;
    [leader, best] = [1 << index, score];
  }
  return leader;
}

import type { Standing } from '../../model/outlook.ts';
import { has } from '../proof/dense-table.ts';
import type { Reading } from '../proof/reading.ts';

/** By how much the one that is picked leads the next best that may stand; undefined where there are not two. */
export function leadIn(
  readings: readonly Reading[],
  picks: number,
  alternatives: readonly string[],
): Standing['lead'] {
  const [reading, ...others] = readings;
  if (reading === undefined || others.length > 0 || reading.contest.several) return undefined;
  const { contest, out, at, scores } = reading;
  const places = contest.bits.map((bit, place) => ({ bit, place, score: scores[at + place] ?? 0 }));
  const pick = places.find(({ bit }) => bit === picks);
  const [next] = places
    .filter((each) => each !== pick && !has(out, each.place))
    .sort((a, b) => b.score - a.score);
  if (pick === undefined || next === undefined) return undefined;
  const over = alternatives.find((_, index) => next.bit === 1 << index);
  return over === undefined ? undefined : { over, by: pick.score - next.score };
}

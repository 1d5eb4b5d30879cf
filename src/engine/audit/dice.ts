import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A whole number from 0 up to, but not including, `end`; the same numbers in each run. */
export type Dice = (end: number) => number;

export function diceOf(seed: number): Dice {
  const generator = xoroshiro128plus(seed);
  return (end) => uniformInt(generator, 0, end - 1);
}

/** The members in random order. */
export function shuffled<T>(members: readonly T[], dice: Dice): T[] {
  const left = [...members];
  return members.flatMap(() => left.splice(dice(left.length), 1));
}

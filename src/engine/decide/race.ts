import { has } from '../table/masks.ts';
import type { Effect } from '../table/question-columns.ts';

/** Worst cases between alternatives, each question at its worst: of a over b at a × width + b. */
export interface Race {
  readonly leads: readonly number[];
  readonly width: number;
  /** What some answer or condition may rule out, as a mask. */
  readonly mayFall: number;
}

/** Leaves out what another one, which nothing may rule out, leads in the worst case. */
export function unbeaten(among: number, { leads, width, mayFall }: Race): number {
  let left = among;
  for (let a = 0; a < width; a += 1) {
    if (has(among & ~mayFall, a)) left &= ~beatenBy(a, leads, width);
  }
  return left;
}

function beatenBy(a: number, leads: readonly number[], width: number): number {
  let beaten = 0;
  for (let b = 0; b < width; b += 1) {
    if (a !== b && (leads[a * width + b] ?? 0) > 0) beaten |= 1 << b;
  }
  return beaten;
}

/** Takes the most that open conditions can cost from the leads, in place. */
export function loseWithConditions(
  leads: number[] | Int32Array,
  width: number,
  conditions: readonly Pick<Effect, 'alternative' | 'points'>[],
): void {
  for (const { alternative, points } of conditions) {
    for (let other = 0; other < width; other += 1) {
      const pair = points < 0 ? alternative * width + other : other * width + alternative;
      if (other !== alternative) leads[pair] = (leads[pair] ?? 0) - Math.abs(points);
    }
  }
}

/** What some condition may rule out, as a mask. */
export function rulesOutSome(
  conditions: readonly Pick<Effect, 'alternative' | 'rulesOut'>[],
): number {
  let some = 0;
  for (const { alternative, rulesOut } of conditions) if (rulesOut) some |= 1 << alternative;
  return some;
}

/** Those with the highest value that are not ruled out, as a mask. */
export function highestAmong(values: readonly number[], ruledOut: number): number {
  let [winners, highest] = [0, Number.NEGATIVE_INFINITY];
  for (let racer = 0; racer < values.length; racer += 1) {
    const value = values[racer] ?? 0;
    if (has(ruledOut, racer) || value < highest) continue;
    winners = value === highest ? winners | (1 << racer) : 1 << racer;
    highest = value;
  }
  return winners;
}

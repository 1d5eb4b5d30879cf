import type { Digits } from './completion.ts';
import { shuffled } from './dice.ts';
import { randomDigits, type Stage } from './stage.ts';

/** How far some answers are from what is looked for: 0 is found, below is not yet. */
export type Goal = (digits: Digits) => number;

export interface Search {
  readonly goal: Goal;
  /** The questions that can bring it nearer, by index. */
  readonly axes: readonly number[];
  readonly attempts: number;
}

/** Answers beyond this number are tried in samples. */
const MOST_TRIED = 48;
const SWEEPS = 12;

/** Climbs from random answers, one question at a time, until the goal is 0; undefined when no attempt gets there. */
export function climb(stage: Stage, search: Search): number[] | undefined {
  for (let attempt = 0; attempt < search.attempts; attempt += 1) {
    const digits = randomDigits(stage);
    if (climbFrom(digits, stage, search) === 0) return digits;
  }
  return undefined;
}

function climbFrom(digits: number[], stage: Stage, { goal, axes }: Search): number {
  let best = goal(digits);
  for (let sweep = 0; sweep < SWEEPS && best < 0; sweep += 1) {
    const before = best;
    for (const axis of shuffled(axes, stage.dice)) {
      best = climbAxis(digits, axis, { ...stage, goal, best });
      if (best === 0) return 0;
    }
    if (best === before) return best;
  }
  return best;
}

interface Step extends Pick<Stage, 'axes' | 'dice'> {
  readonly goal: Goal;
  readonly best: number;
}

/** Moves to the best answer of one question; among equals to the last, so that plateaus are crossed. */
function climbAxis(digits: number[], axis: number, { axes, goal, dice, best }: Step): number {
  const size = axes[axis]?.classes.length ?? 0;
  const tried =
    size <= MOST_TRIED
      ? shuffled([...Array(size).keys()], dice)
      : Array.from({ length: MOST_TRIED }, () => dice(size));
  let [reached, chosen] = [best, digits[axis] ?? 0];
  for (const digit of tried) {
    digits[axis] = digit;
    const value = goal(digits);
    if (value >= reached) [reached, chosen] = [value, digit];
  }
  digits[axis] = chosen;
  return reached;
}

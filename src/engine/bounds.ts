import type { Column } from './column.ts';
import type { Space } from './space.ts';

/** What holds over all completions of a space; alternatives by their index. */
export interface Bounds {
  /** The lowest lead of a over b, −K for what is ruled out included (MODEL.md, section 3). */
  readonly low: (a: number, b: number) => number;
  /** No completion rules it out. */
  readonly isSafe: (a: number) => boolean;
  /** Some completion leaves it standing. */
  readonly isPossible: (a: number) => boolean;
  /** Not beaten, whatever is answered, by an alternative that no completion rules out. */
  readonly isInRace: (a: number) => boolean;
}

/** K of MODEL.md: more than any sum of points can reach, and small enough that sums of it stay exact. */
const RULED_OUT = 1e10;

const boundBefore = new WeakMap<Space, Bounds>();

/** All bounds of a space, worked out once. */
export function boundsOf(space: Space): Bounds {
  const bounds = boundBefore.get(space) ?? bound(space);
  boundBefore.set(space, bounds);
  return bounds;
}

function bound({ known, blocks }: Space): Bounds {
  const width = known.points.length;
  const indexes = Array.from({ length: width }, (_, index) => index);
  const columns = [[known], ...blocks.map(({ options }) => options)];
  const lows = indexes.map((a) =>
    indexes.map((b) => sum(columns.map((options) => lowest(options, a, b)))),
  );
  const low = (a: number, b: number) => lows[a]?.[b] ?? 0;
  const isSafe = (a: number) =>
    columns.every((options) => options.every(({ ruledOut }) => !ruledOut[a]));
  const isPossible = (a: number) =>
    columns.every((options) => options.some(({ ruledOut }) => !ruledOut[a]));
  const isInRace = (b: number) =>
    isPossible(b) && !indexes.some((a) => a !== b && isSafe(a) && low(a, b) > 0);
  return { low, isSafe, isPossible, isInRace };
}

/** The value of an alternative in a column, with what is ruled out far below everything else. */
export function standing({ points, ruledOut }: Column, alternative: number): number {
  return (points[alternative] ?? 0) - (ruledOut[alternative] === true ? RULED_OUT : 0);
}

function lowest(options: readonly Column[], a: number, b: number): number {
  return Math.min(...options.map((column) => standing(column, a) - standing(column, b)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

import type { Combination, Dispute } from './dispute.ts';

/** The picks of every combination of answers to some disputes. A combination stands at the sum of option × stride. */
export interface CombinationGrid {
  readonly picks: Int32Array;
  /** By dispute. */
  readonly axes: readonly Axis[];
}

interface Axis {
  /** How many options there are, with leaving it open. */
  readonly size: number;
  /** How far neighbouring options are apart. */
  readonly stride: number;
}

/** How many combinations there are. */
export function countCombinations(disputes: readonly Dispute[]): number {
  return disputes.reduce((product, { options }) => product * (options.length + 1), 1);
}

/** Asks for the pick of each combination once. */
export function gridOf(
  disputes: readonly Dispute[],
  pickOf: (combination: Combination) => number,
): CombinationGrid {
  const axes: Axis[] = [];
  let stride = 1;
  for (const { options } of disputes) {
    axes.push({ size: options.length + 1, stride });
    stride *= options.length + 1;
  }
  const grid = { picks: new Int32Array(stride), axes };
  for (const at of grid.picks.keys()) grid.picks[at] = pickOf(combinationAt(grid, at));
  return grid;
}

export function combinationAt(grid: CombinationGrid, at: number): Combination {
  return grid.axes.map((_, dispute) => optionAt(grid, at, dispute));
}

/** What a dispute is settled to there. */
export function optionAt({ axes }: CombinationGrid, at: number, dispute: number): number {
  const { size, stride } = axes[dispute] ?? { size: 1, stride: 1 };
  return Math.floor(at / stride) % size;
}

/** From a place where a dispute is open: the pick there, and those with each of its answers. */
export function picksAlong(
  { picks, axes }: CombinationGrid,
  at: number,
  dispute: number,
): { readonly open: number; readonly settled: readonly number[] } {
  const { size, stride } = axes[dispute] ?? { size: 1, stride: 1 };
  const settled: number[] = [];
  for (let option = 1; option < size; option += 1) settled.push(picks[at + option * stride] ?? 0);
  return { open: picks[at] ?? 0, settled };
}

/** Whether settling a dispute changes the pick, from some place that is meant. */
export function hasSay(
  grid: CombinationGrid,
  dispute: number,
  isMeant: (at: number) => boolean,
): boolean {
  for (const at of grid.picks.keys()) {
    if (optionAt(grid, at, dispute) > 0 || !isMeant(at)) continue;
    const { open, settled } = picksAlong(grid, at, dispute);
    if (settled.some((pick) => pick !== open)) return true;
  }
  return false;
}

/** The picks of the places that are meant, each once. */
export function picksWhere({ picks }: CombinationGrid, isMeant: (at: number) => boolean): number[] {
  const found = new Set<number>();
  for (const [at, pick] of picks.entries()) if (isMeant(at)) found.add(pick);
  return [...found];
}

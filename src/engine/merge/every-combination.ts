import {
  type CombinationGrid,
  gridOf,
  hasSay,
  optionAt,
  picksAlong,
  picksWhere,
} from './combination-grid.ts';
import type { Combination, Dispute } from './dispute.ts';
import type { Following, Influence, Variation } from './variation.ts';
import { waysIn } from './ways.ts';

/** Tries every combination, so that everything it says is exact. */
export function everyCombination(
  disputes: readonly Dispute[],
  pickOf: (combination: Combination) => number,
): Variation {
  const grid = gridOf(disputes, pickOf);
  const all = [...disputes.keys()];
  const influences = all.map((dispute) => influenceOf(grid, dispute));
  return {
    isSampled: false,
    influences,
    settled: picksWhere(grid, (at) => isSettled(grid, at, all)),
    follows: all.map((dispute) =>
      influences[dispute] === 'answer'
        ? followsFrom(dispute, grid, influences)
        : { with: [], picks: [] },
    ),
    ways: waysIn(grid, influences),
  };
}

function influenceOf(grid: CombinationGrid, dispute: number): Influence {
  if (decides(grid, dispute)) return 'answer';
  return hasSay(grid, dispute, () => true) ? 'settling' : 'none';
}

/** Whether two answers to a dispute lead to different picks while all others are settled. */
function decides(grid: CombinationGrid, dispute: number): boolean {
  const others = othersThan(dispute, grid);
  for (const at of grid.picks.keys()) {
    if (optionAt(grid, at, dispute) > 0 || !isSettled(grid, at, others)) continue;
    const { settled } = picksAlong(grid, at, dispute);
    if (settled.some((pick) => pick !== settled[0])) return true;
  }
  return false;
}

function isSettled(grid: CombinationGrid, at: number, disputes: readonly number[]): boolean {
  return disputes.every((dispute) => optionAt(grid, at, dispute) > 0);
}

function othersThan(dispute: number, { axes }: CombinationGrid): number[] {
  return [...axes.keys()].filter((each) => each !== dispute);
}

/** With all disputes that decide as well, and of the rest those that have to be settled for it. */
function followsFrom(
  dispute: number,
  grid: CombinationGrid,
  influences: readonly Influence[],
): Following {
  const others = othersThan(dispute, grid);
  const options = Array.from({ length: (grid.axes[dispute]?.size ?? 1) - 1 }, (_, at) => at + 1);
  const picksWith = (settled: readonly number[]) =>
    options.map((option) =>
      picksWhere(
        grid,
        (at) => optionAt(grid, at, dispute) === option && isSettled(grid, at, settled),
      ),
    );
  const picks = picksWith(others);
  const isEnough = (settled: readonly number[]) =>
    picksWith(settled).every((each, index) => each.length === picks[index]?.length);
  const needed = others
    .filter((other) => influences[other] !== 'answer')
    .reduce((kept, other) => {
      const less = kept.filter((each) => each !== other);
      return isEnough(less) ? less : kept;
    }, others);
  return { with: needed, picks };
}

import type { Combination, Dispute, Following, Influence, Variation, Way } from './dispute.ts';

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

/**
 * The fewest answers that lead to each pick: where there are any, those after which nothing that is left open can change
 * it any more.
 */
export function waysIn(grid: CombinationGrid, influences: readonly Influence[]): Map<number, Way> {
  const lasts = lastingIn(grid);
  const costAt = (at: number) => costOf(combinationAt(grid, at), influences);
  const best = new Map([
    ...cheapest(grid.picks, () => true, costAt),
    ...cheapest(grid.picks, (at) => lasts[at] === 1, costAt),
  ]);
  const wayTo = (at: number): Way => ({
    combination: combinationAt(grid, at),
    dependsOn: lasts[at] === 1 ? [] : stillOpen(grid, at),
  });
  return new Map([...best].map(([pick, at]) => [pick, wayTo(at)]));
}

/** Fewer answers are better; of as many, those to disputes where it matters which answer is right. */
export function costOf(combination: Combination, influences: readonly Influence[]): number {
  const given = combination.flatMap((option, dispute) => (option > 0 ? [influences[dispute]] : []));
  const others = given.filter((influence) => influence !== 'answer');
  return given.length * (combination.length + 1) + others.length;
}

/** The cheapest place of each pick, the first of equals. */
function cheapest(
  picks: Int32Array,
  isMeant: (at: number) => boolean,
  costAt: (at: number) => number,
): Map<number, number> {
  const best = new Map<number, { readonly at: number; readonly cost: number }>();
  for (const [at, pick] of picks.entries()) {
    if (!isMeant(at)) continue;
    const cost = costAt(at);
    const before = best.get(pick);
    if (before === undefined || cost < before.cost) best.set(pick, { at, cost });
  }
  return new Map([...best].map(([pick, { at }]) => [pick, at]));
}

/** 1 for each place from which no further answer changes the pick; further answers only lead to higher places. */
function lastingIn(grid: CombinationGrid): Uint8Array {
  const { picks, axes } = grid;
  const lasts = new Uint8Array(picks.length);
  const isAlike = (next: number, pick: number) => lasts[next] === 1 && picks[next] === pick;
  for (let at = picks.length - 1; at >= 0; at -= 1) {
    const pick = picks[at] ?? 0;
    const isLasting = axes.every(({ size, stride }, dispute) => {
      if (optionAt(grid, at, dispute) > 0) return true;
      for (let option = 1; option < size; option += 1) {
        if (!isAlike(at + option * stride, pick)) return false;
      }
      return true;
    });
    lasts[at] = Number(isLasting);
  }
  return lasts;
}

/** The disputes that are open at a place and can still change the pick from there on. */
function stillOpen(grid: CombinationGrid, from: number): number[] {
  const given = combinationAt(grid, from);
  const isReached = (at: number) =>
    given.every((option, dispute) => option === 0 || optionAt(grid, at, dispute) === option);
  return [...given.keys()].filter(
    (dispute) => given[dispute] === 0 && hasSay(grid, dispute, isReached),
  );
}

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

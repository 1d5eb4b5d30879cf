import { type CombinationGrid, combinationAt, hasSay, optionAt } from './combination-grid.ts';
import type { Combination } from './dispute.ts';
import type { Influence, Way } from './variation.ts';

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

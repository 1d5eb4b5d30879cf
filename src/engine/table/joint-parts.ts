import type { Combination } from '../../model/knowledge.ts';
import { type CombinationMasks, combinationMasks, type Places } from './combination-masks.ts';

/** Decisions that combinations or conditions join, directly or not; no pick of another decision matters to them. */
export interface JointPart {
  /** Their indexes, in their order. */
  readonly decisions: readonly number[];
  /** In the order of the document. */
  readonly combinations: readonly CombinationMasks[];
}

/** Cuts decisions into the smallest parts that have nothing to do with each other; only those with a combination. */
export function jointParts(combinations: readonly Combination[], places: Joined): JointPart[] {
  const all = combinations.map((each) => combinationMasks(each, places));
  const neighbours = neighboursIn(places, all);
  const partOf = new Map<number, { reached: Set<number>; combinations: CombinationMasks[] }>();
  for (const combination of all) {
    const [first = -1] = combination.decisions;
    const known = partOf.get(first) ?? {
      reached: reachedFrom(first, neighbours),
      combinations: [],
    };
    known.combinations.push(combination);
    for (const index of known.reached) partOf.set(index, known);
  }
  return [...new Set(partOf.values())].map((part) => ({
    decisions: [...part.reached].filter((index) => index >= 0).sort((a, b) => a - b),
    combinations: part.combinations,
  }));
}

interface Joined extends Places {
  readonly decisions: readonly (Places['decisions'][number] & {
    readonly parents: readonly number[];
  })[];
}

function neighboursIn(
  { decisions }: Joined,
  combinations: readonly CombinationMasks[],
): Map<number, number[]> {
  const neighbours = new Map([...decisions.keys()].map((index) => [index, [] as number[]]));
  const join = (one: number, other: number) => {
    if (one === other) return;
    neighbours.get(one)?.push(other);
    neighbours.get(other)?.push(one);
  };
  for (const { decisions: named } of combinations) {
    for (const other of named) join(named[0] ?? other, other);
  }
  decisions.forEach(({ parents }, index) => {
    for (const parent of parents) join(index, parent);
  });
  return neighbours;
}

function reachedFrom(
  start: number,
  neighbours: ReadonlyMap<number, readonly number[]>,
): Set<number> {
  const reached = new Set([start]);
  // A set is walked through in the order of adding, including what is added on the way.
  for (const index of reached) for (const next of neighbours.get(index) ?? []) reached.add(next);
  return reached;
}

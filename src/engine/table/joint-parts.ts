import { addAll, grouped } from '../../common/lists.ts';
import type { Combination } from '../../model/knowledge.ts';
import { type CombinationMasks, combinationMasks, type Places } from './combination-masks.ts';

/** Decisions that combinations or conditions join, directly or not; no pick of another decision matters to them. */
export interface JointPart {
  /** Their indexes, in their order. */
  readonly decisions: readonly number[];
  /** In the order of the document. */
  readonly combinations: readonly CombinationMasks[];
}

/** What joins decisions. */
export interface Joints {
  /** All, in the order of the document. */
  readonly combinations: readonly CombinationMasks[];
  /** By the index of a decision, the first of those with which conditions join it, directly or not. */
  readonly familyOf: readonly number[];
  /** By that first one, all of them, in their order. */
  readonly families: ReadonlyMap<number, readonly number[]>;
}

interface Joined extends Places {
  readonly decisions: readonly (Places['decisions'][number] & {
    readonly parents: readonly number[];
  })[];
}

export function jointsIn(combinations: readonly Combination[], places: Joined): Joints {
  const familyOf = familiesIn(places);
  return {
    combinations: combinations.map((each, index) => combinationMasks(each, index, places)),
    familyOf,
    families: grouped([...familyOf.keys()], (index) => familyOf[index] ?? index),
  };
}

function familiesIn({ decisions }: Joined): number[] {
  const earlier = [...decisions.keys()];
  const firstOf = (index: number): number => {
    const before = earlier[index] ?? index;
    return before === index ? index : firstOf(before);
  };
  for (const [index, { parents }] of decisions.entries()) {
    for (const parent of parents) {
      const [one, other] = [firstOf(parent), firstOf(index)];
      earlier[Math.max(one, other)] = Math.min(one, other);
    }
  }
  return earlier.map(firstOf);
}

interface Group {
  readonly families: readonly number[];
  readonly combinations: readonly CombinationMasks[];
}

/** Cuts decisions into the smallest parts that some combinations do not join; only those with a combination. */
export function partsJoinedBy(
  combinations: readonly CombinationMasks[],
  { families, familyOf }: Joints,
): JointPart[] {
  let groups: Group[] = [];
  for (const combination of combinations) {
    const named = combination.decisions.map((index) => familyOf[index] ?? index);
    const isHit = (group: Group) => group.families.some((family) => named.includes(family));
    const hit = groups.filter(isHit);
    const joined: CombinationMasks[] = [];
    for (const group of hit) addAll(joined, group.combinations);
    joined.push(combination);
    const all = [...new Set([...hit.flatMap((group) => group.families), ...named])];
    groups = [...groups.filter((group) => !isHit(group)), { families: all, combinations: joined }];
  }
  return groups.map((group) => ({
    decisions: group.families.flatMap((family) => families.get(family) ?? []).sort((a, b) => a - b),
    combinations: [...group.combinations].sort((a, b) => a.index - b.index),
  }));
}

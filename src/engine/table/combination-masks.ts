import type { Condition } from '../../model/condition.ts';
import type { Combination } from '../../model/knowledge.ts';
import { maskOf } from './masks.ts';

/** A combination of picks as masks of the alternatives of its decisions. */
export interface CombinationMasks {
  readonly combination: Combination;
  /** Its place among all, counted from 0. */
  readonly index: number;
  /** What has to hold; empty if it always does. */
  readonly held: readonly PickPart[];
  /** What must hold as well; absent if the picks are forbidden altogether. */
  readonly wanted?: readonly PickPart[];
  /** The indexes of all decisions that it names, in the order of the document. */
  readonly decisions: readonly number[];
}

/** What is asked of the pick of one decision: it shares an alternative with each mask. */
export interface PickPart {
  /** −1 where there is no such decision, so that it has no pick. */
  readonly decision: number;
  readonly masks: readonly number[];
  /** The alternatives that are in each mask. */
  readonly common: number;
}

/** Where decisions and their alternatives stand. */
export interface Places {
  readonly decisions: readonly { readonly alternatives: readonly string[] }[];
  readonly indexOf: ReadonlyMap<string, number>;
}

export function combinationMasks(
  combination: Combination,
  index: number,
  places: Places,
): CombinationMasks {
  const held = partsOf(combination.when, places);
  const wanted = combination.requires && partsOf(combination.requires, places);
  const named = [...held, ...(wanted ?? [])].map(({ decision }) => decision);
  return {
    ...{ combination, index, held },
    ...(wanted && { wanted }),
    decisions: [...new Set(named)].filter((index) => index >= 0),
  };
}

/** Terms on the same decision are judged together. */
function partsOf({ terms }: Condition, { decisions, indexOf }: Places): PickPart[] {
  const masks = new Map<number, number[]>();
  for (const { subject, choices } of terms) {
    const decision = indexOf.get(subject) ?? -1;
    const mask = maskOf(choices, decisions[decision]?.alternatives ?? []);
    masks.set(decision, [...(masks.get(decision) ?? []), mask]);
  }
  return [...masks].map(([decision, each]) => ({
    decision,
    masks: each,
    common: each.reduce((common, mask) => common & mask, -1),
  }));
}

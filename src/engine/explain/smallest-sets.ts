import { firstDifference } from '../first-difference.ts';

/** The smallest sets that suffice, in the order of their items. */
export interface SmallestSets {
  readonly sets: readonly (readonly string[])[];
  /** Nothing was left out: no set is missing, none is smaller. */
  readonly isComplete: boolean;
}

/** More questions than this are not put to the test; far more than it takes as a rule. */
const MOST_TESTS = 20_000;

/**
 * All sets of the fewest items that pass a test which whatever contains such a set passes too; all items together must pass it.
 * Each set that fails tells which items are needed beside it: one of those that it lacks when it is as large as a failing
 * set can be. Sets are only tried that have one of each such group, small ones first.
 */
export function smallestSets(
  items: readonly string[],
  passes: (set: readonly string[]) => boolean,
): SmallestSets {
  const tester = testerOf(items, passes);
  const needed = items.filter((item) => !tester.holds(items.filter((each) => each !== item)));
  const search = { ...tester, items, groups: needed.map((item) => [item]) };
  for (let size = needed.length; size < items.length; size += 1) {
    const sets = setsFrom({ chosen: [], without: [] }, size, search);
    if (tester.isExhausted()) return { sets: [shrunk(items, passes)], isComplete: false };
    if (sets.length > 0) return { sets: inOrder(sets, items), isComplete: true };
  }
  return { sets: [items], isComplete: true };
}

type Items = readonly string[];

interface Tester {
  readonly holds: (set: Items) => boolean;
  readonly isExhausted: () => boolean;
}

/** Remembers what was tested, and counts. */
function testerOf(items: Items, passes: (set: Items) => boolean): Tester {
  const known = new Map<string, boolean>();
  const holds = (set: Items): boolean => {
    const key = items.map((item) => Number(set.includes(item))).join('');
    const holding = known.get(key) ?? passes(items.filter((item) => set.includes(item)));
    known.set(key, holding);
    return holding;
  };
  return { holds, isExhausted: () => known.size > MOST_TESTS };
}

interface Search extends Tester {
  readonly items: Items;
  /** Of each of them a set that passes has an item; more are found on the way. */
  readonly groups: Items[];
}

/** The sets of a size that pass, grown from what is chosen. */
function setsFrom({ chosen, without }: Branch, size: number, search: Search): Items[] {
  const { groups, holds, isExhausted } = search;
  if (isExhausted() || isHopeless({ chosen, without }, size, groups)) return [];
  const unmet = narrowestUnmet({ chosen, without }, groups);
  if (unmet === undefined && holds(chosen)) return [chosen];
  const group = unmet ?? lackedBy(chosen, search);
  if (unmet === undefined) groups.push(group);
  return chosen.length === size
    ? []
    : branches({ chosen, without }, group).flatMap((branch) => setsFrom(branch, size, search));
}

/** The group with the fewest items left to choose from. */
function narrowestUnmet({ chosen, without }: Branch, groups: readonly Items[]): Items | undefined {
  let narrowest: Items | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const group of groups) {
    const free = group.filter((item) => !without.includes(item)).length;
    if (free >= least || meets(chosen, group)) continue;
    narrowest = group;
    least = free;
  }
  return narrowest;
}

function meets(set: Items, group: Items): boolean {
  return group.some((item) => set.includes(item));
}

/** Items taken so far, and items that sets from here on do not have. */
interface Branch {
  readonly chosen: Items;
  readonly without: Items;
}

/** One for each item of a group; later ones do without the earlier items, so that no set comes up twice. */
function branches({ chosen, without }: Branch, group: Items): Branch[] {
  const free = group.filter((item) => !without.includes(item));
  return free.map((item, index) => ({
    chosen: [...chosen, item],
    without: [...without, ...free.slice(0, index)],
  }));
}

/** More groups that share no item are unmet than there is room for items. */
function isHopeless({ chosen, without }: Branch, size: number, groups: readonly Items[]): boolean {
  const taken = new Set<string>();
  let wanted = 0;
  for (const group of groups) {
    if (meets(chosen, group)) continue;
    const free = group.filter((item) => !without.includes(item));
    if (free.length === 0) return true;
    if (free.some((item) => taken.has(item))) continue;
    for (const item of free) taken.add(item);
    wanted += 1;
  }
  return wanted > size - chosen.length;
}

/**
 * What is left when a set that fails has grown as far as it can without passing; grown first by what is in most groups
 * already, so that the group that remains shares little with them.
 */
function lackedBy(set: Items, { items, groups, holds }: Search): Items {
  const named = (item: string) => groups.filter((group) => group.includes(item)).length;
  const counts = new Map(items.map((item) => [item, named(item)]));
  const order = items.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  let grown = set;
  for (const item of order) {
    if (grown.includes(item)) continue;
    const next = [...grown, item];
    if (!holds(next)) grown = next;
  }
  return items.filter((item) => !grown.includes(item));
}

/** A set from which nothing can be left out, though it need not be one of the smallest. */
function shrunk(items: Items, passes: (set: Items) => boolean): Items {
  return items.reduce<Items>((set, item) => {
    const less = set.filter((each) => each !== item);
    return passes(less) ? less : set;
  }, items);
}

function inOrder(sets: readonly Items[], items: Items): Items[] {
  const places = (set: Items) =>
    items.flatMap((item, index) => (set.includes(item) ? [index] : []));
  return sets
    .map(places)
    .sort((a, b) => firstDifference(a, b))
    .map((set) => set.flatMap((index) => items[index] ?? []));
}

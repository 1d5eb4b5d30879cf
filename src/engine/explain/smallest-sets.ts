import { firstDifference } from '../first-difference.ts';
import { type Demand, grownDemand } from './demand.ts';

/** The smallest sets that suffice, in the order of their items. */
export interface SmallestSets<Item> {
  readonly sets: readonly (readonly Item[])[];
  /** Nothing was left out: no set is missing, none is smaller. */
  readonly isComplete: boolean;
}

/** A test which whatever contains a set that passes it passes too; all items together must pass it. */
export interface Test<Item> {
  readonly passes: (set: readonly Item[]) => boolean;
  /** Demands that a set does not meet, where some are quick to see. */
  readonly unmetBy?: (set: readonly Item[]) => readonly Demand[];
}

/** More sets than this are not put to the test, and not more are begun; far more than it takes as a rule. */
const MOST_TESTS = 20_000;
const MOST_BRANCHES = 500_000;

/**
 * All sets of the fewest items that pass a test. Small ones come first, and only those that meet all demands known so
 * far; a set that meets them and fails makes for another demand.
 */
export function smallestSets<Item>(items: readonly Item[], test: Test<Item>): SmallestSets<Item> {
  const search = searchFor(items, test);
  const itemsAt = (places: Places) => places.flatMap((place) => items[place] ?? []);
  const start = { chosen: [], isOut: new Uint8Array(items.length) };
  for (let size = 0; size < items.length; size += 1) {
    const sets = setsFrom(start, size, search);
    if (search.isExhausted()) return { sets: [shrunk(items, test)], isComplete: false };
    if (sets.length > 0) return { sets: inOrder(sets).map(itemsAt), isComplete: true };
  }
  return { sets: [items], isComplete: true };
}

/** Items by their place. */
type Places = readonly number[];

/** A demand with the places of what is a gain, the largest first. */
interface Ordered extends Demand {
  readonly order: Places;
}

interface Search {
  readonly demands: Ordered[];
  /** Demands that a set does not meet; none where it passes. */
  readonly failings: (set: Places) => readonly Ordered[];
  readonly begin: () => void;
  readonly isExhausted: () => boolean;
}

/** Puts sets to the test, and counts. */
function searchFor<Item>(items: readonly Item[], { passes, unmetBy }: Test<Item>): Search {
  let [tests, branches] = [0, 0];
  const itemsAt = (places: Places) => places.flatMap((place) => items[place] ?? []);
  const holds = (places: Places) => {
    tests += 1;
    return passes(itemsAt(places));
  };
  const failings = (set: Places) => {
    const unmet = unmetBy?.(itemsAt(set)) ?? [];
    if (unmet.length > 0) return unmet.map(ordered);
    return holds(set) ? [] : [ordered(grownDemand(set, items.length, holds))];
  };
  return {
    demands: [],
    failings,
    begin: () => {
      branches += 1;
    },
    isExhausted: () => tests > MOST_TESTS || branches > MOST_BRANCHES,
  };
}

function ordered({ needed, gains }: Demand): Ordered {
  const order = [...gains.keys()].filter((place) => (gains[place] ?? 0) > 0);
  return { needed, gains, order: order.sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0)) };
}

/** Items taken so far, and items that are not to be taken any more: those, and what sets from here on do without. */
interface Branch {
  readonly chosen: Places;
  readonly isOut: Uint8Array;
}

/** The sets of a size that pass, grown from what is chosen. */
function setsFrom(branch: Branch, size: number, search: Search): Places[] {
  const { chosen } = branch;
  const room = size - chosen.length;
  search.begin();
  if (search.isExhausted()) return [];
  let next = nextItems(branch, room, search.demands);
  if (next === undefined) {
    const failings = search.failings(chosen);
    if (failings.length === 0) return [chosen];
    search.demands.push(...failings);
    next = nextItems(branch, room, search.demands) ?? [];
  }
  return branches(branch, next).flatMap((each) => setsFrom(each, size, search));
}

/** One for each of some items; later ones do without the earlier items, so that no set comes up twice. */
function branches({ chosen, isOut }: Branch, items: Places): Branch[] {
  const without = isOut.slice();
  return items.map((item) => {
    without[item] = 1;
    return { chosen: [...chosen, item], isOut: without.slice() };
  });
}

/**
 * Items of which each set that meets the demands has at least one: as few as a demand allows. Undefined where all
 * demands are met; none where the room does not suffice for some demand.
 */
function nextItems(branch: Branch, room: number, demands: readonly Ordered[]): Places | undefined {
  let fewest: Places | undefined;
  for (const demand of demands) {
    const items = itemsToMeet(demand, branch, room);
    if (items === undefined || (fewest && items.length >= fewest.length)) continue;
    fewest = items;
    if (items.length === 0) break;
  }
  return fewest;
}

/** Sums of fractions may be a little off. */
const TINY = 1e-3;

/** The largest gains: without any of them what remains cannot meet the demand. Undefined where it is met. */
function itemsToMeet(
  { needed, gains, order }: Ordered,
  { chosen, isOut }: Branch,
  room: number,
): Places | undefined {
  const rest = chosen.reduce((left, item) => left - (gains[item] ?? 0), needed) - TINY;
  if (rest <= 0) return undefined;
  const free = order.filter((item) => isOut[item] === 0);
  const gainAt = (place: number) => gains[free[place] ?? -1] ?? 0;
  let reach = 0;
  for (let place = 0; place < room; place += 1) reach += gainAt(place);
  let first = 0;
  while (reach >= rest) {
    reach += gainAt(first + room) - gainAt(first);
    first += 1;
  }
  return free.slice(0, first);
}

/** A set from which nothing can be left out, though it need not be one of the smallest. */
function shrunk<Item>(items: readonly Item[], { passes }: Test<Item>): readonly Item[] {
  return items.reduce((set, item) => {
    const less = set.filter((each) => each !== item);
    return passes(less) ? less : set;
  }, items);
}

function inOrder(sets: readonly Places[]): Places[] {
  return sets.map((set) => set.toSorted((a, b) => a - b)).sort(firstDifference);
}

/** The smallest sets that hit all cuts, in the order of their items. */
export interface SmallestSets {
  readonly sets: readonly (readonly number[])[];
  /** The search was given up: there may be more of them, or smaller ones. */
  readonly isGivenUp: boolean;
}

/** Sets that are begun, and put to the test, before the search is given up; far more than it takes as a rule. */
const MOST_BRANCHES = 50_000;
const MOST_TESTS = 2_000;

/**
 * All smallest sets of items that hit every cut. `cutsOf` gives cuts that a set does not hit, none where it hits all;
 * cuts met before are remembered, so that few sets are put to the test (docs/model.md, "Sufficient answers").
 */
export function smallestHittingSets(
  items: readonly number[],
  cutsOf: (set: readonly number[]) => readonly (readonly number[])[],
): SmallestSets {
  const search: Search = { cuts: [], tested: new Map(), cutsOf, branches: 0 };
  for (let size = 0; size <= items.length; size += 1) {
    const sets = new Map<string, readonly number[]>();
    grow([], new Set(), { size, search, sets });
    if (isExhausted(search)) return { sets: [shrunk(items, cutsOf)], isGivenUp: true };
    if (sets.size > 0) return { sets: [...sets.values()].sort(inOrder), isGivenUp: false };
  }
  return { sets: [items], isGivenUp: false };
}

interface Search {
  readonly cuts: (readonly number[])[];
  /** Whether a set hits all cuts, as it was put to the test. */
  readonly tested: Map<string, boolean>;
  readonly cutsOf: (set: readonly number[]) => readonly (readonly number[])[];
  branches: number;
}

function isExhausted({ branches, tested }: Search): boolean {
  return branches > MOST_BRANCHES || tested.size > MOST_TESTS;
}

interface Growing {
  readonly size: number;
  readonly search: Search;
  readonly sets: Map<string, readonly number[]>;
}

/** Each item of a cut that is not hit is tried; later ones do without the earlier items, so that no set comes up twice. */
function grow(chosen: readonly number[], left: ReadonlySet<number>, growing: Growing): void {
  const { size, search, sets } = growing;
  search.branches += 1;
  if (isExhausted(search)) return;
  const cut = openCut(chosen, left, growing);
  if (cut === undefined) {
    const set = chosen.toSorted((a, b) => a - b);
    sets.set(set.join(), set);
    return;
  }
  if (chosen.length === size) return;
  const without = new Set(left);
  for (const item of cut) {
    if (without.has(item)) continue;
    grow([...chosen, item], without, growing);
    without.add(item);
  }
}

/** A cut that the chosen items do not hit, the one with the fewest items to try; undefined where they hit all. */
function openCut(
  chosen: readonly number[],
  left: ReadonlySet<number>,
  { search }: Growing,
): readonly number[] | undefined {
  const known = fewest(search.cuts, chosen, left);
  if (known !== undefined) return known;
  const key = chosen.toSorted((a, b) => a - b).join();
  if (search.tested.get(key)) return undefined;
  const cuts = search.cutsOf(chosen);
  search.tested.set(key, cuts.length === 0);
  search.cuts.push(...cuts);
  return fewest(cuts, chosen, left);
}

function fewest(
  cuts: readonly (readonly number[])[],
  chosen: readonly number[],
  left: ReadonlySet<number>,
): readonly number[] | undefined {
  let best: readonly number[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const cut of cuts) {
    if (cut.some((item) => chosen.includes(item))) continue;
    const free = cut.filter((item) => !left.has(item)).length;
    if (free < least) [best, least] = [cut, free];
  }
  return best;
}

/** A set from which nothing can be left out, though it need not be one of the smallest. */
function shrunk(items: readonly number[], cutsOf: Search['cutsOf']): readonly number[] {
  return items.reduce<readonly number[]>((set, item) => {
    const less = set.filter((each) => each !== item);
    return cutsOf(less).length === 0 ? less : set;
  }, items);
}

function inOrder(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((item, index) => item !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

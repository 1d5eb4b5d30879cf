import { addAll, firstDifference } from '../../common/lists.ts';
import type { SufficientAnswers } from '../../model/explanation.ts';
import { type Contexts, contextsOf } from '../decide/contexts.ts';
import { type Cut, cutsOf, type GivenAnswers } from '../decide/cuts.ts';
import type { Judged } from '../decide/judge.ts';
import type { JudgedTable } from '../decide/judge-table.ts';
import { orderOf } from '../decide/order.ts';
import { type Level, residualAmong } from '../decide/residual.ts';
import { type Implying, isHeld, narrowed, sourcesOf } from '../table/implied.ts';
import { firstMembers, membersOf } from '../table/masks.ts';
import type { AnswerMasks } from '../table/slots.ts';

/** More sets than this are counted, not listed. */
const MOST_LISTED = 5;

/**
 * The smallest sets of the given answers that lead to the same proved pick however all others were answered, were the
 * decision to apply (docs/model.md, "Sufficient answers"); undefined if it is open or never applies. Tied and
 * infeasible count as proved.
 */
export function sufficientAnswers(
  { status, tables }: Judged,
  given: AnswerMasks,
  { idsOf, implying }: Around,
): SufficientAnswers | undefined {
  if (status === 'open' || status === 'not-applicable') return undefined;
  const { dropped } = narrowed(given, implying);
  const holding = implying.filter((each) => isHeld(each, given) && !dropped.includes(each));
  const races = tables.map((judged) => raceOf(judged, given, holding));
  const items = [...new Set(races.flatMap(({ items: own }) => own))].sort((a, b) => a - b);
  const { sets, isGivenUp } = smallestHittingSets(items, (set) =>
    races.flatMap(({ cuts }) => cuts(set)),
  );
  return {
    size: sets[0]?.length ?? 0,
    sets: (sets.length > MOST_LISTED ? sets.slice(0, 1) : sets).map(idsOf),
    count: sets.length,
    ...(isGivenUp && { searchGivenUp: true }),
  };
}

interface Around {
  readonly idsOf: (questions: readonly number[]) => string[];
  readonly implying: readonly Implying[];
}

/** A table with the answers that are given there. */
interface Race {
  /** The indexes of the answered questions, those included that imply something about a question of the table. */
  readonly items: readonly number[];
  /** The cuts, as questions, that remain once only some of them are answered. */
  readonly cuts: (answered: readonly number[]) => Cut[];
}

/** Prepared once with nothing answered, so that any set of answers is one walk through the same contexts. */
function raceOf(
  { table, picks }: JudgedTable,
  answers: AnswerMasks,
  holding: readonly Implying[],
): Race {
  const nothing = new Int32Array(answers.length);
  const residual = residualAmong(table, nothing, firstMembers(table.base.length));
  const contexts: Contexts = contextsOf(residual, orderOf(residual));
  const slots = residual.levels.map(({ columns }) => columns.slot);
  const classes = residual.levels.map(({ columns, classOf }) => {
    const answer = answers[columns.slot] ?? 0;
    return answer === 0 ? undefined : classOf[columns.classOf(answer)];
  });
  const winners = residual.racers.reduce((mask, place, racer) => {
    const isWinner = table.isTechnique
      ? (place === 1) === (picks !== 0)
      : hasPick(table.picks[place], picks);
    return isWinner ? mask | (1 << racer) : mask;
  }, 0);
  const own = holding.filter(({ slot }) => slots.includes(slot));
  const all = leftBy(own, residual.levels);
  const items = slots.filter((slot) => (answers[slot] ?? 0) !== 0);
  return {
    items: [...new Set([...items, ...own.flatMap(sourcesOf)])],
    cuts: (answered) => {
      const isFixed: GivenAnswers['isFixed'] = (level) => answered.includes(slots[level] ?? -1);
      const isActive = (each: Implying) =>
        !answered.includes(each.slot) && sourcesOf(each).every((slot) => answered.includes(slot));
      const isLeft = leftBy(own.filter(isActive), residual.levels);
      const implying = (level: number, among: readonly number[]) =>
        all(level, among) ? [] : own.filter(({ slot }) => slot === slots[level]).flatMap(sourcesOf);
      const cuts = cutsOf(contexts, winners, { classes, isFixed, isLeft, implying });
      return cuts.map((cut) => cut.filter((slot) => !answered.includes(slot)));
    },
  };
}

/** Whether some implications leave one of some classes of a level. */
function leftBy(implying: readonly Implying[], levels: readonly Level[]): GivenAnswers['isLeft'] {
  const left = levels.map(({ columns, classOf }) => {
    const own = implying.filter(({ slot }) => slot === columns.slot);
    const choices = own.reduce((mask, each) => mask & each.choices, -1);
    const legal = own.length === 0 ? [] : membersOf(choices);
    return new Set(legal.map((choice) => classOf[columns.classOf(1 << choice)]));
  });
  return (level, classes) => {
    const own = left[level];
    return own === undefined || own.size === 0 || classes.some((each) => own.has(each));
  };
}

function hasPick(pick: number | undefined, picks: number): boolean {
  return pick !== undefined && (pick & picks) !== 0;
}

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
 * All smallest sets of items that hit every cut. `cutsOf` gives cuts that a set does not hit, none if it hits all;
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
    if (sets.size > 0) return { sets: [...sets.values()].sort(firstDifference), isGivenUp: false };
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

/** A cut that the chosen items do not hit, the one with the fewest items to try; undefined if they hit all. */
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
  addAll(search.cuts, cuts);
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

import { firstDifference } from '../../common/lists.ts';
import type { Advice, Conflict, Repair, RepairChange } from '../../model/advice.ts';
import type { Decision } from '../../model/decision.ts';
import type { Combination } from '../../model/knowledge.ts';
import type { Situation } from '../decide/judge.ts';
import { scoresOf } from '../decide/score.ts';
import {
  type Change,
  type Changed,
  type PickChanger,
  pickChanger,
  type Trial,
} from './changed-picks.ts';
import { conflictsIn, isApplied, picksOf } from './conflicts.ts';
import { independentParts } from './independent-parts.ts';
import type { Picks, picksUnder } from './picks-under.ts';

/**
 * Where the search in some part of the decisions looked at more sets of changes than this, it says neither that there is a
 * repair nor that there is none.
 */
const MOST_TRIED = 20_000;

/**
 * The fewest changed picks that remove every conflict (docs/model.md, "Choosing together"); pins stay, and what a change
 * brings up gets the pick it would have. Of equally few changes those after which the fewest other decisions turn; of
 * these, as points of two decisions do not compare and are not added up, those whose largest loss is smallest, then those
 * whose next largest is, and so on; then the order of the decisions and of their alternatives decides.
 *
 * Each part of the decisions that nothing joins with the others is repaired by itself: the number of sets to try grows with
 * the conflicts of one part, not with those of all.
 */
export function repairOf(
  situation: Situation,
  under: ReturnType<typeof picksUnder>,
): Pick<Advice, 'repair' | 'irreparable'> {
  const search = searchIn(situation, under);
  const parts = independentParts(search.decisions, search.combinations);
  const found = parts.map((part) => fewestChanges({ ...search, ...part }));
  if (found.includes('irreparable')) return { irreparable: true };
  const states = found.filter((each) => typeof each === 'object');
  if (states.length < found.length) return {};
  const [repaired] = reach(
    states.flatMap(({ changes }) => changes),
    pickChanger(search),
    search,
  );
  if (repaired === undefined) throw new Error('The parts of a repair do not fit together');
  return { repair: asRepair(repaired, search) };
}

/**
 * The best of the smallest sets of changes without a conflict; undefined where that takes too long to find.
 *
 * Exact, level by level: a conflict stays as long as nothing changes in what it names or in what that depends on, so the
 * next change is always one of those.
 */
function fewestChanges(search: Search): State | 'irreparable' | undefined {
  const change = pickChanger(search);
  const tried = new Set<string>();
  let level = reach([], change, search);
  while (level.length > 0) {
    const repaired = level.filter(
      ({ conflicts, blocked }) => conflicts.length === 0 && blocked === undefined,
    );
    if (repaired.length > 0) return best(repaired, search);
    const sets = level.flatMap((state) => longerBy(state, search));
    const fresh = sets.filter((changes) => isFirst(keyOf(changes), tried));
    if (tried.size > MOST_TRIED) return undefined;
    level = fresh.flatMap((changes) => reach(changes, change, search));
  }
  return 'irreparable';
}

interface Search extends Trial {
  readonly combinations: readonly Combination[];
  /** As advised. */
  readonly before: Picks;
}

function searchIn(situation: Situation, under: ReturnType<typeof picksUnder>): Search {
  const { tables, pins } = situation;
  return {
    decisions: tables.knowledge.decisions,
    indexOf: tables.indexOf,
    combinations: tables.knowledge.combinations,
    pins,
    picksUnder: under,
    scoreOf: scoresIn(situation),
    before: under(pins),
  };
}

function scoresIn({ tables, answers }: Situation): Trial['scoreOf'] {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const scoresOn = (decision: string) => {
    const entry = tables.decisions[tables.indexOf.get(decision) ?? -1];
    const own = (entry?.tables() ?? []).flatMap((table) => {
      const scores = scoresOf(table, answers);
      return table.alternatives.map((id, place) => [id, scores[place] ?? 0] as const);
    });
    return new Map(own);
  };
  return (decision, alternative) => {
    const scores = known.get(decision) ?? scoresOn(decision);
    known.set(decision, scores);
    return scores.get(alternative) ?? 0;
  };
}

interface State extends Changed {
  readonly changes: readonly Change[];
  readonly conflicts: readonly Conflict[];
}

function reach(changes: readonly Change[], change: PickChanger, { combinations }: Search): State[] {
  const changed = change(changes);
  if (changed === undefined) return [];
  return [{ ...changed, changes, conflicts: conflictsIn(combinations, changed.picked) }];
}

/** One change more, of whatever may remove the conflict that leaves the least choice. */
function longerBy(state: State, search: Search): (readonly Change[])[] {
  const { conflicts, blocked } = state;
  const [fewest = []] = (blocked === undefined ? conflicts : [{ decisions: [blocked] }])
    .map((conflict) => changesFor(conflict, state, search))
    .sort((a, b) => a.length - b.length);
  return fewest.map((change) => [...state.changes, change]);
}

function changesFor(
  conflict: Pick<Conflict, 'decisions'>,
  { changes, picked }: State,
  { decisions, indexOf, pins }: Search,
): Change[] {
  return withParents(conflict.decisions, decisions).flatMap(
    ({ id, several, baseline, alternatives }) => {
      const now = picked.get(id);
      const own = changes
        .filter((change) => change.decision === id)
        .map((each) => each.alternative);
      const isFixed = pins.has(indexOf.get(id) ?? -1) || (own.length > 0 && !several);
      if (now === undefined || !isApplied(now) || isFixed) return [];
      return alternatives
        .filter((each) => !own.includes(each.id) && !(several && each.id === baseline))
        .map((each) => ({ decision: id, alternative: each.id }));
    },
  );
}

/** Some decisions with all that they depend on. */
function withParents(ids: readonly string[], decisions: Trial['decisions']): Decision[] {
  const found = new Set<Decision>();
  const visit = (decision: Decision | undefined) => {
    if (decision === undefined || found.has(decision)) return;
    found.add(decision);
    for (const { subject } of decision.appliesWhen.flatMap(({ terms }) => terms)) {
      visit(decisions.get(subject));
    }
  };
  for (const id of ids) visit(decisions.get(id));
  return [...found];
}

/** The same for the same changes in any order. */
function keyOf(changes: readonly Change[]): string {
  return changes
    .map(({ decision, alternative }) => `${decision}=${alternative}`)
    .sort()
    .join(';');
}

function isFirst(key: string, tried: Set<string>): boolean {
  const isNew = !tried.has(key);
  tried.add(key);
  return isNew;
}

/** The first of equals. */
function best(states: readonly State[], search: Search): State {
  const places = placesIn(search);
  const ranked = states.map((state) => ({ state, rank: rankOf(state, search, places) }));
  const [first, ...others] = ranked;
  if (first === undefined) throw new Error('There is nothing to choose from');
  return others.reduce((a, b) => (firstDifference(b.rank, a.rank) < 0 ? b : a), first).state;
}

/** Of each change its place among all, in the order of the decisions and of their alternatives. */
function placesIn({ decisions }: Search): ReadonlyMap<string, number> {
  const all = [...decisions.values()].flatMap((decision) =>
    decision.alternatives.map(({ id }) => keyOf([{ decision: decision.id, alternative: id }])),
  );
  return new Map(all.map((key, place) => [key, place]));
}

/** The smaller the first number that differs, the better. */
function rankOf(state: State, search: Search, places: ReadonlyMap<string, number>): number[] {
  const losses = [...state.losses].sort((a, b) => b - a);
  const standing = state.changes
    .map((change) => places.get(keyOf([change])) ?? 0)
    .sort((a, b) => a - b);
  return [turnedBy(state, search).length, ...losses, ...standing];
}

/** The decisions whose pick is another one, each with the losses of its own changes; in their order. */
function turnedBy({ changes, losses, picked }: State, { before, decisions }: Search) {
  return [...decisions.keys()].flatMap((decision) => {
    const [from, to] = [picksOf(before.get(decision)), picksOf(picked.get(decision))];
    const own = losses.filter((_, index) => changes[index]?.decision === decision);
    return from.join() === to.join() && own.length === 0 ? [] : [{ decision, from, to, own }];
  });
}

function asRepair(state: State, search: Search): Repair {
  const turned = turnedBy(state, search);
  const changes = turned
    .filter(({ own }) => own.length > 0)
    .map(({ own, ...each }): RepairChange => ({ ...each, loses: own.reduce((a, b) => a + b, 0) }));
  const follows = turned.filter(({ own }) => own.length === 0).map(({ own: _, ...each }) => each);
  return { changes, ...(follows.length > 0 && { follows }) };
}

import { firstDifference } from '../../common/lists.ts';
import { isMain } from '../../common/main-decisions.ts';
import type { CombinationMasks } from '../table/combination-masks.ts';
import { has } from '../table/masks.ts';
import { type PickStates, standingPicks } from './pick-states.ts';
import {
  type Change,
  changeOf,
  decisionOf,
  type Ground,
  isSeveral,
  lossesOf,
  placeOf,
  type Trial,
  trialOf,
} from './trial.ts';

/** With more sets of changes than this in one part, its decisions keep their own picks. */
export const MOST_TRIED = 20_000;

/** The best sets of changes: those that leave the fewest combinations broken, and of these the smallest. */
export interface Found {
  readonly trials: readonly Trial[];
  /** How many combinations each of them breaks. */
  readonly left: number;
}

/** How a search goes on. */
export interface Search extends Ground {
  /** Sets of changes that may still be tried; falls. */
  readonly budget: { left: number };
  /** Tries one set of changes. */
  readonly reach: (changes: readonly Change[]) => Trial | undefined;
}

/** Tries at most this many sets of changes. */
export function searchOf(ground: Ground, most: number): Search {
  const reach = (changes: readonly Change[]) => trialOf(changes, ground);
  return { ...ground, budget: { left: most }, reach };
}

/**
 * Exact, level by level: a conflict stays as long as nothing changes in what it names or in what that depends on. So where
 * at most some number of conflicts may be left, one of any larger number has to go, and the next change is among those that
 * may remove one of them. Undefined if that takes too long.
 */
export function fewestChanges(search: Search): Found | undefined {
  for (let left = 0; left <= search.part.combinations.length; left += 1) {
    const trials = fewestLeaving(left, search);
    if (trials === undefined || trials.length > 0) return trials && { trials, left };
  }
  return undefined;
}

/** The smallest sets of changes that leave at most the given number of conflicts; empty if there are none. */
function fewestLeaving(left: number, search: Search): Trial[] | undefined {
  const none = search.reach([]);
  let level = none ? [none] : [];
  while (level.length > 0) {
    const enough = level.filter((trial) => isDone(trial, left));
    if (enough.length > 0) return enough;
    const longer = withOneMore(level, left, search);
    search.budget.left -= longer.length;
    if (search.budget.left < 0) return undefined;
    level = longer.flatMap((changes) => search.reach(changes) ?? []);
  }
  return [];
}

/** The sets of changes of a level with one change more, each once. */
function withOneMore(level: readonly Trial[], left: number, search: Search): (readonly Change[])[] {
  const longer = new Map<string, readonly Change[]>();
  for (const trial of level) {
    for (const changes of longerBy(trial, left, search)) longer.set(changes.join(), changes);
  }
  return [...longer.values()];
}

function isDone(trial: Trial, left: number): boolean {
  return trial.broken.length <= left && trial.void === undefined && trial.blocked === undefined;
}

/** Adds one change: of the obstacles that changes may remove, the one with the fewest options comes first. */
function longerBy(trial: Trial, left: number, search: Search): (readonly Change[])[] {
  return nextChanges(trial, left, search).map((change) =>
    [...trial.changes, change].sort((a, b) => a - b),
  );
}

function nextChanges(trial: Trial, left: number, search: Search): Change[] {
  if (trial.void !== undefined) return changesOf(parentsOf(trial.void, search), trial, search);
  if (trial.blocked !== undefined) return changesOf([trial.blocked], trial, search);
  const ways = trial.broken
    .map((conflict) => changesOf(concerned(conflict, search), trial, search))
    .sort((a, b) => a.length - b.length);
  return [...new Set(ways.slice(0, left + 1).flat())];
}

/** The decisions that a combination names, and all that they depend on; in their order. */
export function concerned({ decisions }: CombinationMasks, search: Ground): number[] {
  const all = new Set(decisions);
  for (const index of decisions) for (const parent of parentsOf(index, search)) all.add(parent);
  return [...all].sort((a, b) => a - b);
}

export function parentsOf(index: number, { picks }: Ground): readonly number[] {
  return picks.situation.tables.decisions[index]?.parents ?? [];
}

/** All other picks of some decisions; also what is picked already, so that their number does not depend on that. */
function changesOf(decisions: readonly number[], trial: Trial, search: Search): Change[] {
  const { pins, tables } = search.picks.situation;
  return decisions.flatMap((decision) => {
    const entry = tables.decisions[decision];
    const changed = changedPlaces(decision, trial);
    const several = isSeveral(decision, search);
    const isFixed = pins.has(decision) || (changed !== 0 && !several);
    if (entry === undefined || isFixed || !trial.states(decision)?.isApplied) return [];
    const out = changed | (several ? entry.baseline : 0);
    return [...entry.alternatives.keys()]
      .filter((place) => !has(out, place))
      .map((place) => changeOf(decision, place));
  });
}

/** The alternatives of a decision that are changed already, as a mask. */
function changedPlaces(decision: number, { changes }: Trial): number {
  let mask = 0;
  for (const change of changes) if (decisionOf(change) === decision) mask |= 1 << placeOf(change);
  return mask;
}

/** The first of the best. */
export function bestOf(trials: readonly Trial[], base: PickStates, ground: Ground): Trial {
  const [first, ...others] = trials;
  if (first === undefined) throw new Error('There is nothing to choose from');
  if (others.length === 0) return first;
  const ranked = trials.map((trial) => ({ trial, rank: rankOf(trial, base, ground) }));
  return ranked.reduce((a, b) => (firstDifference(b.rank, a.rank) < 0 ? b : a)).trial;
}

/**
 * Of sets of equally many changes: the smaller the first number that differs, the better. A finer decision gives way before a
 * main one. As points of two decisions do not compare, losses are not added up.
 */
export function rankOf(trial: Trial, base: PickStates, ground: Ground): number[] {
  const { changes } = trial;
  const losses = lossesOf(changes, ground).sort((a, b) => b - a);
  const turned = turnedBy(trial, base, ground).length;
  return [mainChangesIn(trial, ground), turned, ...losses, ...changes];
}

/** How many of the changes are made in main decisions, which stand below no other. */
export function mainChangesIn({ changes }: Trial, { picks }: Ground): number {
  const { decisions } = picks.situation.tables;
  return changes.filter((each) => isMain(decisions[decisionOf(each)]?.decision ?? {})).length;
}

/** The decisions without a change of their own that lose their standing pick or come to another one; none that only comes up. */
export function turnedBy(trial: Trial, base: PickStates, { part }: Ground): number[] {
  return part.decisions.filter(
    (index) =>
      standingPicks(base(index)) !== 0 &&
      standingPicks(trial.states(index)) !== standingPicks(base(index)) &&
      changedPlaces(index, trial) === 0,
  );
}

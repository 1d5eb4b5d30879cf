import { largest } from '../../common/lists.ts';
import type { CombinationMasks } from '../table/combination-masks.ts';
import type { JointPart } from '../table/joint-parts.ts';
import { has, membersOf } from '../table/masks.ts';
import type { PinMasks } from '../table/tables.ts';
import { brokenIn } from './broken.ts';
import type { HeldPicks, PickStates } from './pick-states.ts';

/**
 * Another pick, as one number: the decision and the place of the alternative in it. Where several may be picked, one
 * technique more if it is not picked, else one less.
 */
export type Change = number;

const PLACES = 32;

export function changeOf(decision: number, place: number): Change {
  return decision * PLACES + place;
}

export function decisionOf(change: Change): number {
  return Math.floor(change / PLACES);
}

export function placeOf(change: Change): number {
  return change % PLACES;
}

/** What some changes come to in one part. */
export interface Trial {
  /** In the order of the decisions and of their alternatives. */
  readonly changes: readonly Change[];
  /** The pins, and the changed picks. */
  readonly held: PinMasks;
  readonly states: PickStates;
  readonly broken: readonly CombinationMasks[];
  /** A changed decision that does not apply now: a change of those that it depends on may bring it up. */
  readonly void?: number;
  /** A decision with several picks that is ruled out as it is held now: a further change of it may lift that. */
  readonly blocked?: number;
}

/** Where picks are changed. */
export interface Ground {
  readonly part: JointPart;
  readonly picks: HeldPicks;
}

/**
 * Tries some changes: each is held like a pin, and decisions that depend on it are decided anew. Undefined if a change
 * is none, whatever else is changed: nothing fits, the pick is the same (unless `mayBeSame`), or it is ruled out.
 */
export function trialOf(
  changes: readonly Change[],
  ground: Ground,
  mayBeSame: (decision: number) => boolean = () => false,
): Trial | undefined {
  const { part, picks } = ground;
  const held = new Map(picks.situation.pins);
  let blocked: number | undefined;
  for (const [decision, places] of placesByDecision(changes)) {
    const mask = maskAfter(decision, places, ground);
    if (mask === undefined) return undefined;
    if (mask === picks.pickOf(decision).picks && !mayBeSame(decision)) return undefined;
    held.set(decision, mask);
    if (isRuledOut(decision, mask, ground)) blocked ??= decision;
  }
  const states = picks.statesUnder(held);
  const pointless = changes
    .map(decisionOf)
    .find((decision) => !picks.freeState(decision, held, states).isApplied);
  return {
    ...{ changes, held, states },
    broken: brokenIn(part.combinations, states),
    ...(pointless !== undefined && { void: pointless }),
    ...(blocked !== undefined && { blocked }),
  };
}

/** Tries changes that are known to be possible. */
export function trialWith(changes: readonly Change[], ground: Ground): Trial {
  const trial = trialOf(
    [...changes].sort((a, b) => a - b),
    ground,
  );
  if (trial === undefined) throw new Error('Changes that were found are not possible');
  return trial;
}

function isRuledOut(decision: number, mask: number, { picks }: Ground): boolean {
  return picks.pickHeld(decision, mask).status === 'infeasible';
}

/** The places of the changed alternatives of each changed decision, as a mask. */
function placesByDecision(changes: readonly Change[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const change of changes) {
    const decision = decisionOf(change);
    places.set(decision, (places.get(decision) ?? 0) | (1 << placeOf(change)));
  }
  return places;
}

export function isSeveral(decision: number, { picks }: Ground): boolean {
  return picks.situation.tables.decisions[decision]?.decision.several === true;
}

/** The changed pick; undefined if it is none. With several picks, it may still be ruled out. */
function maskAfter(decision: number, places: number, ground: Ground): number | undefined {
  const { picks: own, status } = ground.picks.pickOf(decision);
  if (status === 'infeasible') return undefined;
  if (!isSeveral(decision, ground)) {
    return own === 0 || isRuledOut(decision, places, ground) ? undefined : places;
  }
  const baseline = ground.picks.situation.tables.decisions[decision]?.baseline ?? 0;
  const techniques = (own & ~baseline) ^ places;
  return techniques === 0 ? baseline : techniques;
}

/** By how many points each change falls behind what would be picked without it; in the order of the changes. */
export function lossesOf(changes: readonly Change[], ground: Ground): number[] {
  const { scoreOf, pickOf } = ground.picks;
  return changes.map((change) => {
    const [decision, place] = [decisionOf(change), placeOf(change)];
    const score = scoreOf(decision, 1 << place);
    const own = pickOf(decision).picks;
    if (isSeveral(decision, ground)) return has(own, place) ? score : 0 - score;
    return largest(membersOf(own).map((each) => scoreOf(decision, 1 << each))) - score;
  });
}

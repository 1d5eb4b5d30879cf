import type { DecisionAdvice } from '../../model/advice.ts';
import type { Judged } from '../decide/judge.ts';
import { standingIn } from '../decide/score.ts';
import type { Neighbour } from '../flip/neighbours.ts';
import { namesOf } from '../table/masks.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';
import type { DecisionEntry, PinMasks, Tables } from '../table/tables.ts';
import { isFirm } from './firm.ts';
import { givesUp } from './gives-up.ts';
import { rankAll } from './rank.ts';
import { shareOfPick } from './shares.ts';

/** What advice is made of. */
export interface Case {
  readonly tables: Tables;
  readonly answers: AnswerMasks;
  readonly pins: PinMasks;
  /** The answers next to those that are given. */
  readonly near: (slot: Slot) => readonly Neighbour[];
  /** The ids of questions by their indexes. */
  readonly idsOf: (questions: readonly number[]) => string[];
  /** Whether a decision would apply by the answers given and the picks that lead now. */
  readonly appliesAsPicked: (entry: DecisionEntry) => boolean;
}

/** Says what was judged of a decision, with a reason and a place for each point. */
export function decisionAdvice(judged: Judged, given: Case): DecisionAdvice {
  const { entry, applicability, status, picks, dependsOn, isPinned } = judged;
  const { id, title, ask, below } = entry.decision;
  const recommended = namesOf(picks, entry.alternatives);
  const isUndecided = applicability.applies === 'undecided';
  const isBounded = judged.isBounded || applicability.isBounded;
  return {
    id,
    title,
    ask,
    ...(below !== undefined && { below }),
    pinned: isPinned,
    status,
    recommended,
    applies: applicability.applies,
    ...(isUndecided && { appliesDependsOn: given.idsOf(applicability.dependsOn) }),
    ...(isUndecided && given.appliesAsPicked(entry) && { appliesAsPicked: true }),
    ...(status === 'open' && !isPinned && shareOfPick(judged)),
    ...(hasPick(judged) && { firm: isFirm(judged, given) }),
    dependsOn: given.idsOf(dependsOn),
    ...(isBounded && { dependsOnBounded: true }),
    ranking: rankAll(judged, given),
    givesUp: givesUp(entry.decision, recommended, {
      standing: standingAlternatives(judged, given),
      knowledge: given.tables.knowledge,
    }),
  };
}

/** A pin has no other pick to flip to. */
function hasPick({ status, isPinned }: Judged): boolean {
  return !isPinned && status !== 'not-applicable' && status !== 'infeasible';
}

/** What some completion leaves standing. */
function standingAlternatives({ entry }: Judged, { answers }: Case): string[] {
  return entry.tables().flatMap((table) => {
    const ids = namesOf(standingIn(table, answers), table.alternatives);
    return ids.filter((id) => id !== '');
  });
}

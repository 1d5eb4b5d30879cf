import type { Answers, Pins } from '../../model/answers.ts';
import type { Picked } from '../../model/flips.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Verdict } from '../../model/verdict.ts';
import { callsIn, type Judged, joined, QUICK } from '../decide/judge.ts';
import { type Depth, PICKS } from '../decide/judge-table.ts';
import { type JointPicks, jointPicks } from '../joint/joint-picks.ts';
import { namesOf } from '../table/masks.ts';
import type { Slot } from '../table/slots.ts';
import type { DecisionEntry } from '../table/tables.ts';
import { idsOf, judgeOne, judgeWanted, situationOf } from './situation.ts';

/**
 * Says what answers come to in every decision, or in those named, for many systems one after another: status, picks and
 * `dependsOn` of `advise`. Where that would be too much, `dependsOn` is marked as bounded; at the depth `PICKS` it is empty.
 */
export function verdictsOn(
  knowledge: KnowledgeBase,
  only: readonly string[] = [],
  depth: Depth = QUICK,
): (answers: Answers, pins: Pins) => Verdict[] {
  return (answers, pins) => {
    const situation = situationOf(knowledge, { answers, pins });
    const judged = [...judgeWanted(situation, only, depth).values()];
    const joint = jointPicks(situation, { judged, calls: callsIn(depth) });
    return judged.map((each) => verdictOf(each, joint, situation.tables.questions));
  };
}

/** The outcome of one decision, and what is recommended in it. */
export function verdictOf(judged: Judged, joint: JointPicks, questions: readonly Slot[]): Verdict {
  const { index, alternatives } = judged.entry;
  const change = joint.changeOf(index);
  const own = ownVerdictOf(judged, questions);
  if (change === undefined) return own;
  return { ...own, recommended: namesOf(change.picks, alternatives), joint: change.joint };
}

/** Returns the outcomes of decisions on their own, before the picks of others are considered. */
export function ownVerdictsOn(
  knowledge: KnowledgeBase,
  decisions: readonly string[],
  depth: Depth,
): (answers: Answers, pins: Pins) => Verdict[] {
  return (answers, pins) => {
    const situation = situationOf(knowledge, { answers, pins });
    const judged = [...judgeWanted(situation, decisions, depth).values()];
    return judged.map((each) => ownVerdictOf(each, situation.tables.questions));
  };
}

function ownVerdictOf(judged: Judged, questions: readonly Slot[]): Verdict {
  const { entry, status, picks, applicability, dependsOn, isBounded } = judged;
  const isUndecided = applicability.applies === 'undecided';
  return {
    id: entry.decision.id,
    status,
    recommended: namesOf(picks, entry.alternatives),
    applies: applicability.applies,
    ...(isUndecided && { appliesDependsOn: idsOf(applicability.dependsOn, questions) }),
    dependsOn: idsOf(dependsOn, questions),
    ...((isBounded || applicability.isBounded) && { dependsOnBounded: true }),
  };
}

/** Says what some answers come to in one decision, without reasons: for searches that ask very often. */
export function pickerOf(
  knowledge: KnowledgeBase,
  decision: string,
  pins: Pins,
): (answers: Answers) => Picked {
  return (answers) => {
    const judged = judgeOne(situationOf(knowledge, { answers, pins }), decision, PICKS);
    return { status: judged.status, recommended: namesOf(judged.picks, judged.entry.alternatives) };
  };
}

/** What the tables of a decision come to together, were it to apply. */
export function pickOfTables(
  entry: DecisionEntry,
  tables: Parameters<typeof joined>[1],
  isPinned: boolean,
): Picked {
  const { status, picks } = joined(entry, tables, isPinned);
  return { status, recommended: namesOf(picks, entry.alternatives) };
}

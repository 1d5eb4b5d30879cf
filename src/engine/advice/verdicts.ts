import type { Answers, Pins } from '../../model/answers.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Verdict } from '../../model/verdict.ts';
import { type Judged, judge, QUICK } from '../decide/judge.ts';
import type { Depth } from '../decide/judge-table.ts';
import { namesOf } from '../table/masks.ts';
import { masksOf, type Slot } from '../table/slots.ts';
import { pinMasksOf, tablesFor } from '../table/tables.ts';

/**
 * Says what answers come to in every decision, or in those named, for many systems one after another: status, picks and
 * `dependsOn` of `advise`. Where that would be too much, `dependsOn` is marked as bounded; at the depth `PICKS` it is empty.
 */
export function verdictsOn(
  knowledge: KnowledgeBase,
  only: readonly string[] = [],
  depth: Depth = QUICK,
): (answers: Answers, pins: Pins) => Verdict[] {
  const tables = tablesFor(knowledge);
  const decisions = only.flatMap((id) => tables.indexOf.get(id) ?? []);
  const wanted = { ...(only.length > 0 && { decisions }), depth };
  return (answers, pins) => {
    const situation = {
      tables,
      answers: masksOf(answers, tables.questions),
      pins: pinMasksOf(pins, tables),
    };
    return [...judge(situation, wanted).values()].map((judged) =>
      verdictOf(judged, tables.questions),
    );
  };
}

export function verdictOf(judged: Judged, questions: readonly Slot[]): Verdict {
  const { entry, status, picks, applicability, dependsOn, isBounded } = judged;
  const idsOf = (indexes: readonly number[]) =>
    indexes.flatMap((each) => questions[each]?.id ?? []);
  return {
    id: entry.decision.id,
    status,
    recommended: namesOf(picks, entry.alternatives),
    applies: applicability.applies,
    ...(applicability.applies === 'undecided' && {
      appliesDependsOn: idsOf(applicability.dependsOn),
    }),
    dependsOn: idsOf(dependsOn),
    ...((isBounded || applicability.isBounded) && { dependsOnBounded: true }),
  };
}

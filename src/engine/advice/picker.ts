import type { Answers, Pins } from '../../model/answers.ts';
import type { Picked } from '../../model/flips.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { joined, judge } from '../decide/judge.ts';
import { PICKS } from '../decide/judge-table.ts';
import { namesOf } from '../table/masks.ts';
import { masksOf } from '../table/slots.ts';
import { type DecisionEntry, pinMasksOf, tablesFor } from '../table/tables.ts';

/** Says what some answers come to in one decision, without reasons: for searches that ask very often. */
export function pickerOf(
  knowledge: KnowledgeBase,
  decision: string,
  pins: Pins,
): (answers: Answers) => Picked {
  const tables = tablesFor(knowledge);
  const index = tables.indexOf.get(decision) ?? -1;
  const pinned = pinMasksOf(pins, tables);
  return (answers) => {
    const situation = { tables, answers: masksOf(answers, tables.questions), pins: pinned };
    const judged = judge(situation, { decisions: [index], depth: PICKS }).get(index);
    if (judged === undefined) return { status: 'not-applicable', recommended: [] };
    const { status, picks, entry } = judged;
    return { status, recommended: namesOf(picks, entry.alternatives) };
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

import type { Answers, Pins } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type Judged, judge, QUICK, type Situation, THOROUGH } from '../decide/judge.ts';
import { type Neighbour, nearAnswers } from '../flip/changes.ts';
import { type JointPicks, jointPicks } from '../joint/joint-picks.ts';
import { conjunctionOf, type Truth, truthOf } from '../table/conditions.ts';
import { narrowed } from '../table/implied.ts';
import { masksOf, type Slot } from '../table/slots.ts';
import { pinMasksOf, tablesFor } from '../table/tables.ts';

/** What is answered and what is pinned. */
export interface Given {
  readonly answers: Answers;
  readonly pins: Pins;
  /** The questions that somebody was asked and cannot answer; absent where nobody was asked. */
  readonly unknown?: readonly string[];
}

export interface Asked extends Given {
  /** The decisions asked for; all where it is empty. */
  readonly decisions: readonly string[];
}

export function situationOf(
  knowledge: KnowledgeBase,
  { answers, pins, unknown = [] }: Given,
): Situation {
  const tables = tablesFor(knowledge);
  const given = masksOf(answers, tables.questions);
  const { answers: implied } = narrowed(given, tables.implying);
  const open = unknown.flatMap((id) => tables.slots.get(id)?.index ?? []);
  return {
    ...{ tables, given, answers: implied, pins: pinMasksOf(pins, tables) },
    ...(open.length > 0 && { unknown: new Set(open) }),
  };
}

/** Judges the decisions named; all where none is. */
export function judgeWanted(
  situation: Situation,
  wanted: readonly string[],
  depth = THOROUGH,
): Map<number, Judged> {
  const decisions = wanted.flatMap((id) => situation.tables.indexOf.get(id) ?? []);
  return judge(situation, { ...(wanted.length > 0 && { decisions }), depth });
}

/** Judges one decision. */
export function judgeOne(situation: Situation, decision: string, depth = THOROUGH): Judged {
  const [judged] = judgeWanted(situation, [decision], depth).values();
  if (judged === undefined) throw new Error(`There is no decision ${decision}`);
  return judged;
}

/** The ids of questions by their indexes. */
export function idsOf(indexes: readonly number[], questions: readonly Slot[]): string[] {
  return indexes.flatMap((index) => questions[index]?.id ?? []);
}

/** Whether a condition holds under the answers; undefined without one, or if it names a question that is not asked. */
export function truthIn(
  condition: Condition | undefined,
  { tables, answers }: Pick<Situation, 'tables' | 'answers'>,
): Truth | undefined {
  const conjunction = condition && conjunctionOf(condition, tables.slots);
  return conjunction && truthOf(conjunction, answers, tables.questions);
}

/** What advice is made of. */
export interface Case extends Situation {
  /** The answers next to those that are given. */
  readonly near: (slot: Slot) => readonly Neighbour[];
  readonly idsOf: (questions: readonly number[]) => string[];
  /** What is recommended, all decisions taken together. */
  readonly joint: JointPicks;
}

export function caseOf(
  situation: Situation,
  joint = jointPicks(situation, { judged: [], calls: QUICK.calls }),
): Case {
  const { tables, given, answers, pins } = situation;
  return {
    ...{ tables, given, answers, pins, joint, near: nearAnswers(given) },
    idsOf: (questions) => idsOf(questions, tables.questions),
  };
}

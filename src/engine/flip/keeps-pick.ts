import { type Answered, answeredPart, scaleOf } from '../decide/answered.ts';
import { type JudgedTable, judgeTable, PICKS } from '../decide/judge-table.ts';
import { rulesOutSome } from '../decide/race.ts';
import { unbeatenByBounds } from '../decide/residual.ts';
import { leaderOf } from '../decide/score.ts';
import type { DecisionTable } from '../table/decision-table.ts';
import { type Implying, narrowed, sourcesOf } from '../table/implied.ts';
import { has } from '../table/masks.ts';
import { countingIn, type QuestionColumns } from '../table/question-columns.ts';
import type { AnswerMasks, Slot } from '../table/slots.ts';
import type { Neighbour } from './changes.ts';

interface Given {
  /** What was answered, without what follows from it. */
  readonly given: AnswerMasks;
  /** With what follows from it. */
  readonly answers: AnswerMasks;
  readonly questions: readonly Slot[];
  readonly implying: readonly Implying[];
  /** The answers next to the present ones. */
  readonly near: (slot: Slot) => readonly Neighbour[];
}

/** Whether a table comes to the same picks after every single different answer to a question that is answered. */
export function keepsPick({ table, picks }: JudgedTable, by: Given): boolean {
  const { questions } = by;
  const place = table.picks.indexOf(picks);
  const isKept = (answers: AnswerMasks) =>
    (place >= 0 && surelyPicks(table, place, { answers, questions })) ||
    judgeTable(table, answers, { questions, depth: PICKS }).picks === picks;
  const isOpen = (slot: number) => by.given[slot] === 0;
  const implying = by.implying.filter(({ slot }) => table.byQuestion.has(slot) && isOpen(slot));
  const linked = new Set(implying.flatMap((each) => [each.slot, ...sourcesOf(each)]));
  const all = new Set([...table.byQuestion.keys(), ...linked]);
  return [...all].every((index) => {
    const own = { ...by, implying: linked.has(index) ? implying : [] };
    return changesAt(index, table.byQuestion.get(index), own).every(isKept);
  });
}

/**
 * The answers after each change of one, with what follows from them; one of those that do the same in the columns of a
 * table and imply the same, and none that is like the present ones.
 */
function changesAt(
  index: number,
  columns: QuestionColumns | undefined,
  { given, answers, questions, implying, near }: Given,
): AnswerMasks[] {
  const slot = questions[index];
  const present = given[index] ?? 0;
  if (slot === undefined || present === 0) return [];
  const counting = columns ? countingIn(columns) : 0;
  const wordOf = (mask: number, after: AnswerMasks) =>
    [mask & counting, ...implying.map((each) => after[each.slot])].join();
  const found = new Map<string, AnswerMasks>();
  for (const { mask } of near(slot)) {
    const after =
      implying.length === 0
        ? answers.with(index, mask)
        : narrowed(given.with(index, mask), implying).answers;
    found.set(wordOf(mask, after), after);
  }
  found.delete(wordOf(present, answers));
  return [...found.values()];
}

/**
 * Whether bounds alone show that an alternative is picked: it wins under every completion, or it leads and nothing else
 * can be proved, as it beats each other one under some completion. False if only judging the table can decide.
 */
function surelyPicks(
  table: DecisionTable,
  place: number,
  { answers, questions }: Pick<Given, 'questions'> & { readonly answers: AnswerMasks },
): boolean {
  const given = answeredPart(table, answers);
  if (has(given.ruledOut | rulesOutSome(given.conditions), place)) return false;
  const isSafe = given.open.every(({ mayRuleOut }) => !has(mayRuleOut, place));
  if (isSafe && unbeatenByBounds(given) === 1 << place) return true;
  return mayBeatAll(given, place) && leaderOf(given, answers, questions) === 1 << place;
}

/** Whether one that no condition rules out leads each other one under some completion. */
function mayBeatAll(given: Answered, place: number): boolean {
  for (let other = 0; other < given.points.length; other += 1) {
    const isRival = other !== place && !has(given.ruledOut, other);
    if (isRival && leadReached(given, place, other) <= 0) return false;
  }
  return true;
}

/** A lead that some completion reaches which leaves it standing: each open question at its best, each open condition at its worst. */
function leadReached(
  { table, points, open, conditions }: Answered,
  place: number,
  other: number,
): number {
  const width = points.length;
  let lead = (points[place] ?? 0) - (points[other] ?? 0);
  for (const { lowest } of open) lead -= scaleOf(table) * (lowest[other * width + place] ?? 0);
  for (const condition of conditions) {
    if (condition.alternative === place) lead += Math.min(0, condition.points);
    if (condition.alternative === other) lead -= Math.max(0, condition.points);
  }
  return lead;
}

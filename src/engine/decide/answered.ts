import { holdsUnder, meetsSoFar } from '../table/conditions.ts';
import type { DecisionTable, JoinedCondition, JoinedLiteral } from '../table/decision-table.ts';
import { addRows } from '../table/decision-table.ts';
import { narrowedColumns } from '../table/lazy-columns.ts';
import { counts, type OwnEffect, type QuestionColumns } from '../table/question-columns.ts';
import type { AnswerMasks } from '../table/slots.ts';

/** A table with the columns of its answered questions added up; points are doubled for a technique. */
export interface Answered {
  readonly table: DecisionTable;
  /** By place. */
  readonly points: number[];
  /** Certainly, as far as each question and condition shows it by itself. */
  ruledOut: number;
  readonly open: readonly QuestionColumns[];
  /** The joined conditions that may still hold or fail, with the literals that are still open. */
  readonly conditions: readonly StillOpen[];
}

export type StillOpen = Pick<
  JoinedCondition,
  'alternative' | 'points' | 'rulesOut' | 'negated' | 'anyOf'
>;

type Growing = Answered & {
  readonly open: QuestionColumns[];
  readonly conditions: StillOpen[];
};

/** Points are multiplied by this, so that not having a technique can be worth one more where both are equal. */
export function scaleOf({ isTechnique }: Pick<DecisionTable, 'isTechnique'>): number {
  return isTechnique ? 2 : 1;
}

export function answeredPart(table: DecisionTable, answers: AnswerMasks): Answered {
  const points = table.base.slice();
  const answered: Growing = { table, points, ruledOut: 0, open: [], conditions: [] };
  addAnswers(answered, answers);
  for (const condition of table.joined) addCondition(answered, condition, answers);
  if (table.isTechnique) scale(points);
  return answered;
}

function scale(points: number[]): void {
  for (let place = 0; place < points.length; place += 1) points[place] = 2 * (points[place] ?? 0);
  points[0] = (points[0] ?? 0) + 1;
}

function addAnswers(answered: Growing, answers: AnswerMasks): void {
  const { slots, several } = answered.table.rows;
  for (let index = 0; index < slots.length; index += 1) {
    addAnswer(answered, index, answers[slots[index] ?? 0] ?? 0);
  }
  for (const { slot, effects } of several) {
    const answer = answers[slot] ?? 0;
    if (answer > 0) addEffects(answered, effects, answer);
  }
}

function addAnswer(answered: Growing, index: number, answer: number): void {
  const { points, table } = answered;
  const { starts, rows } = table.rows;
  if (answer <= 0) addOpen(answered, index, answer);
  else answered.ruledOut |= addRows(points, rows, starts[index] ?? 0, answer);
}

function addEffects(answered: Growing, effects: readonly OwnEffect[], answer: number): void {
  for (const effect of effects) if (counts(effect, answer)) addEffect(answered, effect);
}

function addOpen(answered: Growing, index: number, answer: number): void {
  const all = answered.table.questions[index];
  if (all === undefined) return;
  const question = narrowedColumns(all, answer);
  answered.open.push(question);
  answered.ruledOut |= question.rulesOut;
}

type Adding = Pick<JoinedCondition, 'alternative' | 'points' | 'rulesOut'>;

function addEffect(answered: Growing, { alternative, points, rulesOut }: Adding): void {
  answered.points[alternative] = (answered.points[alternative] ?? 0) + points;
  if (rulesOut) answered.ruledOut |= 1 << alternative;
}

function addCondition(answered: Growing, condition: JoinedCondition, answers: AnswerMasks): void {
  const holds = holdsUnder(condition.terms, answers);
  if (holds === undefined) answered.conditions.push(stillOpen(condition, answered.table, answers));
  else if (holds !== condition.negated) addEffect(answered, condition);
}

/** With the conjunctions that may still hold, and their open literals. */
function stillOpen(
  { alternative, points, rulesOut, negated, anyOf }: JoinedCondition,
  table: DecisionTable,
  answers: AnswerMasks,
): StillOpen {
  const holds = ({ slot, masks }: JoinedLiteral) => meetsSoFar(answers[slot] ?? 0, masks);
  const isStillOpen = (literal: JoinedLiteral) => holds(literal) === undefined;
  const left = anyOf
    .filter((conjunction) => conjunction.every((literal) => holds(literal) !== false))
    .map((conjunction) =>
      conjunction.every(isStillOpen) ? conjunction : conjunction.filter(isStillOpen),
    );
  return { alternative, points: scaleOf(table) * points, rulesOut, negated, anyOf: left };
}

/** Whether a joined condition counts under every completion, as each of its conjunctions shows by itself. */
export function certainlyCounts(
  { terms, negated }: JoinedCondition,
  answers: AnswerMasks,
): boolean {
  return holdsUnder(terms, answers) === !negated;
}

/** Adds points up, place by place. */
export function addTo(sums: number[], added: readonly number[]): void {
  for (let place = 0; place < sums.length; place += 1) {
    sums[place] = (sums[place] ?? 0) + (added[place] ?? 0);
  }
}

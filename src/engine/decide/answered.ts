import { meets } from '../table/conditions.ts';
import type { DecisionTable, JoinedCondition } from '../table/decision-table.ts';
import { counts, type QuestionColumns } from '../table/question-columns.ts';
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
  const { base, questions, joined } = table;
  const answered: Growing = { table, points: base.slice(), ruledOut: 0, open: [], conditions: [] };
  for (const question of questions) addQuestion(answered, question, answers[question.slot] ?? 0);
  for (const condition of joined) addCondition(answered, condition, answers);
  if (table.isTechnique) scale(answered.points);
  return answered;
}

function scale(points: number[]): void {
  for (let place = 0; place < points.length; place += 1) points[place] = 2 * (points[place] ?? 0);
  points[0] = (points[0] ?? 0) + 1;
}

/** A single choice is looked up; several are added up, as they are any of many sets. */
function addQuestion(answered: Growing, question: QuestionColumns, answer: number): void {
  if (answer === 0) {
    answered.open.push(question);
    answered.ruledOut |= question.rulesOut;
  } else if (question.several) {
    addSeveral(answered, question, answer);
  } else {
    const column = question.columns[31 - Math.clz32(answer)];
    if (column === undefined) return;
    addTo(answered.points, column.points);
    answered.ruledOut |= column.ruledOut;
  }
}

function addSeveral(answered: Growing, question: QuestionColumns, answer: number): void {
  for (let left = answer; left !== 0; left &= left - 1) {
    const added = question.added[31 - Math.clz32(left & -left)];
    if (added) addTo(answered.points, added);
  }
  for (const effect of question.effects) if (counts(effect, answer)) addEffect(answered, effect);
}

/** Adds points up, place by place. */
export function addTo(sums: number[], added: readonly number[]): void {
  for (let place = 0; place < sums.length; place += 1) {
    sums[place] = (sums[place] ?? 0) + (added[place] ?? 0);
  }
}

function addEffect(
  answered: Growing,
  {
    alternative,
    points,
    rulesOut,
  }: Pick<JoinedCondition, 'alternative' | 'points' | 'rulesOut'>,
): void {
  answered.points[alternative] = (answered.points[alternative] ?? 0) + points;
  if (rulesOut) answered.ruledOut |= 1 << alternative;
}

function addCondition(answered: Growing, condition: JoinedCondition, answers: AnswerMasks): void {
  const holds = holdsUnder(condition, answers);
  if (holds !== undefined) {
    if (holds !== condition.negated) addEffect(answered, condition);
    return;
  }
  const { alternative, rulesOut, negated } = condition;
  const points = scaleOf(answered.table) * condition.points;
  const anyOf = conjunctionsLeft(condition, answers);
  answered.conditions.push({ alternative, points, rulesOut, negated, anyOf });
}

/** Whether a joined condition counts under every completion, as each of its conjunctions shows by itself. */
export function certainlyCounts(condition: JoinedCondition, answers: AnswerMasks): boolean {
  return holdsUnder(condition, answers) === !condition.negated;
}

/** Whether one of its conjunctions holds; undefined where that is open, as each of them shows by itself. */
function holdsUnder({ anyOf }: JoinedCondition, answers: AnswerMasks): boolean | undefined {
  let isOpen = false;
  for (const conjunction of anyOf) {
    const holds = allHold(conjunction, answers);
    if (holds === true) return true;
    if (holds === undefined) isOpen = true;
  }
  return isOpen ? undefined : false;
}

function allHold(
  conjunction: JoinedCondition['anyOf'][number],
  answers: AnswerMasks,
): boolean | undefined {
  let isOpen = false;
  for (const { slot, masks } of conjunction) {
    const answer = answers[slot] ?? 0;
    if (answer === 0) isOpen = true;
    else if (!meets(answer, masks)) return false;
  }
  return isOpen ? undefined : true;
}

/** The conjunctions that may still hold, with their open literals. */
function conjunctionsLeft(
  { anyOf }: JoinedCondition,
  answers: AnswerMasks,
): JoinedCondition['anyOf'] {
  const isOpen = ({ slot }: { readonly slot: number }) => (answers[slot] ?? 0) === 0;
  return anyOf
    .filter((conjunction) => allHold(conjunction, answers) === undefined)
    .map((conjunction) => (conjunction.every(isOpen) ? conjunction : conjunction.filter(isOpen)));
}

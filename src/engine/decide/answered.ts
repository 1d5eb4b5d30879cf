import { meets } from '../table/conditions.ts';
import type { DecisionTable, JoinedCondition } from '../table/decision-table.ts';
import { columnOf, type QuestionColumns } from '../table/question-columns.ts';
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

/** Points are multiplied by this, so that not having a technique can be worth one more where both are equal. */
export function scaleOf({ isTechnique }: Pick<DecisionTable, 'isTechnique'>): number {
  return isTechnique ? 2 : 1;
}

export function answeredPart(table: DecisionTable, answers: AnswerMasks): Answered {
  const points = table.base.map((each) => each * scaleOf(table));
  if (table.isTechnique) points[0] = 1;
  const answered = { table, points, ruledOut: 0, open: [], conditions: [] };
  addQuestions(answered, answers);
  addConditions(answered, answers);
  return answered;
}

type Growing = Answered & {
  readonly open: QuestionColumns[];
  readonly conditions: StillOpen[];
};

function addQuestions(answered: Growing, answers: AnswerMasks): void {
  for (const question of answered.table.questions) {
    const answer = answers[question.slot] ?? 0;
    if (answer === 0) answered.open.push(question);
    else addColumn(answered, question, answer);
  }
  for (const { rulesOut } of answered.open) answered.ruledOut |= rulesOut;
}

function addConditions(answered: Growing, answers: AnswerMasks): void {
  const scale = scaleOf(answered.table);
  for (const condition of answered.table.joined) {
    const left = conjunctionsLeft(condition, answers);
    if (typeof left !== 'boolean') answered.conditions.push(scaled(condition, left, scale));
    else if (left !== condition.negated) addEffect(answered, condition);
  }
}

function scaled(condition: JoinedCondition, anyOf: StillOpen['anyOf'], scale: number): StillOpen {
  return { ...condition, points: scale * condition.points, anyOf };
}

/** A single choice is looked up, as it is one of few. */
function addColumn(answered: Answered, question: QuestionColumns, answer: number): void {
  const { points, table } = answered;
  const scale = scaleOf(table);
  const column = question.several
    ? columnOf(question, answer, points.length)
    : question.columns[31 - Math.clz32(answer)];
  if (column === undefined) return;
  for (let place = 0; place < points.length; place += 1) {
    points[place] = (points[place] ?? 0) + scale * (column.points[place] ?? 0);
  }
  answered.ruledOut |= column.ruledOut;
}

function addEffect(answered: Answered, { alternative, points, rulesOut }: JoinedCondition): void {
  const before = answered.points[alternative] ?? 0;
  answered.points[alternative] = before + scaleOf(answered.table) * points;
  if (rulesOut) answered.ruledOut |= 1 << alternative;
}

/** Whether a joined condition counts under every completion, as each of its conjunctions shows by itself. */
export function certainlyCounts(condition: JoinedCondition, answers: AnswerMasks): boolean {
  return conjunctionsLeft(condition, answers) === !condition.negated;
}

/** Whether one of the conjunctions holds; those that may where it is open. */
function conjunctionsLeft(
  { anyOf }: JoinedCondition,
  answers: AnswerMasks,
): boolean | JoinedCondition['anyOf'] {
  const open: JoinedCondition['anyOf'][number][] = [];
  for (const conjunction of anyOf) {
    const left = literalsLeft(conjunction, answers);
    if (left?.length === 0) return true;
    if (left !== undefined) open.push(left);
  }
  return open.length === 0 ? false : open;
}

/** Undefined where an answer fails one of them. */
function literalsLeft(
  conjunction: JoinedCondition['anyOf'][number],
  answers: AnswerMasks,
): JoinedCondition['anyOf'][number] | undefined {
  let isWhole = true;
  for (const { slot, masks } of conjunction) {
    const answer = answers[slot] ?? 0;
    if (answer === 0) continue;
    if (!meets(answer, masks)) return undefined;
    isWhole = false;
  }
  return isWhole ? conjunction : conjunction.filter(({ slot }) => (answers[slot] ?? 0) === 0);
}

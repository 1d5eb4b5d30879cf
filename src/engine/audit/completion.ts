import type { Answers, Pins } from '../../model/answers.ts';
import type { Question } from '../../model/question.ts';
import { type Column, plus } from '../column.ts';
import type { CompiledDecision } from '../compiled.ts';
import { type DecisionTable, WITHOUT } from '../decision-table.ts';
import type { Effect } from '../effects.ts';
import type { AnswerClass } from '../legal-answers.ts';
import { fulfils, type Part } from '../terms.ts';

/** An open question with the answers that make a difference to some decisions. */
export interface Axis {
  readonly question: string;
  readonly classes: readonly AxisClass[];
}

export interface AxisClass extends AnswerClass {
  /** What the answer does in each table; in the order of the tables. */
  readonly columns: readonly (Column | undefined)[];
}

/** Some decisions looked at together, what they hang on before them. */
export interface Sight {
  readonly chain: readonly CompiledDecision[];
  readonly tables: readonly DecisionTable[];
  readonly questions: ReadonlyMap<string, Question>;
}

/** One answer to every open question, as the decisions of a chain see it. */
export interface Completion {
  readonly totalOf: (table: DecisionTable) => Column;
  readonly answerTo: (question: string) => readonly string[];
}

export interface Setting {
  readonly sight: Sight;
  /** The questions that are open here, each with the answers that are tried. */
  readonly axes: readonly Axis[];
  readonly answers: Answers;
}

/** What completions come to; `digits` name a class of each axis. Prepared once, quick for each. */
export function completer({ sight, axes, answers }: Setting): (digits: Digits) => Completion {
  const indexOf = new Map(axes.map(({ question }, index) => [question, index]));
  const answerTo = (digits: Digits, question: string): readonly string[] => {
    const index = indexOf.get(question);
    if (index === undefined) return answers.get(question)?.choices ?? [];
    return axes[index]?.classes[digits[index] ?? 0]?.choices ?? [];
  };
  const totals = new Map(
    sight.tables.map((table, index) => [table, totaller(table, index, { axes, answers, indexOf })]),
  );
  return (digits) => ({
    totalOf: (table) => totals.get(table)?.(digits) ?? table.base,
    answerTo: (question) => answerTo(digits, question),
  });
}

export type Digits = readonly number[];

interface Surroundings {
  readonly axes: readonly Axis[];
  readonly answers: Answers;
  readonly indexOf: ReadonlyMap<string, number>;
}

function totaller(table: DecisionTable, own: number, around: Surroundings) {
  const known = answeredColumn(table, around.answers);
  const columns = around.axes.flatMap(({ classes }, axis) => {
    const each = classes.map((answer) => answer.columns[own]);
    return each.some((column) => column !== undefined) ? [{ axis, each }] : [];
  });
  const interactions = table.interactions.map((effect) => resolve(effect, around));
  return (digits: Digits): Column => {
    const points = known.points.slice();
    const ruledOut = known.ruledOut.slice();
    const add = (column: Column | undefined) => {
      if (column === undefined) return;
      for (let index = 0; index < points.length; index += 1) {
        points[index] = (points[index] ?? 0) + (column.points[index] ?? 0);
        ruledOut[index] ||= column.ruledOut[index] === true;
      }
    };
    for (const { axis, each } of columns) add(each[digits[axis] ?? 0]);
    for (const { effect, anyOf } of interactions) {
      const holds = anyOf.some((literals) => literals.every((literal) => isTrue(literal, digits)));
      if (holds !== effect.negated) add(effect);
    }
    return { points, ruledOut };
  };
}

/** Whether the answer on an axis fulfils a part of a condition, by its class. */
interface Literal {
  readonly axis: number;
  readonly byClass: readonly boolean[];
}

function isTrue({ axis, byClass }: Literal, digits: Digits): boolean {
  return byClass[digits[axis] ?? 0] === true;
}

/** What is left of the conditions of an effect once the answers are put in. */
function resolve(effect: Effect, { axes, answers, indexOf }: Surroundings) {
  const literalOf = (part: Part): Literal | boolean => {
    const axis = indexOf.get(part.question);
    if (axis === undefined) return fulfils(answers.get(part.question)?.choices ?? [], part);
    const classes = axes[axis]?.classes ?? [];
    return { axis, byClass: classes.map(({ choices }) => fulfils(choices, part)) };
  };
  const anyOf = effect.anyOf
    .map((parts) => parts.map(literalOf))
    .filter((literals) => !literals.includes(false))
    .map((literals) => literals.filter((literal) => typeof literal === 'object'));
  return { effect, anyOf };
}

/** The picks of each decision of a chain, in its order; undefined where a decision does not apply. */
export function picksIn(
  chain: readonly CompiledDecision[],
  pins: Pins,
  completion: Completion,
): Map<string, readonly string[] | undefined> {
  const picks = new Map<string, readonly string[] | undefined>();
  for (const compiled of chain) {
    const { id } = compiled.decision;
    const applies = pins.has(id) || isApplicable(compiled, picks, completion);
    picks.set(id, applies ? winnersOf(compiled, pins.get(id), completion) : undefined);
  }
  return picks;
}

function isApplicable(
  { appliesWhen }: CompiledDecision,
  picks: ReadonlyMap<string, readonly string[] | undefined>,
  { answerTo }: Completion,
): boolean {
  const choicesOf = (subject: string) =>
    picks.has(subject) ? (picks.get(subject) ?? []) : answerTo(subject);
  const holds = (part: Part) => fulfils(choicesOf(part.question), part);
  return appliesWhen.length === 0 || appliesWhen.some((parts) => parts.every(holds));
}

function winnersOf(
  { decision, tables, hardRules }: CompiledDecision,
  pin: readonly string[] | undefined,
  { totalOf, answerTo }: Completion,
): readonly string[] {
  if (pin) {
    const isOut = hardRules.some(
      ({ alternative, parts }) =>
        pin.includes(alternative) && parts.every((part) => fulfils(answerTo(part.question), part)),
    );
    return isOut ? [] : pin;
  }
  const winners = tables.flatMap((table) => bestIn(table, totalOf(table), decision.several));
  if (!decision.several) return winners;
  const techniques = winners.filter((id) => id !== WITHOUT);
  return techniques.length > 0 ? techniques : [decision.baseline ?? WITHOUT];
}

/** All that stand and have the highest value; a technique has to be better than not having it. */
function bestIn({ alternatives }: DecisionTable, column: Column, several: boolean): string[] {
  const left = alternatives.map((id, index) => ({
    id,
    value: standing(column, index),
    out: column.ruledOut[index],
  }));
  const values = left.filter(({ out }) => !out).map(({ value }) => value);
  const best = Math.max(...values);
  const winners = left.filter(({ value, out }) => !out && value === best).map(({ id }) => id);
  return several && winners.length > 1 ? [WITHOUT] : winners;
}

/** K of MODEL.md: more than any sum of points can reach, and small enough that sums of it stay exact. */
const RULED_OUT = 1e10;

/** The value of an alternative in a column, with what is ruled out far below everything else. */
export function standing({ points, ruledOut }: Column, alternative: number): number {
  return (points[alternative] ?? 0) - (ruledOut[alternative] === true ? RULED_OUT : 0);
}

/** What the base weights and the given answers do, interactions apart. */
function answeredColumn(table: DecisionTable, answers: Answers): Column {
  return [...table.questions.values()]
    .flatMap(({ question, columnOf }) => {
      const answer = answers.get(question.id);
      return answer ? [columnOf(answer.choices)] : [];
    })
    .reduce(plus, table.base);
}

import type { Answers, Pins } from '../model/answers.ts';
import { type Axis, axesOf, type Sight } from './axes.ts';
import { standing } from './bounds.ts';
import type { Column } from './column.ts';
import type { CompiledDecision } from './compiled.ts';
import { type DecisionTable, WITHOUT } from './decision-table.ts';
import { isFulfilled } from './effects.ts';
import { answeredColumn } from './space.ts';
import { fulfils, type Part } from './terms.ts';

/** More completions than this are not listed one by one (MODEL.md, section 3). */
const MOST_COMPLETIONS = 20_000;

/** What the last decision of a chain comes to under every completion of the answers. */
export interface Outcomes {
  /** The winners joined, empty where nothing stands, or `NOT_APPLICABLE`; each different one once. */
  readonly distinct: ReadonlySet<string>;
  /** The open questions of which a single answer can change the outcome. */
  readonly dependsOn: readonly string[];
}

export const NOT_APPLICABLE = '-';

/** The winners that an outcome names. */
export function winnersIn(outcome: string): string[] {
  return outcome === '' || outcome === NOT_APPLICABLE ? [] : outcome.split('|');
}

/** Lists all completions; undefined where there are too many. */
export function outcomesOf(sight: Sight, answers: Answers, pins: Pins): Outcomes | undefined {
  const axes = axesOf(sight, answers);
  const size = axes.reduce((product, { classes }) => product * classes.length, 1);
  if (size > MOST_COMPLETIONS) return undefined;
  const evaluate = evaluator({ sight, axes, answers, pins });
  const outcomes = Array.from({ length: size }, (_, index) => evaluate(digitsOf(index, axes)));
  return { distinct: new Set(outcomes), dependsOn: deciding(axes, outcomes) };
}

/** Which answer each axis has in the completion with this number. */
function digitsOf(index: number, axes: readonly Axis[]): number[] {
  let rest = index;
  return axes.map(({ classes }) => {
    const digit = rest % classes.length;
    rest = Math.floor(rest / classes.length);
    return digit;
  });
}

/** The axes along which the outcome varies while all others stay. */
function deciding(axes: readonly Axis[], outcomes: readonly string[]): string[] {
  let stride = 1;
  return axes.flatMap(({ question, classes }) => {
    const step = stride;
    stride *= classes.length;
    const varies = outcomes.some((outcome, index) => {
      const digit = Math.floor(index / step) % classes.length;
      return outcome !== outcomes[index - digit * step];
    });
    return varies ? [question] : [];
  });
}

interface Setting {
  readonly sight: Sight;
  readonly axes: readonly Axis[];
  readonly answers: Answers;
  readonly pins: Pins;
}

/** One completion, as the decisions see it. */
interface Completion {
  readonly totalOf: (table: DecisionTable) => Column;
  readonly answerTo: (question: string) => readonly string[];
}

function evaluator({ sight, axes, answers, pins }: Setting): (digits: readonly number[]) => string {
  const known = new Map(sight.tables.map((table) => [table, answeredColumn(table, answers)]));
  const indexOf = new Map(axes.map(({ question }, index) => [question, index]));
  const tableIndex = new Map(sight.tables.map((table, index) => [table, index]));
  return (digits) => {
    const at = (axis: Axis, index: number) => axis.classes[digits[index] ?? 0];
    const answerTo = (question: string): readonly string[] => {
      const index = indexOf.get(question);
      const axis = index === undefined ? undefined : axes[index];
      if (axis && index !== undefined) return at(axis, index)?.choices ?? [];
      return answers.get(question)?.choices ?? [];
    };
    const totalOf = (table: DecisionTable) => {
      const columns = axes.flatMap(
        (axis, index) => at(axis, index)?.columns[tableIndex.get(table) ?? 0] ?? [],
      );
      const holding = table.interactions.filter((effect) => isFulfilled(effect, answerTo));
      return total([known.get(table) ?? table.base, ...columns, ...holding]);
    };
    return outcomeOf(sight.chain, pins, { totalOf, answerTo });
  };
}

function total(columns: readonly Column[]): Column {
  const points = columns[0]?.points.slice() ?? [];
  const ruledOut = columns[0]?.ruledOut.slice() ?? [];
  for (const column of columns.slice(1)) {
    for (let index = 0; index < points.length; index += 1) {
      points[index] = (points[index] ?? 0) + (column.points[index] ?? 0);
      ruledOut[index] ||= column.ruledOut[index] === true;
    }
  }
  return { points, ruledOut };
}

function outcomeOf(chain: readonly CompiledDecision[], pins: Pins, completion: Completion): string {
  const picks = new Map<string, readonly string[] | undefined>();
  for (const compiled of chain) {
    const { id } = compiled.decision;
    const applies = pins.has(id) || isApplicable(compiled, picks, completion);
    picks.set(id, applies ? winnersOf(compiled, pins.get(id), completion) : undefined);
  }
  const last = chain.at(-1);
  return (last && picks.get(last.decision.id)?.join('|')) ?? NOT_APPLICABLE;
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

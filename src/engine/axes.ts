import type { Answers } from '../model/answers.ts';
import type { Question } from '../model/question.ts';
import { boundsOf } from './bounds.ts';
import { type Column, keyOf } from './column.ts';
import type { CompiledDecision } from './compiled.ts';
import type { DecisionTable } from './decision-table.ts';
import { type AnswerClass, legalAnswers, mergeBy } from './legal-answers.ts';
import { spaceOf } from './space.ts';
import { fulfilmentKey, type Part } from './terms.ts';

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

/** The open questions that touch the decisions, each with its legal answers grouped where they do the same. */
export function axesOf(sight: Sight, answers: Answers): Axis[] {
  const racers = sight.tables.map((table) => racersOf(table, answers));
  return [...sight.questions.values()]
    .filter(({ id }) => !answers.has(id))
    .map((question) => axisOf(question, sight, racers))
    .filter(({ classes }) => classes.length > 0);
}

function axisOf(question: Question, { chain, tables }: Sight, racers: readonly Racers[]): Axis {
  const own = tables.map((table) => table.questions.get(question.id));
  const applying = chain.flatMap(({ appliesWhen, hardRules }) => [
    ...appliesWhen.flat(),
    ...hardRules.flatMap((rule) => rule.parts),
  ]);
  const parts = [
    ...own.flatMap((table) => table?.parts ?? []),
    ...applying.filter((part) => part.question === question.id),
  ];
  const qualities = [...new Set(own.flatMap((table) => table?.qualities ?? []))];
  if (parts.length + qualities.length === 0) return { question: question.id, classes: [] };
  const classes = legalAnswers(question, { qualities, parts }).map((answer) => ({
    ...answer,
    columns: own.map((table) => table?.columnOf(answer.choices)),
  }));
  return { question: question.id, classes: mergeEqual(classes, racers, parts) };
}

/** The alternatives that can still win, by index. */
type Racers = readonly number[];

function racersOf(table: DecisionTable, answers: Answers): Racers {
  const { isInRace } = boundsOf(spaceOf(table, answers));
  return table.alternatives.map((_, index) => index).filter(isInRace);
}

/** What is out of the race cannot win, and what moves all racers alike changes no lead: neither tells answers apart. */
function mergeEqual(
  classes: readonly AxisClass[],
  racers: readonly Racers[],
  parts: readonly Part[],
): AxisClass[] {
  return mergeBy(classes, ({ choices, columns }) => {
    const leads = columns.map((column, index) => keyOf(among(racers[index] ?? [], column)));
    return `${leads.join(';')}|${fulfilmentKey(choices, parts)}`;
  });
}

function among(racers: Racers, column: Column | undefined): Column {
  const first = column?.points[racers[0] ?? 0] ?? 0;
  return {
    points: racers.map((index) => (column?.points[index] ?? 0) - first),
    ruledOut: racers.map((index) => column?.ruledOut[index] === true),
  };
}

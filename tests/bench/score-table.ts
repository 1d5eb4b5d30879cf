import { compile } from '../../src/engine/compiled.ts';
import {
  type DecisionTable,
  type QuestionTable,
  WITHOUT,
} from '../../src/engine/decision-table.ts';
import type { Effect } from '../../src/engine/effects.ts';
import { fulfils, type Part } from '../../src/engine/terms.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { Question } from '../../src/model/question.ts';
import { UNKNOWN } from './bare-pass.ts';

/** The tables of all decisions as one, for scoring alone. It is made from MODEL.md's tables and not from what the proof uses. */
export interface ScoreTable {
  /** Of each place: `decision/alternative`. */
  readonly names: readonly string[];
  readonly base: Float64Array;
  readonly interactions: readonly Interaction[];
  /** What each question does to the scores, in the order of the questions: by its answer, or by being open. */
  readonly read: (answers: Answers) => readonly Column[];
}

/** The points that are not 0, their places, and what is known of each part of the interactions that asks for the question. */
export interface Column {
  readonly at: Int32Array;
  readonly points: Float64Array;
  /** 0 where it does not hold, 1 where it does, `UNKNOWN` while that is open. */
  readonly truths: Int8Array;
}

/** Points for one alternative that hang on two or more questions. */
export interface Interaction {
  readonly at: number;
  readonly points: number;
  readonly negated: boolean;
  /** One of these has to hold, and of it all: pairs of a question and a part that asks for it. */
  readonly anyOf: readonly Int32Array[];
}

export function scoreTable(knowledge: KnowledgeBase): ScoreTable {
  const places = placesIn(knowledge);
  const questions = [...knowledge.questions.values()];
  const effects = places.flatMap((place, at) =>
    place.table.interactions
      .map((effect) => ({ ...effect, at, own: effect.points[place.column] ?? 0 }))
      .filter(({ own }) => own !== 0),
  );
  const parts = questions.map(({ id }) => partsOn(id, effects));
  const columns = questions.map((question, index) =>
    remembered(question, places, parts[index] ?? []),
  );
  return {
    names: places.map(({ name }) => name),
    base: Float64Array.from(places, ({ table, column }) => table.base.points[column] ?? 0),
    interactions: effects.map(({ at, own, negated, anyOf }) => ({
      at,
      points: own,
      negated,
      anyOf: anyOf.map((all) => Int32Array.from(all.flatMap((part) => placeOf(part, parts)))),
    })),
    read: (answers) => columns.map((columnOf) => columnOf(answers)),
  };
}

/** An alternative in its table. */
interface Place {
  readonly name: string;
  readonly table: DecisionTable;
  readonly column: number;
}

function placesIn(knowledge: KnowledgeBase): Place[] {
  return [...compile(knowledge).decisions.values()].flatMap(({ decision, tables }) =>
    tables.flatMap((table) =>
      table.alternatives
        .map((id, column) => ({ name: `${decision.id}/${id}`, table, column }))
        .filter(({ column }) => table.alternatives[column] !== WITHOUT),
    ),
  );
}

function partsOn(question: string, effects: readonly Pick<Effect, 'anyOf'>[]): Part[] {
  const parts = effects.flatMap(({ anyOf }) => anyOf.flat());
  return [...new Set(parts.filter((part) => part.question === question))];
}

function placeOf(part: Part, parts: readonly (readonly Part[])[]): number[] {
  const question = parts.findIndex((own) => own.includes(part));
  return [question, parts[question]?.indexOf(part) ?? 0];
}

function remembered(question: Question, places: readonly Place[], parts: readonly Part[]) {
  const own = places.map(({ table, column }) => ({
    table: table.questions.get(question.id),
    column,
  }));
  const classes = own.flatMap(({ table }) => table?.classes ?? []);
  const open = columnFrom(
    own.map(({ table, column }) => certainIn(table, column)),
    parts.map((part) => common(classes.map(({ choices }) => fulfils(choices, part)))),
  );
  const known = new Map<string, Column>();
  return (answers: Answers): Column => {
    const choices = answers.get(question.id)?.choices;
    if (choices === undefined) return open;
    const key = choices.join();
    const column =
      known.get(key) ??
      columnFrom(
        own.map((each) => each.table?.columnOf(choices).points[each.column] ?? 0),
        parts.map((part) => Number(fulfils(choices, part))),
      );
    known.set(key, column);
    return column;
  };
}

/** c[a,q] of MODEL.md, section 2: the entry nearest to zero where all have one sign. */
function certainIn(table: QuestionTable | undefined, column: number): number {
  const entries = table?.classes.map((each) => each.column.points[column] ?? 0) ?? [];
  const [least, most] = [Math.min(...entries), Math.max(...entries)];
  if (entries.length === 0) return 0;
  return least > 0 ? least : Math.min(most, 0);
}

function common(truths: readonly boolean[]): number {
  return truths.every((truth) => truth === truths[0]) ? Number(truths[0]) : UNKNOWN;
}

function columnFrom(points: readonly number[], truths: readonly number[]): Column {
  const at = Int32Array.from([...points.keys()].filter((index) => points[index] !== 0));
  return {
    at,
    points: Float64Array.from(at, (index) => points[index] ?? 0),
    truths: Int8Array.from(truths),
  };
}

import { addAll } from '../../common/lists.ts';
import type { Conjunction } from './conditions.ts';
import type { Effect, QuestionColumns } from './question-columns.ts';

/**
 * Alternatives weighed against each other as integers (docs/model.md, "Value and score"): all of a decision, or one technique (place 1)
 * against not having it (place 0), or a pin alone. Alternatives are named by their place; sets of them are masks.
 */
export interface DecisionTable {
  /** Ids by place; '' stands for not having a technique, and for a pin. */
  readonly alternatives: readonly string[];
  /** For each place its mask among the alternatives of the decision; 0 for not having a technique. */
  readonly picks: readonly number[];
  readonly isTechnique: boolean;
  readonly qualities: readonly QualityRow[];
  /** What the base weights give: T0. */
  readonly base: readonly number[];
  /** The questions with an effect, in the order of the knowledge base. */
  readonly questions: readonly QuestionColumns[];
  readonly rows: AnswerRows;
  /** By the index of the question. */
  readonly byQuestion: ReadonlyMap<number, QuestionColumns>;
  readonly joined: readonly JoinedCondition[];
  /** The conditions under which to use a technique; empty if it names none, and in all other tables. */
  readonly reasons: readonly Conjunction[];
}

/** A driving quality on which some alternative is rated. */
export interface QualityRow {
  readonly quality: string;
  /** The base weight m0. */
  readonly weight: number;
  /** By place, −2 … +2. */
  readonly ratings: readonly number[];
}

/** An effect of conjunctions that name two or more questions between them. */
export interface JoinedCondition extends Effect {
  /** Without literals that always hold, and without conjunctions that never do. */
  readonly anyOf: readonly (readonly JoinedLiteral[])[];
  /** The same as numbers: for each conjunction where the next one starts, then the question and mask of each of its literals. */
  readonly terms: Int32Array;
}

export interface JoinedLiteral {
  /** The index of the question. */
  readonly slot: number;
  readonly masks: readonly number[];
  /** Its place in the `holds` of the classes of that question. */
  readonly place: number;
}

/**
 * What each choice of each question does, as one row of numbers: what it rules out, as a mask of places, then the points of
 * each place. All rows stand in one array, as putting answers into a table reads most of them.
 */
export interface AnswerRows {
  readonly rows: Int32Array;
  /** By place of the question in its table: where the row of its first choice is. */
  readonly starts: Int32Array;
  /** By place of the question in its table: its index. */
  readonly slots: Int32Array;
  /** The questions of which several choices may be picked, and which say more than their rows: conditions. */
  readonly several: readonly QuestionColumns[];
}

export function answerRows(questions: readonly QuestionColumns[], width: number): AnswerRows {
  const starts: number[] = [];
  const rows: number[] = [];
  for (const { several, added, columns } of questions) {
    starts.push(rows.length);
    const each = several ? added.map((points) => ({ ruledOut: 0, points })) : columns;
    for (const { ruledOut, points } of each) addAll(rows, [ruledOut, ...points.slice(0, width)]);
  }
  return {
    rows: Int32Array.from(rows),
    starts: Int32Array.from(starts),
    slots: Int32Array.from(questions, ({ slot }) => slot),
    several: questions.filter(({ several, effects }) => several && effects.length > 0),
  };
}

/** Adds the rows of an answer to the points, and returns what they rule out. */
export function addRows(points: number[], rows: Int32Array, start: number, answer: number): number {
  const width = points.length;
  let ruledOut = 0;
  for (let left = answer; left !== 0; left &= left - 1) {
    const row = start + (31 - Math.clz32(left & -left)) * (width + 1);
    ruledOut |= rows[row] ?? 0;
    for (let place = 0; place < width; place += 1) {
      points[place] = (points[place] ?? 0) + (rows[row + 1 + place] ?? 0);
    }
  }
  return ruledOut;
}

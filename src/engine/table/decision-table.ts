import type { AnswerRows } from './answer-rows.ts';
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
  /** The conditions under which to use a technique; empty where it names none, and in all other tables. */
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

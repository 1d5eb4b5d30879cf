import type { Status } from './advice.ts';

/** What would change the pick of a decision (docs/model.md, "Flips"): all smallest sets of changed answers that do. */
export interface Flips {
  readonly decision: string;
  readonly pick: Picked;
  /** Only flips to this alternative were looked for. */
  readonly to?: string;
  /** How many answers change in each flip, from 1 on; absent if no set that was looked at changes the pick. */
  readonly size?: number;
  /** Of how many flips there are; `flips` may hold only the first of very many. */
  readonly total: number;
  /**
   * The most realistic first: those that contradict nothing, then those that change the fewest given answers (answering
   * what is open changes none), then those that move the fewest levels, then those whose questions can most easily have
   * another answer; then in the order of the questions and their choices (docs/model.md, "Flips").
   */
  readonly flips: readonly Flip[];
  /** Sets of up to this many changed answers were searched. */
  readonly searchedUpTo: number;
}

export interface Flip {
  /** In the order of the questions. */
  readonly changes: readonly AnswerChange[];
  /** What the changed answers come to. */
  readonly pick: Picked;
  /** The questions of which the answers would contradict each other, and do not now. */
  readonly contradicts?: readonly string[];
}

/** Another answer to a question: the id of a choice, or a list where several may be picked. */
export interface AnswerChange {
  readonly question: string;
  /** Absent if the question is open. */
  readonly from?: string | readonly string[];
  readonly to: string | readonly string[];
}

/** What advice on a decision comes to. */
export interface Picked {
  readonly status: Status;
  /** Empty when not applicable or infeasible. */
  readonly recommended: readonly string[];
}

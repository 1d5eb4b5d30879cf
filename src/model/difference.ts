import type { Advice, Contribution, DecisionAdvice, Reason } from './advice.ts';
import type { Place } from './place.ts';

/** What differs between two advices, and what moved it: the object that `diff --json` prints. */
export interface Difference {
  readonly version: 1;
  readonly before: DifferenceSide;
  readonly after: DifferenceSide;
  /** How many decisions both sides know. */
  readonly compared: number;
  /** In the order of the questions. */
  readonly answers: readonly AnswerDifference[];
  /** In the order of the decisions. */
  readonly pins: readonly PinDifference[];
  /** Those of which the pick or the status differs, in the order of the knowledge base. */
  readonly decisions: readonly DecisionDifference[];
}

/** One of the two advices. */
export interface DifferenceSide {
  readonly system?: string;
  readonly scope?: string;
  /** The answer file, as it was named. */
  readonly file: string;
  readonly knowledge: Advice['knowledge'];
  /** What was answered or pinned and this knowledge does not know: `question`, or `question=choice`. */
  readonly unknown?: readonly string[];
  /** What only the knowledge of this side has. */
  readonly only?: OnlyHere;
}

/** Ids; the choices as `question=choice`, the alternatives as `decision=alternative`. */
export interface OnlyHere {
  readonly decisions?: readonly string[];
  readonly alternatives?: readonly string[];
  readonly questions?: readonly string[];
  readonly choices?: readonly string[];
}

/** Another answer to a question; a side that leaves it unknown is absent. */
export interface AnswerDifference {
  readonly question: string;
  readonly before?: Advice['answers'][string];
  readonly after?: Advice['answers'][string];
  /** Both numbers fall into one band, so that nothing can follow from it. */
  readonly sameChoice?: true;
}

export interface PinDifference {
  readonly decision: string;
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

export interface DecisionDifference {
  readonly id: string;
  readonly title: string;
  readonly before: PickOfSide;
  readonly after: PickOfSide;
  /** NEW under the knowledge of before, where both the answers and the knowledge moved it. */
  readonly between?: PickOfSide;
  /** The pick is another one; otherwise only the status is. */
  readonly moved: boolean;
  readonly movedBy: MovedBy;
}

export type PickOfSide = Pick<DecisionAdvice, 'status' | 'recommended' | 'pinned'>;

/** What changed from OLD to NEW under the knowledge of before; and what the knowledge changed after that. */
export interface MovedBy {
  /**
   * The smallest sets of changed answers that lead from OLD to the new pick (to the new status where the pick is the
   * same): ids of questions, and of decisions whose pin changed.
   */
  readonly answers?: readonly (readonly string[])[];
  /** There were too many sets to try: nothing in the one given can be left out, but a smaller one may exist. */
  readonly answersBounded?: true;
  /** Decisions it hangs on that the knowledge moved; where it moved none, those of which it says anything else. */
  readonly decisions?: readonly string[];
  /** What the changed lines of the documents came to; hard rules first, then by the points they moved. */
  readonly reasons?: readonly ReasonChange[];
}

/** A reason for or against an alternative that counts otherwise than before. */
export interface ReasonChange {
  /** `lines`: they moved no points of what was answered, but count in what is still open. */
  readonly kind: Contribution['kind'] | 'hard-rule' | 'alternative' | 'decision' | 'lines';
  /** Absent where it is about the decision as a whole. */
  readonly alternative?: string;
  readonly quality?: string;
  /** As in the advice; of a hard rule its condition as written. */
  readonly because?: readonly Reason[] | string;
  /** Absent where it is no reason on this side. */
  readonly before?: ReasonSide;
  readonly after?: ReasonSide;
  /** The lines that differ; a line that only stands elsewhere does not. */
  readonly lines: readonly LineChange[];
}

export interface ReasonSide {
  readonly points?: number;
  readonly weight?: number;
  readonly rating?: number;
  /** Of a hard rule. */
  readonly state?: 'certain' | 'possible';
}

/** The same line on both sides, or one that only one side has. */
export interface LineChange {
  readonly kind: LineKind;
  readonly before?: DocumentLine;
  readonly after?: DocumentLine;
}

/** What a line is: a claim, a condition with points, one that rules out, a weight, or a part of `decisions.yaml`. */
export type LineKind =
  | 'claim'
  | 'evidence'
  | 'hard-rule'
  | 'weight'
  | 'driving'
  | 'applies-when'
  | 'order';

export interface DocumentLine extends Pick<Place, 'file' | 'line'> {
  readonly text: string;
  /** Of a claim −2 … +2 on its quality, of evidence points, of a weight ≥ 0 what it adds. */
  readonly value?: number;
  /** Of a claim or a weight. */
  readonly quality?: string;
  /** The condition as written, or the answer that adds a weight: `question=choice`. */
  readonly condition?: string;
}

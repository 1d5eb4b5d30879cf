import type { Advice, Contribution, DecisionAdvice, Reason } from './advice.ts';
import type { Place } from './condition.ts';

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
  /** Those of which the pick, its status or whether it applies differs, in the order of the knowledge base. */
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
  /**
   * What is recommended is another pick, or there is none on one side; otherwise only the status differs, whether it applies,
   * or what the decision would pick by itself.
   */
  readonly moved: boolean;
  readonly movedBy: MovedBy;
}

export type PickOfSide = Pick<
  DecisionAdvice,
  'status' | 'recommended' | 'joint' | 'applies' | 'pinned'
>;

/** What changed from OLD to NEW under the knowledge of before; and what the knowledge changed after that. */
export interface MovedBy {
  /**
   * The smallest sets of changed answers that lead from OLD to the new pick (where the pick is the same, to the new status
   * and to whether it applies): ids of questions, and of decisions whose pin changed.
   */
  readonly answers?: readonly (readonly string[])[];
  /** There were too many sets to try: nothing in the one given can be left out, but a smaller one may exist. */
  readonly answersBounded?: true;
  /**
   * Decisions on whose picks it depends whether this one applies: those that the knowledge moved, then those that are open
   * and may come to something else than before.
   */
  readonly decisions?: readonly string[];
  /**
   * Where the recommendation moved and is not what the decision would pick by itself on one side or on both: the decisions
   * whose picks it has to fit, or follows; those that differ themselves, if there are any. The other lists are about what
   * the decision would pick by itself.
   */
  readonly together?: readonly string[];
  /** What the changed lines of the documents came to; whether it applies first, then hard rules, then by the points moved. */
  readonly reasons?: readonly ReasonChange[];
}

/** A reason for or against an alternative that counts otherwise than before, or what else the documents say otherwise. */
export interface ReasonChange {
  /**
   * `decision`: of `decisions.yaml`; `question`: what it may be answered with; `alternative`: one that only one side has;
   * `lines`: behind no points that moved, but they may count in what is still open.
   */
  readonly kind:
    | Contribution['kind']
    | 'hard-rule'
    | 'alternative'
    | 'decision'
    | 'question'
    | 'lines';
  /** Where it is about another decision: one of which it depends whether this one applies. */
  readonly decision?: string;
  /** Absent if it is about the decision as a whole. */
  readonly alternative?: string;
  readonly question?: string;
  readonly quality?: string;
  /** As in the advice. */
  readonly because?: readonly Reason[];
  /** Of a hard rule, as written. */
  readonly condition?: string;
  /** Absent if it is not a reason on this side. */
  readonly before?: ReasonSide;
  readonly after?: ReasonSide;
  /** At least one: the lines that differ. One that only stands elsewhere, or says the same in other words, does not. */
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

/**
 * What a line is: a claim, a condition with points, one that rules out, a weight; what `decisions.yaml` says of a decision;
 * which answers a question has; or what given answers imply about it.
 */
export type LineKind =
  | 'claim'
  | 'evidence'
  | 'hard-rule'
  | 'weight'
  | 'driving'
  | 'applies-when'
  | 'several'
  | 'order'
  | 'baseline'
  | 'alternative'
  | 'decision'
  | 'question'
  | 'choice'
  | 'limits'
  | 'implication';

export interface DocumentLine extends Pick<Place, 'file' | 'line'> {
  readonly text: string;
  /** Of a claim −2 … +2 on its quality, of evidence points, of a weight ≥ 0 what it adds. */
  readonly value?: number;
  /** Of a claim or a weight. */
  readonly quality?: string;
  /** Where it says what a question may be answered with. */
  readonly question?: string;
  /** The condition as written, or the choice that is given or adds a weight: `question=choice`. */
  readonly condition?: string;
}

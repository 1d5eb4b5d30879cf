import type { Advice, DecisionAdvice } from './advice.ts';

/** An answer or a pin as files and JSON have it. */
export type PlainAnswer = Advice['answers'][string];
export type PlainPin = Advice['pins'][string];

/** Several people's answers to one system, held together: the object that `merge --json` prints. */
export interface Merged {
  readonly version: 1;
  readonly knowledge: Advice['knowledge'];
  /** Where all that name it agree. */
  readonly system?: string;
  readonly scope?: string;
  /** The answer files, as they were named. */
  readonly files: readonly string[];
  /** How many questions at least one file answers. */
  readonly answered: number;
  /** The common ground: what nobody contradicts. What is disputed is unknown in it. */
  readonly answers: Advice['answers'];
  readonly pins: Advice['pins'];
  /** By question, each with the names of those who wrote it. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Questions that are answered differently, in the order of the questions. */
  readonly differences: readonly AnswerDispute[];
  /** Decisions that are pinned differently, in the order of the decisions; such a pin is not applied. */
  readonly pinDifferences: readonly PinDispute[];
  /** Questions that were answered differently, and that a stronger source has answered since. */
  readonly settled: readonly SettledDispute[];
  /** Answers and pins in the common ground that not every file has. */
  readonly bySome: readonly SaidBySome[];
  readonly pinnedBySome: readonly PinnedBySome[];
  /** The decisions of which the pick hangs on who is right, in the order of the decisions. */
  readonly picks: readonly DisputedPick[];
  /**
   * Decisions for which the answers given combine in too many ways to try them all. There one answer at a time was
   * varied from what each person says, so that a difference may matter which is not told to.
   */
  readonly sampled?: readonly string[];
}

export interface SaidBySome {
  readonly question: string;
  readonly files: readonly string[];
}

export interface PinnedBySome {
  readonly decision: string;
  readonly files: readonly string[];
}

/** What each file says; those that do not know are absent. */
export interface SettledDispute {
  readonly question: string;
  readonly said: readonly Said<PlainAnswer>[];
}

export interface AnswerDispute extends SettledDispute {
  /**
   * The decisions of which the pick changes with this answer alone, whatever of their answers to the other differing
   * questions one of the people gives.
   */
  readonly matters: readonly string[];
  /** For each decision that it matters to, what follows from each answer. */
  readonly consequences: readonly Consequence[];
}

/** What one file says of a question. */
export interface Said<T> {
  readonly file: string;
  readonly answer: T;
}

/** What a decision comes to under each of the answers that were given, in the order in which they first were. */
export interface Consequence {
  readonly decision: string;
  readonly follows: readonly {
    readonly answer: PlainAnswer;
    /** More than one where it hangs on other differing answers too. */
    readonly picks: readonly DecisionAdvice['recommended'][];
  }[];
}

export interface PinDispute {
  readonly decision: string;
  readonly said: readonly { readonly file: string; readonly pin: PlainPin }[];
  /** The decisions whose picks the pins tell apart on the common ground: as a rule itself, and what hangs on it. */
  readonly matters: readonly string[];
  readonly consequences: readonly PinConsequence[];
}

export interface PinConsequence {
  readonly decision: string;
  readonly follows: readonly {
    readonly pin: PlainPin;
    readonly recommended: DecisionAdvice['recommended'];
  }[];
}

export interface DisputedPick {
  readonly decision: string;
  /** On the common ground alone; what leads, where it is open. */
  readonly common: DecisionAdvice['recommended'];
  readonly picks: readonly PossiblePick[];
}

/** Something that a decision can come to. */
export interface PossiblePick {
  /** Empty where the decision does not apply, or nothing fits. */
  readonly recommended: DecisionAdvice['recommended'];
  /** The files that come to it with their own answers to what is disputed. */
  readonly files?: readonly string[];
  /** Answers to the differing questions, each given by somebody, that lead to it; absent where none do. */
  readonly answers?: Advice['answers'];
}

import type { Advice, DecisionAdvice, JointChange } from './advice.ts';

/** An answer or a pin as files and JSON have it. */
export type PlainAnswer = Advice['answers'][string];
export type PlainPin = Advice['pins'][string];

/**
 * Several people's answers to one system, combined: the object that `merge --json` prints.
 *
 * Each statement about a pick describes the advice on a file: on the common ground, as `--save` writes it, with exactly
 * the answers or pins that the statement names, and with what else differs left open. A pick is what
 * the decision comes to by itself: proved, or what leads while questions are open; empty if the decision does not apply
 * under any completion, or nothing fits. Where that advice recommends something else, `joint` says so.
 */
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
  /** The common ground: what everyone agrees on. What is disputed is unknown in it. */
  readonly answers: Advice['answers'];
  readonly pins: Advice['pins'];
  /** By question, each with the names of those who wrote it. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Questions that are answered differently, in the order of the questions. */
  readonly differences: readonly AnswerDispute[];
  /**
   * Decisions that are pinned differently, in the order of the decisions. Such a pin is not applied: only `files` of
   * `picks` and the consequences here take one.
   */
  readonly pinDifferences: readonly PinDispute[];
  /** Questions that were answered differently, and that a stronger source has answered since. */
  readonly settled: readonly SettledDispute[];
  /** Answers and pins in the common ground that not every file has. */
  readonly bySome: readonly SaidBySome[];
  readonly pinnedBySome: readonly PinnedBySome[];
  /** The decisions that can come to more than one pick, in the order of the decisions. */
  readonly picks: readonly DisputedPick[];
  /**
   * Where something else is recommended, so that all picks go together, than a decision would pick by itself: on the common
   * ground, or with all that one file says; in the order of the decisions.
   */
  readonly joint: readonly JointPick[];
  /**
   * Decisions for which the answers given combine in too many ways to try them all: more than 60,000, where leaving a
   * question open counts as an answer. There one difference at a time was varied from what each person says, and from
   * the common ground. A difference may matter although it is not listed, or only as one that is needed; consequences
   * list the picks that were found; `with` and `dependsOn` name every difference that may matter; and `answers` need
   * not be the fewest.
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
   * The decisions for which it matters which answer is right: with all other differing questions settled, each to an
   * answer given, there are some with which two answers to this one lead to different picks.
   */
  readonly matters: readonly string[];
  /**
   * The other decisions of which settling the question can change the pick, as long as it or others are open. Once all
   * are settled, each answer given does the same here: any will do, but one has to be settled. In a decision that is in
   * neither list the pick never changes, whether the question is settled or left open, and each of the others as well.
   */
  readonly neededFor: readonly string[];
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
  /**
   * The other differing questions that are taken as settled, each to an answer given: those that matter to the decision
   * too, and those that must not be left open. All others may be settled or open. Where this is empty, each answer alone
   * leads to its only pick.
   */
  readonly with: readonly string[];
  readonly follows: readonly {
    readonly answer: PlainAnswer;
    /** More than one where it depends on what the questions in `with` are settled to; each can come about. */
    readonly picks: readonly DecisionAdvice['recommended'][];
  }[];
}

export interface PinDispute {
  readonly decision: string;
  readonly said: readonly { readonly file: string; readonly pin: PlainPin }[];
  /** The decisions for which two of the pins lead to different picks: usually itself, and those that depend on it. */
  readonly matters: readonly string[];
  /** The decisions for which all pins do the same, but leaving the decision without a pin does not. */
  readonly neededFor: readonly string[];
  /** For each decision that they matter to, what follows from each pin. */
  readonly consequences: readonly PinConsequence[];
}

/** What a decision comes to with each of the pins alone. */
export interface PinConsequence {
  readonly decision: string;
  readonly follows: readonly {
    readonly pin: PlainPin;
    readonly recommended: DecisionAdvice['recommended'];
  }[];
}

export interface DisputedPick {
  readonly decision: string;
  /** On the common ground alone, so that everything that differs is open. */
  readonly common: DecisionAdvice['recommended'];
  /** What the people come to, in the order of the files; then what else can come of settling all differing questions. */
  readonly picks: readonly PossiblePick[];
}

/** What is recommended in a decision together with the others, and why. */
export interface JointPick {
  readonly decision: string;
  /** The files with whose own answers and pins to all that is disputed it is; absent for the common ground. */
  readonly files?: readonly string[];
  readonly recommended: DecisionAdvice['recommended'];
  /** As for the first of the files. */
  readonly joint: JointChange;
}

/** Something that a decision can come to. */
export interface PossiblePick {
  readonly recommended: DecisionAdvice['recommended'];
  /** The files that come to it with their own answers and pins to all that is disputed. */
  readonly files?: readonly string[];
  /**
   * The fewest answers to differing questions, each given by at least one person, that lead to it no matter what the others are
   * settled to. Where none do, the fewest that lead to it while the others are open. Of equally many those to questions
   * where it matters which answer is right. Absent if no answers lead to it, but only pins.
   */
  readonly answers?: Advice['answers'];
  /** The other differing questions that can still change it after these answers; absent if none can. */
  readonly dependsOn?: readonly string[];
}

/** What was answered, keyed by question id. A question that is missing here is unknown. */
export type Answers = ReadonlyMap<string, Answer>;

export interface Answer {
  /** The ids of the choices: one, or a set in the order of the question; `['none']` is the empty set. */
  readonly choices: readonly string[];
  /** The number that was given, where it fell into a band. */
  readonly number?: number;
}

/** The alternatives that the user has fixed, keyed by decision id; several only if several may be picked. */
export type Pins = ReadonlyMap<string, readonly string[]>;

/** A file of answers, as `ask` writes it and `--answers` reads it. */
export interface AnswerSheet {
  readonly system?: string;
  readonly scope?: string;
  /** `unknown` stands as null, so that it can hide an answer from a weaker source. */
  readonly answers: ReadonlyMap<string, Answer | null>;
  readonly pins: Pins;
  readonly notes: ReadonlyMap<string, string>;
}

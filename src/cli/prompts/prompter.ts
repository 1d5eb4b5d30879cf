import type { Ended } from '../terminal/progress.ts';

/** Something to be picked. */
export interface Offer {
  readonly value: string;
  readonly label: string;
  /** The heading under which it is listed; the offers of a group follow each other. */
  readonly group?: string;
  /** Picked already. */
  readonly isPicked?: boolean;
  /** Other words by which it can be found. */
  readonly aliases?: readonly string[];
}

/** Asks on the terminal, and returns an answer or the exit code of what ended the question. */
export interface Prompter {
  /** One offer at least. */
  readonly several: (message: string, offers: readonly Offer[]) => Promise<Ended<string[]>>;
  readonly one: (message: string, offers: readonly Offer[]) => Promise<Ended<string>>;
  /** One of very many, looked for by its words. */
  readonly found: (message: string, offers: readonly Offer[]) => Promise<Ended<string>>;
  /** Yes or no; no is the usual answer. */
  readonly agreed: (message: string) => Promise<Ended<boolean>>;
}

/** What ended a question without a signal: Ctrl-C, or a terminal that was closed. */
export const INTERRUPTED = 130;

import type { Condition, Place } from './condition.ts';

export interface Decision {
  readonly id: string;
  readonly title: string;
  /** What is decided, as a question. */
  readonly ask: string;
  readonly aliases: readonly string[];
  /** What it is listed with: the heading of a few decisions. */
  readonly group?: string;
  /** The decision of which this is a finer part. */
  readonly below?: string;
  /** How long it takes to change the pick of a system that runs. */
  readonly reversal?: Reversal;
  /** Several alternatives may be picked, each for itself. */
  readonly several: boolean;
  /** The qualities that score in this decision, most important first; at most seven. */
  readonly driving: readonly string[];
  /** The decision applies when one of these holds; without any, always. */
  readonly appliesWhen: readonly Condition[];
  /**
   * The alternative that is right where nothing speaks against it. Where several may be picked it stands for none of
   * them, and is absent if no document describes it.
   */
  readonly baseline?: string;
  /** The baseline first; with equal scores the earlier one leads. */
  readonly alternatives: readonly Alternative[];
  readonly place: Place;
}

/** In the order of size. */
export type Reversal = 'days' | 'weeks' | 'months' | 'years';

/** A pattern as a decision names it. */
export interface Alternative {
  /** The id of the pattern that describes it. */
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly place: Place;
}

/** Why a finding of the audit is accepted. */
export interface Waiver {
  readonly rule: string;
  readonly subject: string;
  readonly because: string;
  readonly place: Place;
}

import type { Condition, Place } from './condition.ts';

export interface Question {
  readonly id: string;
  /** The heading under which the interview asks it. */
  readonly group: string;
  /** What it is about, in a few words; where it has none, the question itself says so. */
  readonly title?: string;
  /** Other names that people use for what it asks about; absent if there is none. */
  readonly aliases?: readonly string[];
  readonly ask: string;
  readonly help: string;
  /** Effort κ of finding the answer, 1 (known at once) to 5 (needs a study). */
  readonly effort: number;
  /** Several choices may be picked: the answer is a set. */
  readonly several: boolean;
  /** The largest legal set, where several may be picked. */
  readonly limit?: number;
  /** Qualities of which a higher choice never lowers the lead of what is rated best; the audit proves it. */
  readonly raises: readonly string[];
  /** The unit of a number that may be given instead of a choice. */
  readonly unit?: string;
  /** The largest number that may be given, where there is one. */
  readonly most?: number;
  /** In the order of the document; where several may be picked, `none` is the last. */
  readonly choices: readonly Choice[];
  /** An interview opens with the questions that have such a number, lowest first, as far as they matter. */
  readonly opening?: number;
  /** An interview asks it only after all others unless the answers fulfil one of these conditions; absent if it has none. */
  readonly askedWhen?: readonly Condition[];
  /** How common its answers are, first among all systems, then among those of each kind; absent if they were not counted. */
  readonly frequencies?: readonly AnswerFrequency[];
  readonly place: Place;
}

/** How often a question was answered for real systems, and how (docs/model.md, "The next question"). */
export interface AnswerFrequency {
  /** What the systems of this kind have in common; absent for all systems. */
  readonly when?: Condition;
  /** How many systems were looked at; at least 1. */
  readonly systems: number;
  /** Those for which the answer was known. */
  readonly answered: number;
  /** By the id of a choice how many of the answers hold it; absent if none does. */
  readonly choices: Readonly<Record<string, number>>;
}

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Other words for it, apart from its label; absent if there are none. */
  readonly aliases?: readonly string[];
  /** The band [from, to) of numbers that fall into this choice. */
  readonly band?: Band;
  /** Cannot be combined with any other choice, where several may be picked. */
  readonly exclusive: boolean;
  /** The choices that it cannot be combined with, where several may be picked; each of them names it as well. */
  readonly excludes?: readonly string[];
  /** Importance μ: what the choice adds to the weight of each quality; integers ≥ 0. */
  readonly weights: ReadonlyMap<string, number>;
  readonly place: Place;
}

/** From `from` on and below `to`; without `to` there is no upper end. */
export interface Band {
  readonly from: number;
  readonly to?: number;
}

export interface QuestionGroup {
  readonly id: string;
  readonly name: string;
  /**
   * How easily what is answered there can be made different: wishes freely, what an organisation can do with effort; absent
   * for facts.
   */
  readonly changes?: 'freely' | 'with-effort';
}

/** What answers say about another question as well (docs/model.md, "Implied answers"). */
export interface Implication {
  /** On given answers. */
  readonly condition: Condition;
  /** A question of which one choice may be picked; `condition` does not name it. */
  readonly question: string;
  /** The choices that remain; at least one, and not all. */
  readonly choices: readonly string[];
  readonly because: string;
  /** What to do where an answer says otherwise. */
  readonly instead?: string;
  readonly place: Place;
}

/** A limit of the knowledge: what it gives no advice on. */
export interface CoverageLimit {
  /** Holds when the answers show that the system goes beyond it. */
  readonly condition: Condition;
  /** What is not covered, as a phrase without a final dot. */
  readonly what: string;
  /** What the nearest advice means, and what to look at besides it. */
  readonly instead: string;
  readonly place: Place;
}

/** Answers that cannot hold together for the same data or the same system. */
export interface Contradiction {
  /** Holds when the answers contradict each other. */
  readonly condition: Condition;
  readonly because: string;
  /** What to do about it. */
  readonly instead: string;
  readonly place: Place;
}

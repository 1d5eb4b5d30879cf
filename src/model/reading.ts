import type { Citation } from './advice.ts';
import type { Place } from './condition.ts';
import type { Pattern } from './pattern.ts';

/** One line of a list of things that can be named. */
export interface ListItem {
  readonly id: string;
  readonly name: string;
  /** What it is, or what it asks, in a line. */
  readonly about: string;
  /** What belongs to it: the alternatives of a decision, the choices of a question. */
  readonly parts?: readonly string[];
}

/** Patterns side by side. */
export interface Comparison {
  readonly patterns: readonly Pattern[];
  /** Every quality that some of them speak about, those that divide them most first. */
  readonly qualities: readonly ComparedQuality[];
}

export interface ComparedQuality {
  readonly quality: string;
  /** In the order of the patterns. */
  readonly sides: readonly ComparedSide[];
}

export interface ComparedSide {
  /** −2 … +2 */
  readonly rating: number;
  readonly claims: readonly Citation[];
}

/** How much a knowledge base holds. */
export interface Counts {
  readonly qualities: number;
  readonly decisions: number;
  readonly alternatives: number;
  readonly patterns: number;
  readonly questions: number;
  readonly choices: number;
  readonly profiles: number;
  readonly claims: number;
  /** Use when, avoid when and ruled out when. */
  readonly conditions: number;
  /** Claims and conditions with a footnote. */
  readonly sourced: number;
  /** Claims and conditions without one that say `(judgement)`. */
  readonly judgement: number;
  /** Claims and conditions with neither. */
  readonly unsourced: number;
  /** Claims that map to no quality and are shown as prose. */
  readonly prose: number;
  readonly sources: number;
}

/** What stands in a document and is no claim. */
export interface LeftOut {
  /** Its beginning. */
  readonly text: string;
  readonly why:
    | 'code'
    | 'image'
    | 'quotation'
    | 'lead-in'
    | 'links'
    | 'table'
    | 'html'
    | 'prose'
    | 'no-sign'
    | 'unread';
  readonly place: Place;
}

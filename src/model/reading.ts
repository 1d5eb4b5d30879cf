import type { Citation, DecisionAdvice, RankedAlternative } from './advice.ts';
import type { Place } from './condition.ts';
import type { Decision } from './decision.ts';
import type { Contrast } from './explanation.ts';
import type { Combination } from './knowledge.ts';
import type { Pattern } from './pattern.ts';

/** One line of a list of things that can be named. */
export interface ListItem {
  readonly id: string;
  readonly name: string;
  /** What it is, or what it asks, in a line. */
  readonly about: string;
  /** What belongs to it: the alternatives of a decision, the choices of a question. */
  readonly parts?: readonly ListPart[];
  /** The heading under which it is listed; items with the same one follow each other. */
  readonly group?: string;
}

/** Something that belongs to what is listed, with what it means. */
export interface ListPart {
  readonly id: string;
  readonly about: string;
}

/** Patterns side by side. */
export interface Comparison {
  readonly patterns: readonly Pattern[];
  /** The decision in which each is an alternative, in the order of the patterns; absent if there is none. */
  readonly decisions: readonly (Decision | undefined)[];
  /** Every quality that some of them speak about, those that divide them most first. */
  readonly qualities: readonly ComparedQuality[];
  /** Where they are alternatives of different decisions: combinations that name two of them. */
  readonly combinations: readonly Combination[];
}

/** How alternatives of one decision stand to each other under some answers. */
export interface ComparisonVerdict
  extends Omit<DecisionAdvice, 'ranking' | 'givesUp' | 'appliesAsPicked'> {
  /** Several may be picked, each for itself. */
  readonly several: boolean;
  /** Those that are compared, the best first; what is certainly ruled out stands last. */
  readonly ranking: readonly Pick<
    RankedAlternative,
    'alternative' | 'score' | 'excludedBy' | 'picked'
  >[];
  /** The first against the second, unless several may be picked. */
  readonly contrast?: Contrast;
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

/** What was understood of a document, for its author. */
export interface DocumentReading {
  readonly file: string;
  /** In the order of the document, each with the variants below it. */
  readonly patterns: readonly PatternReading[];
  /** In the order of the document. */
  readonly leftOut: readonly LeftOut[];
}

/** A pattern with what weighs it. */
export interface PatternReading extends Omit<Pattern, 'variants'> {
  /** The id of the decision of which it is an alternative; absent if there is none. */
  readonly decision?: string;
  /** The id of a decision that names it and is left out, as no other of its alternatives is described. */
  readonly aloneIn?: string;
  readonly variants: readonly PatternReading[];
}

/** Something in a document that became no part of any pattern. */
export interface LeftOut {
  readonly text: string;
  readonly why: WhyLeftOut;
  readonly place: Place;
}

export type WhyLeftOut =
  | 'code'
  | 'image'
  | 'quotation'
  /** A sentence that leads into a list. */
  | 'lead-in'
  /** A list of nothing but links. */
  | 'links'
  /** A table that does not set pros against cons. */
  | 'table'
  | 'html'
  | 'prose'
  /** It could be a claim, but nothing says whether it speaks for or against. */
  | 'no-sign'
  | 'unread';

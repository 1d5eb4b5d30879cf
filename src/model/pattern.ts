import type { Condition, Place } from './condition.ts';

/** A solution that a document describes, with everything the document says about it. */
export interface Pattern {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The paragraphs under the heading, or the text of the bullet that opens the pattern. */
  readonly summary: readonly Prose[];
  readonly claims: readonly Claim[];
  /** Use when, avoid when and ruled out when, in the order of the document. */
  readonly evidence: readonly Evidence[];
  readonly types: readonly TypeList[];
  readonly useCases: readonly Prose[];
  readonly mitigations: readonly Mitigation[];
  readonly warningSigns: readonly Prose[];
  readonly requires: readonly Prose[];
  readonly bringsUp: readonly Reference[];
  readonly examples: readonly Prose[];
  /** What stands in the document and fits nothing else: kept and shown, never scored. */
  readonly others: readonly Prose[];
  /** Patterns nested in this one: alternatives to each other. */
  readonly variants: readonly Pattern[];
  /** A heading opens a section, a list item opens a variant inside one. */
  readonly form: 'heading' | 'bullet';
  /** The name that a decision knows it by was found in its heading. */
  readonly known: boolean;
  readonly place: Place;
}

/** Text with what its author hung on its end. */
export interface Prose {
  readonly text: string;
  /** Ids of footnotes. */
  readonly sources: readonly string[];
  /** The author's own judgement: no source is claimed. */
  readonly judgement: boolean;
  readonly place: Place;
}

export type Sign = 1 | -1;

/** What a claim does to the rating of a quality: its sign times its strength. */
export interface Effect {
  readonly quality: string;
  /** −2, −1, +1 or +2. */
  readonly value: number;
}

/** One sentence of a document about a pattern, with its effects on qualities; without any it is kept and shown. */
export interface Claim extends Prose {
  /** What stands before the colon. */
  readonly label?: string;
  /** The label names the qualities, so that the text after it says the rest. */
  readonly isLabelTelling: boolean;
  /** From the container it stands in: benefits and first-level items +1, considerations −1. */
  readonly sign: Sign;
  readonly strength: 1 | 2;
  readonly effects: readonly Effect[];
  /** Sources disagree about it. */
  readonly contested: boolean;
  /** Phrases in it whose sign is unclear: they score nothing. Absent if there are none. */
  readonly unclear?: readonly UnclearPhrase[];
}

/** A phrase about a quality under a negation, or among claims of the other sign. */
export interface UnclearPhrase {
  readonly quality: string;
  readonly phrase: string;
}

export type EvidenceKind = 'use-when' | 'avoid-when' | 'ruled-out-when';

/** When a pattern is the right choice, the wrong one, or cannot work. Without a condition it is prose. */
export interface Evidence extends Prose {
  readonly kind: EvidenceKind;
  readonly strength: 1 | 2;
  readonly contested: boolean;
  readonly condition?: Condition;
}

/** A type of a pattern with the products that the document names: `Document-based: MongoDB, CouchDB`. */
export interface TypeList extends Prose {
  readonly name: string;
  readonly products: readonly string[];
}

/** What softens a cost; `qualities` are those its label names. */
export interface Mitigation extends Prose {
  readonly label?: string;
  readonly qualities: readonly string[];
}

/** A decision or pattern that choosing this one brings up. */
export interface Reference extends Prose {
  /** The id in the code span that the item starts with. */
  readonly target?: string;
}

import type { Place } from './place.ts';

/**
 * What the advisor says about one system. This is the object that `recommend --json` prints (DESIGN.md, section 5):
 * fields are added, never renamed; what is not computed is absent; all numbers are integers.
 */
export interface Advice {
  readonly version: 1;
  readonly system?: string;
  readonly scope?: string;
  readonly knowledge: { readonly version: string; readonly sha256: string };
  /** A list of choices where several may be picked, a number where one was given. */
  readonly answers: Readonly<Record<string, string | number | readonly string[]>>;
  readonly pins: Readonly<Record<string, string | readonly string[]>>;
  /** Questions without an answer, in the order of the document. */
  readonly unanswered: readonly string[];
  /** Answers that cannot hold together. */
  readonly contradictions: readonly ContradictoryAnswers[];
  readonly decisions: readonly DecisionAdvice[];
}

/** Answers that contradict each other, why, and what to do about it. */
export interface ContradictoryAnswers extends Pick<Place, 'file' | 'line'> {
  /** As in the document: `staleness: never & partition: accept`. */
  readonly condition: string;
  readonly questions: readonly string[];
  readonly because: string;
  readonly instead: string;
}

export type Status = 'settled' | 'open' | 'tied' | 'not-applicable' | 'infeasible';

export interface DecisionAdvice {
  readonly id: string;
  readonly title: string;
  readonly ask: string;
  /** The decision of which this is a finer part. */
  readonly below?: string;
  readonly pinned: boolean;
  readonly status: Status;
  /** Empty when not applicable or infeasible; several where several may be picked, or are tied. */
  readonly recommended: readonly string[];
  /** The open questions of which a single answer can still change the pick. */
  readonly dependsOn: readonly string[];
  /** `dependsOn` was bounded, not enumerated: it may name a question too many, never one too few. */
  readonly dependsOnBounded?: true;
  /** Highest score first, equal scores in the order of the decision. */
  readonly ranking: readonly RankedAlternative[];
  readonly givesUp: readonly Sacrifice[];
  /** Whether it applies at all is not certain yet. */
  readonly mayNotApply?: true;
  /** Where that is not certain: it would apply if the picks that lead now, and the answers given, were all. */
  readonly appliesAsPicked?: true;
  /** The decisions whose picks decide whether this one applies, where that is still open. */
  readonly hangsOn?: readonly string[];
}

export interface RankedAlternative {
  readonly alternative: string;
  readonly name: string;
  /** Exactly the sum of the points of its contributions. */
  readonly score: number;
  readonly excludedBy: readonly Exclusion[];
  readonly contributions: readonly Contribution[];
  /** The documents say nothing about it that scores in this decision. */
  readonly silent?: true;
  /** None of the conditions under which to use it can hold, and without one it is not picked. */
  readonly unreasoned?: true;
  /** Where several may be picked: this one's own verdict. */
  readonly picked?: boolean;
  readonly status?: 'settled' | 'open';
  readonly dependsOn?: readonly string[];
}

/** A hard rule that holds, or may come to hold. */
export interface Exclusion {
  readonly state: 'certain' | 'possible';
  readonly text: string;
  /** The condition as written. */
  readonly because: string;
  readonly file: string;
  readonly line: number;
}

export type Contribution = QualityContribution | EvidenceContribution | CertainContribution;

/** points = weight × rating. */
export interface QualityContribution {
  readonly kind: 'quality';
  readonly quality: string;
  readonly points: number;
  readonly weight: number;
  /** −2 … +2 */
  readonly rating: number;
  /** `base`, and every answer that adds to the weight. */
  readonly because: readonly string[];
  readonly claims: readonly Citation[];
  /** The claims add up to more than the scale holds; its end was used. */
  readonly beyondScale?: true;
}

/** ±5 points, ±10 where the document says strong. */
export interface EvidenceContribution {
  readonly kind: 'evidence';
  readonly points: number;
  readonly because: readonly string[];
  readonly claims: readonly Citation[];
}

/** Points that come in whatever is answered to the open question in `because`. */
export interface CertainContribution {
  readonly kind: 'certain';
  readonly points: number;
  readonly because: readonly string[];
  readonly claims: readonly Citation[];
}

/** A sentence of a document and where it stands. */
export interface Citation extends Pick<Place, 'file' | 'line'> {
  readonly text: string;
  /** The part of the text before its colon, where it names the quality. */
  readonly label?: string;
  readonly contested?: true;
}

/** A driving quality on which the pick is below another alternative that could have been picked. */
export interface Sacrifice extends Citation {
  readonly quality: string;
  /** The alternative that does better; absent where not having a technique does. */
  readonly than?: string;
  /** The alternative whose document is cited. */
  readonly claimOf: string;
  readonly mitigation?: string;
}

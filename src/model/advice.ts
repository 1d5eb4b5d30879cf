import type { Place } from './condition.ts';
import type { Reversal } from './decision.ts';

/**
 * What the advisor says about one system. This is the object that `recommend --json` prints :
 * fields are added, never renamed; what is not computed is absent; all numbers are integers.
 */
export interface Advice {
  readonly version: 2;
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
  /** What the answers ask for and the knowledge has no advice on, in the order of the document; absent if nothing. */
  readonly notCovered?: readonly NotCovered[];
  /** What the given answers imply about questions without one, in the order of the questions; absent if nothing. */
  readonly implied?: readonly ImpliedAnswer[];
  readonly decisions: readonly DecisionAdvice[];
  /** Recommended picks of different decisions that are incompatible, if one of these decisions is asked for. */
  readonly conflicts: readonly Conflict[];
  /** Some of these no other picks would remove: pins, or what is ruled out, stand in the way. */
  readonly irreparable?: true;
  /** There were too many sets of picks to try: the picks that conflict are those of each decision by itself. */
  readonly jointGivenUp?: true;
}

/** A combination of `decisions.yaml` that the picks break. */
export interface Conflict extends Pick<Place, 'file' | 'line'> {
  readonly kind: 'never' | 'requires';
  /** The condition that is met, as in the document: `cache-topology: near-cache`. */
  readonly condition: string;
  /** What would have to hold as well, as in the document. */
  readonly requires?: string;
  readonly because: string;
  /** All that are named, in the order of the document. */
  readonly decisions: readonly string[];
  /** The picks that the condition names, by decision. */
  readonly picks: Readonly<Record<string, readonly string[]>>;
  /** Where something is required: what is not picked of it. */
  readonly missing?: readonly MissingPick[];
  /** No answer to an open question can change it. */
  readonly certain: boolean;
}

/** One of the wanted alternatives would have to be picked. */
export interface MissingPick {
  readonly decision: string;
  readonly wanted: readonly string[];
  /** What is picked; empty if the decision does not apply or nothing fits. */
  readonly picked: readonly string[];
}

/**
 * What given answers imply about another question (docs/model.md, "Implied answers"). Where one choice remains it counts
 * as answered.
 */
export interface ImpliedAnswer {
  readonly question: string;
  /** The choices that remain, in the order of the question; at least one. */
  readonly choices: readonly string[];
  /** In the order of the document; at least one. */
  readonly because: readonly Implied[];
}

/** One implication that holds. */
export interface Implied extends Pick<Place, 'file' | 'line'> {
  /** As in the document: `writes: over-50000`. */
  readonly condition: string;
  /** The questions whose answers it reads. */
  readonly questions: readonly string[];
  readonly because: string;
}

/**
 * How the picks of other decisions changed what is recommended here (docs/model.md, "Choosing together"). All other fields
 * of the decision describe it by itself.
 */
export interface JointChange {
  /** What the decision would pick by itself; empty if it would not apply by itself. */
  readonly instead: readonly string[];
  /** The combinations that this pick would break beside what is recommended elsewhere; empty if it only follows. */
  readonly because: readonly Conflict[];
  /** The changed decisions on which it depends whether this one applies. */
  readonly follows?: readonly string[];
  /** By how many points the recommendation is behind `instead`, below 0 where it is ahead; absent if it only follows. */
  readonly loses?: number;
  /** No answer to an open question can change it: the same is recommended under every completion. */
  readonly certain: boolean;
}

/** Answers that fulfil a condition of `questions.yaml`. */
export interface AnswersThatHold extends Pick<Place, 'file' | 'line'> {
  /** As in the document: `staleness: never & partition: accept`. */
  readonly condition: string;
  readonly questions: readonly string[];
  /** By question: the given choices that the condition names. */
  readonly answers: Readonly<Record<string, readonly string[]>>;
}

/** A limit of the knowledge that the answers go beyond. */
export interface NotCovered extends AnswersThatHold {
  /** What is not covered, as a phrase without a final dot. */
  readonly what: string;
  /** What the nearest advice means, and what to look at besides it. */
  readonly instead: string;
}

/** Answers that contradict each other, why, and what to do about it. */
export interface ContradictoryAnswers extends AnswersThatHold {
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
  /** How long it takes to change the pick of a system that runs; absent if the knowledge does not say. */
  readonly reversal?: Reversal;
  readonly pinned: boolean;
  readonly status: Status;
  /**
   * What is recommended together with the other decisions, even if only some are asked for. Empty when not applicable or
   * infeasible; several where several may be picked, or are tied.
   */
  readonly recommended: readonly string[];
  /** Where that is not what the decision would pick by itself. */
  readonly joint?: JointChange;
  /** Over all answers to the open questions; the fields below describe the decision as if it applied. */
  readonly applies: 'yes' | 'no' | 'undecided';
  /** Where that is undecided: the open questions of which a single answer can still change it. */
  readonly appliesDependsOn?: readonly string[];
  /** Where that is undecided: it would apply if the picks that lead now, and the answers given, were all. */
  readonly appliesAsPicked?: true;
  /** Of an open pick: thousandths of the completions in which it is the pick. */
  readonly share?: number;
  /** The share was too much to count: it comes from 1,000 random completions. */
  readonly sampled?: true;
  /**
   * Of an open pick: the other alternative with the largest share, as far as there is one; where several may be picked,
   * one that is not picked now, and yet picked in more than half of the completions.
   */
  readonly rival?: Rival;
  /** No single different answer to a question that is answered changes the pick; absent where nothing fits, and for a pin. */
  readonly firm?: boolean;
  /** The open questions of which a single answer can still change the pick; empty unless it is open. */
  readonly dependsOn: readonly string[];
  /** What it depends on was too much to work out: questions may be listed that do not matter, but none is missing. */
  readonly dependsOnBounded?: true;
  /** Highest score first, equal scores in the order of the decision. */
  readonly ranking: readonly RankedAlternative[];
  readonly givesUp: readonly Sacrifice[];
}

/** In which part of the completions an alternative wins. */
export interface Share {
  readonly alternative: string;
  /** In thousandths, rounded, but not to all where it is not: 1 to 999, or 1,000 where it always wins and is sometimes tied. */
  readonly share: number;
}

/** What wins most often apart from the pick. */
export interface Rival extends Share {
  /** Several may be picked and some are: it would join the pick, and not replace it. */
  readonly beside?: true;
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
  /** Of an open one: thousandths of the completions in which it is what it is now, picked or not. */
  readonly share?: number;
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

/**
 * Why points count: what everybody cares about, an answer, or an open question where every answer gives them. In JSON
 * `base`, `question=choice` and `question`.
 */
export type Reason = 'base' | { readonly question: string; readonly choice?: string };

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
  readonly because: readonly Reason[];
  readonly claims: readonly Citation[];
  /** The claims add up to more than the scale holds; its end was used. */
  readonly beyondScale?: true;
}

/** ±5 points, ±10 where the document says strong. */
export interface EvidenceContribution {
  readonly kind: 'evidence';
  readonly points: number;
  readonly because: readonly Reason[];
  readonly claims: readonly Citation[];
}

/** Points that every answer to the open question in `because` gives. */
export interface CertainContribution {
  readonly kind: 'certain';
  readonly points: number;
  readonly because: readonly Reason[];
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
  /** The alternative that does better; absent if not having a technique does. */
  readonly than?: string;
  /** The alternative whose document is cited. */
  readonly claimOf: string;
  readonly mitigation?: string;
}

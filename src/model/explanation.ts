import type {
  Advice,
  Citation,
  DecisionAdvice,
  Exclusion,
  RankedAlternative,
  Reason,
  Sacrifice,
} from './advice.ts';
import type { Shares } from './verdict.ts';

/**
 * Why the advice is what it is. This is the object that `explain --json` prints: fields are added, never renamed; what is
 * not computed is absent; all numbers are integers.
 */
export interface Explanation
  extends Pick<
    Advice,
    | 'version'
    | 'system'
    | 'scope'
    | 'knowledge'
    | 'answers'
    | 'pins'
    | 'unanswered'
    | 'contradictions'
    | 'implied'
    | 'notCovered'
    | 'conflicts'
    | 'irreparable'
    | 'jointGivenUp'
  > {
  readonly decisions: readonly DecisionExplanation[];
}

/** The reasons for one pick (docs/model.md). */
export interface DecisionExplanation
  extends Pick<
    DecisionAdvice,
    | 'id'
    | 'title'
    | 'ask'
    | 'below'
    | 'pinned'
    | 'status'
    | 'recommended'
    | 'dependsOn'
    | 'dependsOnBounded'
    | 'applies'
    | 'appliesDependsOn'
    | 'share'
    | 'sampled'
    | 'rival'
    | 'firm'
    | 'joint'
  > {
  /** Several may be picked, each for itself. */
  readonly several: boolean;
  /** Where several may be picked: what stands for none of them. */
  readonly baseline?: string;
  /** The conditions of which one has to hold for the decision to be needed at all. */
  readonly appliesWhen?: readonly string[];
  /** Unanswered questions that touch the decision, in the order of the document. */
  readonly openQuestions: readonly string[];
  /** How many answers were given to questions that touch the decision. */
  readonly answersTouching: number;
  /** Where the decision is open. */
  readonly shares?: Shares;
  readonly contrasts: readonly Contrast[];
  /** What hard rules take out of the choice, certainly or possibly. */
  readonly ruledOut: readonly RuledOut[];
  /** If no answer can still change the pick. */
  readonly sufficient?: SufficientAnswers;
  /** How many contested sentences were tried. */
  readonly contested: number;
  /** Those of them on which the pick depends. */
  readonly hinges: readonly Hinge[];
  readonly givesUp: readonly ExplainedSacrifice[];
  /** What the document of a pick warns of and what is not yet answered. */
  readonly beware: readonly Warning[];
}

export interface RuledOut extends Exclusion {
  readonly alternative: string;
}

/** A pick against a rival; a technique against not having it. */
export interface Contrast
  extends Pick<
    RankedAlternative,
    'alternative' | 'score' | 'excludedBy' | 'picked' | 'status' | 'dependsOn' | 'unreasoned'
  > {
  /** Absent if it is set against not having it, which scores 0. */
  readonly over?: Pick<RankedAlternative, 'alternative' | 'score' | 'excludedBy'>;
  /** score − score of the rival; exactly the sum of the points of the entries. */
  readonly lead: number;
  /** Points that both share and no entry lists; absent if there are none. */
  readonly alike?: number;
  /** The least that the lead can be over all answers to the open questions; absent if one of the two may be ruled out. */
  readonly lowestLead?: number;
  /** What speaks for the alternative, most points first, and then what speaks against it, most points first. */
  readonly entries: readonly ContrastEntry[];
}

export type ContrastEntry = QualityEntry | EvidenceEntry | CertainEntry;

interface Entry {
  /** Never 0; above 0 it speaks for the alternative, below 0 for its rival. */
  readonly points: number;
  readonly because: readonly Reason[];
  /** Claims about the alternative. */
  readonly claims: readonly Citation[];
  /** Claims about its rival. */
  readonly rivalClaims: readonly Citation[];
  /** Where it speaks against the alternative: what makes up for it; no point makes up twice. */
  readonly coveredBy?: readonly Cover[];
  /** The points that nothing makes up for. */
  readonly uncovered?: number;
}

/** points = weight × (rating − rating of the rival). */
export interface QualityEntry extends Entry {
  readonly kind: 'quality';
  readonly quality: string;
  readonly weight: number;
  /** What each of `because` adds to the weight, in its order. */
  readonly weightParts?: readonly number[];
  /** −2 … +2 */
  readonly rating: number;
  readonly rivalRating: number;
}

/** A condition that holds, in the document of one of the two. */
export interface EvidenceEntry extends Entry {
  readonly kind: 'evidence';
}

/** Points that every answer to the open question in `because` gives. */
export interface CertainEntry extends Entry {
  readonly kind: 'certain';
}

/** Points of an entry that make up for another one. */
export interface Cover {
  /** The entry, counted from 0. */
  readonly entry: number;
  readonly points: number;
}

/** The smallest sets of given answers that settle the pick, regardless of the others. */
export interface SufficientAnswers {
  /** Answers in each of the sets; 0 where it is settled without any answer. */
  readonly size: number;
  /** Ids of questions; all sets, or the first one where there are more than five. */
  readonly sets: readonly (readonly string[])[];
  /** How many there are. */
  readonly count: number;
  /** The search was given up: there may be more of them, or smaller ones. */
  readonly searchGivenUp?: true;
}

/** A sentence on which sources disagree and on which the pick depends. */
export interface Hinge extends Citation {
  /** Whose document says it. */
  readonly alternative: string;
  readonly kind: 'claim' | 'use-when' | 'avoid-when' | 'ruled-out-when';
  /** The condition under which it counts. */
  readonly because?: string;
  /** If there were nothing in it. */
  readonly atZero: Turn;
  /** If the opposite were true; a hard rule has none. */
  readonly atOpposite?: Turn;
}

export interface Turn extends Pick<DecisionAdvice, 'status' | 'recommended'> {
  readonly changes: boolean;
}

export interface ExplainedSacrifice extends Sacrifice {
  /** The answers that make its quality weigh, most weight first. */
  readonly hurtsWhen?: readonly Hurt[];
}

export interface Hurt {
  readonly question: string;
  readonly choices: readonly string[];
  /** What such an answer adds, or the most that one of them would add. */
  readonly weight: number;
  /** Given already, or still open. */
  readonly state: 'given' | 'open';
}

/** A reason against a pick that may still come to hold. */
export interface Warning extends Citation {
  readonly alternative: string;
  readonly because: string;
}

import type { Advice, DecisionAdvice, Exclusion, Status } from './advice.ts';
import type { AnswerChange } from './flips.ts';

/**
 * What a decision record carries so that the decision can be made again, and so that the reason can be given where it then
 * comes out differently. Its JSON Schema is docs/record.schema.json: fields are added, never renamed within a version.
 */
export interface RecordedDecision
  extends Pick<DecisionAdvice, 'status' | 'recommended' | 'pinned' | 'applies'>,
    Pick<Advice, 'system' | 'scope' | 'knowledge' | 'answers' | 'pins'>,
    Partial<Pick<DecisionAdvice, 'share' | 'firm' | 'dependsOn'>> {
  readonly version: 1;
  readonly decision: string;
  /** The sentence in the record that names the pick: where the text says otherwise, somebody has changed it. */
  readonly outcome: string;
  readonly notes?: Readonly<Record<string, string>>;
  /** Highest score first, as in the advice. */
  readonly alternatives: readonly RecordedAlternative[];
  /** The smallest changes of answers that would have changed the pick, the most realistic first. */
  readonly revisit: readonly Trigger[];
}

export interface RecordedAlternative {
  readonly alternative: string;
  readonly name: string;
  readonly score: number;
  readonly ruledOut?: readonly RecordedRule[];
  readonly points: readonly RecordedPoints[];
}

export interface RecordedRule extends Pick<Exclusion, 'state' | 'text' | 'because'> {
  readonly document: string;
}

/** Points for or against an alternative, with the sentences they come from. */
export interface RecordedPoints {
  readonly kind: 'quality' | 'evidence' | 'certain';
  readonly points: number;
  readonly quality?: string;
  readonly weight?: number;
  /** −2 … +2 */
  readonly rating?: number;
  /** `base`, `question=choice`, or `question` where every answer gives the points. */
  readonly because: readonly string[];
  readonly claims: readonly RecordedClaim[];
}

export interface RecordedClaim {
  readonly text: string;
  readonly document: string;
}

/** Answers that would lead to another pick. */
export interface Trigger {
  readonly changes: readonly AnswerChange[];
  readonly recommended: readonly string[];
  readonly status: Status;
}

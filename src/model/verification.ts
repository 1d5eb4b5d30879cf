import type { Advice, DecisionAdvice } from './advice.ts';
import type { Difference } from './difference.ts';
import type { RecordedClaim, RecordedPoints, RecordedRule, Trigger } from './record.ts';

/** What `verify --json` prints: what becomes of each record with the knowledge and the facts of today. */
export interface Verification {
  readonly version: 1;
  readonly knowledge: Advice['knowledge'];
  /** In the order of their file names. */
  readonly records: readonly VerifiedRecord[];
  /** What was not decided again. */
  readonly skipped: readonly SkippedRecord[];
}

/**
 * `edited`: its text or its data no longer says what was decided. `not-decidable`: the decision is gone, every alternative is
 * ruled out, or the record cannot be read.
 */
export type Outcome =
  | 'unchanged'
  | 'certainty-changed'
  | 'pick-changed'
  | 'not-decidable'
  | 'edited';

export interface VerifiedRecord {
  readonly file: string;
  readonly title: string;
  readonly outcome: Outcome;
  /** Absent if the data cannot be read. */
  readonly decision?: string;
  /** The line of the title, or of what was edited; the first is 1. */
  readonly line: number;
  readonly before?: RecordedVerdict;
  /** Absent if it cannot be decided. */
  readonly after?: RecordedVerdict;
  /** Why it comes out differently; empty if it does not. */
  readonly causes: readonly Cause[];
  /** The triggers that have come true. */
  readonly fired: readonly Trigger[];
  /** Its status names this file of the same folder as its successor, which was rejected: it still holds. */
  readonly rejectedSuccessor?: string;
  /** It is listed in the baseline: known, and no reason to fail. */
  readonly known?: true;
}

/** How a decision came out. */
export interface RecordedVerdict
  extends Pick<DecisionAdvice, 'status' | 'recommended' | 'applies' | 'pinned'>,
    Partial<Pick<DecisionAdvice, 'share' | 'firm'>> {
  readonly knowledge: Advice['knowledge'];
}

export type Cause =
  /** The text is not what was written; `found` is absent if there is no such sentence. */
  | { readonly kind: 'text'; readonly expected: string; readonly found?: string }
  /** The data does not match its checksum, or cannot be read. */
  | { readonly kind: 'data'; readonly problem: string }
  /** The knowledge no longer has the decision or an alternative; ids. */
  | {
      readonly kind: 'missing';
      readonly decision?: string;
      readonly alternatives?: readonly string[];
    }
  /** Answers that the knowledge no longer takes: the question, or `question=choice`, and why if it says so. */
  | { readonly kind: 'unread-answer'; readonly answer: string; readonly because?: string }
  /** What counts differently with the recorded answers. */
  | { readonly kind: 'points'; readonly changes: readonly ChangedPoints[] }
  /** Open questions on which the pick now depends, or no longer does, with the recorded answers. */
  | {
      readonly kind: 'open-questions';
      readonly added: readonly string[];
      readonly gone: readonly string[];
    }
  /** The knowledge differs, but no points of this decision do: ids of decisions that it has to fit, if there are any. */
  | { readonly kind: 'knowledge'; readonly together: readonly string[] }
  /** The smallest sets of changed answers, or pins, that lead from what was recorded to the new outcome. */
  | {
      readonly kind: 'answers';
      readonly sets: readonly (readonly string[])[];
      readonly changes: Difference['answers'];
      readonly pins: Difference['pins'];
    };

/** Points, or a hard rule, that an alternative has on one side or with other numbers or sentences. */
export interface ChangedPoints {
  readonly kind: RecordedPoints['kind'] | 'hard-rule' | 'alternative';
  readonly alternative: string;
  readonly quality?: string;
  /** As in the record; of a hard rule the condition. */
  readonly because: readonly string[];
  /** Absent on the side that does not have it. */
  readonly before?: PointsOfSide;
  readonly after?: PointsOfSide;
  /** Sentences that only one side has. */
  readonly claims: readonly ChangedClaim[];
}

export interface PointsOfSide
  extends Partial<Pick<RecordedPoints, 'points' | 'weight' | 'rating'>> {
  readonly state?: RecordedRule['state'];
}

export interface ChangedClaim {
  readonly before?: RecordedClaim;
  /** With the line of today. */
  readonly after?: RecordedClaim & { readonly line: number };
}

export interface SkippedRecord {
  readonly file: string;
  /** `other-tool`: it has no data of a decision; `link`: it leads to another file, which is not read. */
  readonly because: 'superseded' | 'rejected' | 'deprecated' | 'other-tool' | 'link';
}

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
  /** The name of its file, without folders: records are read on other machines. */
  readonly document: string;
}

/** Answers that would lead to another pick. */
export interface Trigger {
  readonly changes: readonly AnswerChange[];
  readonly recommended: readonly string[];
  readonly status: Status;
}

/** What `adr --json` prints. Files are named as in their folder. */
export interface Recording {
  readonly version: 1;
  readonly knowledge: Advice['knowledge'];
  /** As a command takes it from the current folder. */
  readonly folder: string;
  readonly format: 'madr' | 'nygard' | 'log4brains';
  /** What names the folder: a file of settings, or `existing records`; absent if the user does, or nothing. */
  readonly convention?: string;
  /** Nothing was written, only shown. */
  readonly dryRun?: true;
  readonly written: readonly WrittenRecord[];
  /** Decisions that a record already states with the same pick. */
  readonly kept: readonly KeptRecord[];
  readonly notRecorded: readonly NotRecorded[];
  /** Files that could not be read, so that they may hold a record of the same decision. */
  readonly unread: readonly string[];
}

export interface WrittenRecord {
  readonly decision: string;
  readonly number: number;
  readonly file: string;
  readonly title: string;
  /** In words: `likely 66%, narrow`. */
  readonly certainty: string;
  /** The files that it supersedes, the newest first. */
  readonly supersedes: readonly string[];
  /** Those of them that state no status, and could not be marked. */
  readonly unmarked: readonly string[];
  /** Only if nothing was written. */
  readonly text?: string;
}

export interface KeptRecord {
  readonly decision: string;
  readonly file: string;
  readonly title: string;
}

export interface NotRecorded {
  readonly decision: string;
  readonly because: 'tied' | 'infeasible' | 'not-applicable' | 'undecided';
  /** What is level, if it is tied. */
  readonly between: readonly string[];
}

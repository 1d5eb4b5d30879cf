import type { Advice } from './advice.ts';

/** What `adr --json` prints. Files are named as in their folder. */
export interface Recording {
  readonly version: 1;
  readonly knowledge: Advice['knowledge'];
  /** As a command takes it from the current folder. */
  readonly folder: string;
  readonly format: 'madr' | 'nygard';
  /** What the folder and the format were chosen by; absent if nothing was found. */
  readonly convention?: string;
  /** Nothing was written, only shown. */
  readonly dryRun?: true;
  readonly written: readonly WrittenRecord[];
  /** Decisions that a record already states with the same pick. */
  readonly kept: readonly KeptRecord[];
  readonly notRecorded: readonly NotRecorded[];
}

export interface WrittenRecord {
  readonly decision: string;
  readonly number: number;
  readonly file: string;
  readonly title: string;
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

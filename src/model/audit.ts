import type { Diagnostic } from './diagnostic.ts';

/** What the audit proves or measures about a knowledge base (MODEL.md, section 8). */
export interface Audit {
  /** In the order of the tests; what the document waives is not among them. */
  readonly findings: readonly AuditFinding[];
  readonly waived: readonly WaivedFinding[];
  readonly figures: AuditFigures;
}

/** Where the knowledge falls short of what it promises. */
export interface AuditFinding extends Diagnostic {
  /** What it is about, such as `caching/no-cache`; with the rule it names the finding for a waiver. */
  readonly subject: string;
}

export interface WaivedFinding extends AuditFinding {
  readonly because: string;
}

/** Counts of what was looked at; shares are in thousandths. */
export interface AuditFigures {
  readonly alternatives: number;
  readonly choices: number;
  readonly conditions: number;
  readonly monotonePairs: number;
  readonly claims: number;
  /** Claims and conditions with a footnote. */
  readonly sourced: number;
  /** Claims and conditions marked `(judgement)`. */
  readonly judgement: number;
  /** Claims that map to no quality and are shown as prose. */
  readonly prose: number;
  /** Picks that tied, of those of random complete answers, in thousandths. */
  readonly ties: number;
}

import type { Diagnostic } from './knowledge.ts';
import type { Counts } from './reading.ts';

/** What the audit proves or measures about a knowledge base (docs/model.md, "The audit"). */
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

/** What was looked at. */
export interface AuditFigures extends Counts {
  readonly monotonePairs: number;
  /** The part of the picks under random complete answers that tie, in thousandths; each decision counts equally. */
  readonly ties: number;
}

/** How far something that takes time has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is looked at next. */
  readonly subject: string;
}

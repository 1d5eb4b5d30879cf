import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { VerifiedRecord } from '../../model/verification.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from '../words/names.ts';

/** How the result of `verify` is printed. */
export interface VerifyView {
  readonly knowledge: KnowledgeBase;
  /** Those of today; what the knowledge no longer has is called as the records call it. Nothing in them commands a terminal. */
  readonly names: Names;
  readonly style: Style;
  /** Whether it fails because of a record. */
  readonly fails: (record: VerifiedRecord) => boolean;
  /** Stays the same as long as it is the same finding. */
  readonly fingerprint: (record: VerifiedRecord) => string;
  /** The flags that give the knowledge and the answers of today for a record again. */
  readonly flagsFor: (record: VerifiedRecord) => readonly string[];
  /** The folder of the records, if it was named. */
  readonly folder?: string;
}

/** What a record comes to for those who look after it. */
export type Level = 'error' | 'warning' | 'note';

/** Known findings are notes; others are errors if verifying fails because of them. */
export function levelOf(record: VerifiedRecord, { fails }: VerifyView): Level {
  if (record.known) return 'note';
  return fails(record) ? 'error' : 'warning';
}

import { audit } from '../../src/engine/audit/audit.ts';
import type { Effort } from '../../src/engine/audit/audited-decisions.ts';
import type { Audit } from '../../src/model/audit.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';

/** An audit run to its end. */
export function auditOf(knowledge: KnowledgeBase, effort?: Effort): Audit {
  const task = audit(knowledge, effort);
  for (;;) {
    const { done, value } = task.next();
    if (done) return value;
  }
}

/** What it found, as `rule subject`. */
export function findingsOf(knowledge: KnowledgeBase, effort?: Effort): string[] {
  return auditOf(knowledge, effort).findings.map(({ rule, subject }) => `${rule} ${subject}`);
}

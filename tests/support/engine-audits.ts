import { audit } from '../../src/engine/audit/audit.ts';
import type { Audit } from '../../src/model/audit.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';

/** An audit run to its end. */
export function auditOf(knowledge: KnowledgeBase): Audit {
  const task = audit(knowledge);
  for (;;) {
    const { done, value } = task.next();
    if (done) return value;
  }
}

/** What it found, as `rule subject`. */
export function findingsOf(knowledge: KnowledgeBase): string[] {
  return auditOf(knowledge).findings.map(({ rule, subject }) => `${rule} ${subject}`);
}

import { isUnsourced, statementsOf } from '../../common/counts.ts';
import type { AuditFinding } from '../../model/audit.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';

/** Where a claim or a condition has neither a source nor the word that it is judgement. */
export function withoutSource({ patterns }: KnowledgeBase): AuditFinding[] {
  return [...patterns.values()].flatMap((pattern) =>
    statementsOf(pattern)
      .filter(isUnsourced)
      .map(({ text, place }) => ({
        rule: 'no-source',
        severity: 'error' as const,
        subject: `${pattern.id}/${place.line}`,
        message: `Neither a source nor \`(judgement)\`: “${text}”`,
        hint: 'add a footnote to a source that a reader can open, or say that it is judgement',
        place,
      })),
  );
}

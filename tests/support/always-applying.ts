import type { KnowledgeBase } from '../../src/model/knowledge.ts';

/** The same knowledge with every decision applying always: what is said of a decision as if it applied is said of this. */
export function alwaysApplying(knowledge: KnowledgeBase): KnowledgeBase {
  const decisions = [...knowledge.decisions].map(
    ([id, decision]) => [id, { ...decision, appliesWhen: [] }] as const,
  );
  return { ...knowledge, decisions: new Map(decisions) };
}

import type { KnowledgeBase } from '../model/knowledge.ts';

/** Questions in the order of their groups, and then of their document. */
export function inFileOrder(questions: readonly string[], knowledge: KnowledgeBase): string[] {
  const groups = knowledge.groups.map(({ id }) => id);
  const all = [...knowledge.questions.values()].toSorted(
    (a, b) => groups.indexOf(a.group) - groups.indexOf(b.group),
  );
  return all.map(({ id }) => id).filter((id) => questions.includes(id));
}

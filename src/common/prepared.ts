import type { KnowledgeBase } from '../model/knowledge.ts';

/** Texts by name that the build made from a knowledge base, so that a command need not make them again. */
export type Sections = (name: string) => string | undefined;

const sectionsOfKnowledge = new WeakMap<KnowledgeBase, Sections>();

/** What the build prepared for this very knowledge base; nothing for one that was read or changed. */
export function preparedFor(knowledge: KnowledgeBase): Sections | undefined {
  return sectionsOfKnowledge.get(knowledge);
}

export function setPrepared(knowledge: KnowledgeBase, sections: Sections): void {
  sectionsOfKnowledge.set(knowledge, sections);
}

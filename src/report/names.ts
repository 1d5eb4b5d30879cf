import type { KnowledgeBase } from '../model/knowledge.ts';

/** How things are called in a text. */
export interface Names {
  readonly quality: (id: string) => string;
  readonly alternative: (id: string) => string;
  /** `SQL, NoSQL` */
  readonly alternatives: (ids: readonly string[]) => string;
  readonly decision: (id: string) => string;
}

export function namesIn({ qualities, decisions, patterns }: KnowledgeBase): Names {
  const alternatives = new Map(
    [...decisions.values()].flatMap((decision) =>
      decision.alternatives.map(({ id, name }) => [id, name]),
    ),
  );
  const alternative = (id: string) => patterns.get(id)?.name ?? alternatives.get(id) ?? id;
  return {
    quality: (id) => (qualities.get(id)?.name ?? id).toLowerCase(),
    alternative,
    alternatives: (ids) => ids.map(alternative).join(', '),
    decision: (id) => decisions.get(id)?.title ?? id,
  };
}

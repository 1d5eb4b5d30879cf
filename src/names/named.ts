import type { KnowledgeBase } from '../model/knowledge.ts';

export type Kind = 'decision' | 'pattern' | 'question' | 'quality' | 'profile' | 'product';

/** Something that people call by a name. */
export interface Named {
  readonly kind: Kind;
  readonly id: string;
  /** What it is called in print. */
  readonly label: string;
  /** What else it is called. */
  readonly aliases: readonly string[];
}

/** Everything of these kinds that has a name, in the order of the kinds and of the documents. */
export function namedIn(knowledge: KnowledgeBase, kinds: readonly Kind[]): Named[] {
  return kinds.flatMap((kind) => [...listings[kind](knowledge)]);
}

const NO_ALIASES: readonly string[] = [];

const listings: Readonly<Record<Kind, (knowledge: KnowledgeBase) => Iterable<Named>>> = {
  decision: ({ decisions }) =>
    [...decisions.values()].map(({ id, title, aliases }) => ({
      ...{ kind: 'decision', id, label: title, aliases },
    })),
  pattern: patternNames,
  question: ({ questions }) =>
    [...questions.values()].map(({ id, title, ask, aliases = NO_ALIASES }) => ({
      ...{ kind: 'question', id, label: title ?? ask, aliases: [ask, ...aliases] },
    })),
  quality: ({ qualities }) =>
    [...qualities.values()].map(({ id, name, aliases }) => ({
      ...{ kind: 'quality', id, label: name, aliases },
    })),
  profile: ({ profiles }) =>
    [...profiles.values()].map(({ id }) => ({
      ...{ kind: 'profile', id, label: id, aliases: NO_ALIASES },
    })),
  product: ({ products }) =>
    [...products.values()].map(({ id, name, aliases, about }) => ({
      ...{ kind: 'product', id, label: name, aliases: [about, ...aliases] },
    })),
};

/** As its document calls a pattern, and as decisions do. */
function patternNames({ patterns, decisions, otherNames }: KnowledgeBase): Named[] {
  const alternatives = [...decisions.values()].flatMap((decision) => decision.alternatives);
  const more = new Map([...otherNames, ...alternatives].map((each) => [each.id, each]));
  return [...patterns.values()].map(({ id, name, aliases }) => {
    const other = more.get(id);
    const others = other === undefined ? [] : [other.name, ...other.aliases];
    return {
      kind: 'pattern',
      id,
      label: other?.name ?? name,
      aliases: [name, ...aliases, ...others],
    };
  });
}

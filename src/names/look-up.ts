import { closest } from '../common/closest.ts';
import { grouped } from '../common/lists.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import { type Kind, type Named, namedIn } from './named.ts';
import { spellingKey, stemKey } from './spelling.ts';

/**
 * What a name means among things of some kinds: by its id, else by any of its names in any spelling, else by the stems of
 * its words. More than one where the name is ambiguous, none where it is unknown. A product counts only where nothing else
 * has the name.
 */
export function lookUp(
  name: string,
  kinds: readonly Kind[],
  knowledge: KnowledgeBase,
): readonly Named[] {
  for (const [level, keyOf] of LEVELS.entries()) {
    const key = keyOf(name);
    const found = kinds.flatMap((kind) => indexOf(kind, knowledge)[level]?.get(key) ?? []);
    const others = found.filter(({ kind }) => kind !== 'product');
    if (key !== '' && found.length > 0) return others.length > 0 ? others : found;
  }
  return [];
}

/** From the strictest way to read a name to the loosest. */
const LEVELS = [(name: string) => name, spellingKey, stemKey] as const;

/** For each level the things that have a name, by its key. */
type Index = readonly ReadonlyMap<string, readonly Named[]>[];

const indexes = new WeakMap<KnowledgeBase, Map<Kind, Index>>();

/** Made when a name of that kind is first looked up. */
function indexOf(kind: Kind, knowledge: KnowledgeBase): Index {
  const known = indexes.get(knowledge) ?? new Map<Kind, Index>();
  indexes.set(knowledge, known);
  const index = known.get(kind) ?? indexed(namedIn(knowledge, [kind]));
  known.set(kind, index);
  return index;
}

function indexed(all: readonly Named[]): Index {
  return LEVELS.map((keyOf, level) => {
    const pairs = all.flatMap((each) => {
      const names = level === 0 ? [each.id] : [each.id, each.label, ...each.aliases];
      return [...new Set(names.map(keyOf))].map((key) => ({ key, each }));
    });
    const byKey = grouped(pairs, ({ key }) => key);
    return new Map([...byKey].map(([key, found]) => [key, found.map(({ each }) => each)]));
  });
}

/** The thing that was probably meant by a name that nothing has; undefined where nothing is near. */
export function nearest(
  name: string,
  kinds: readonly Kind[],
  knowledge: KnowledgeBase,
): Named | undefined {
  const names = namedIn(knowledge, kinds).flatMap((each) =>
    [each.id, each.label, ...each.aliases].map((text) => [text, each] as const),
  );
  // Of a name that several things have, the first one counts.
  const byName = new Map(names.reverse());
  const near = closest(name, [...byName.keys()].reverse());
  return near === undefined ? undefined : byName.get(near);
}

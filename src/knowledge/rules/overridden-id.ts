import type { Place } from '../../model/condition.ts';
import { type Layer, withVariants } from '../layers.ts';
import type { Rule } from '../rule.ts';

export const overriddenId: Rule = {
  id: 'overridden-id',
  severity: 'warning',
  check: ({ layers }, report) => {
    const below = new Map<string, Item>();
    for (const layer of layers) {
      const own = itemsOf(layer);
      for (const [key, { id, place }] of own) {
        const earlier = below.get(key)?.place;
        if (earlier === undefined) continue;
        const message = `\`${id}\` replaces the one at ${earlier.file}:${earlier.line}`;
        report({ message, hint: 'rename it to keep both', place });
      }
      for (const [key, item] of own) below.set(key, item);
    }
  },
};

function itemsOf({
  documents,
  qualities,
  products,
  questions,
  decisions,
}: Layer): [string, Item][] {
  const patterns = documents.flatMap((document) => document.patterns.flatMap(withVariants));
  const kinds: [string, readonly Item[]][] = [
    ['pattern', patterns],
    ['quality', qualities],
    ['product', products],
    ['question', questions],
    ['decision', decisions],
  ];
  return kinds.flatMap(([kind, items]) =>
    items.map((item): [string, Item] => [`${kind} ${item.id}`, item]),
  );
}

interface Item {
  readonly id: string;
  readonly place: Place;
}

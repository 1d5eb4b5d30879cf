import { type Document, isMap, isScalar, isSeq, type Pair, visit, type YAMLMap } from 'yaml';

/** Finds nodes of a document. A mapping is indexed when it is first looked into, as it may have very many keys. */
export interface YamlNodes {
  /** How many characters into the text the node at a path stands; the nearest one above it where it is missing. */
  readonly offsetOf: (path: readonly PropertyKey[]) => number;
  /** The same for a key itself, by the path of its mapping. */
  readonly offsetOfKey: (path: readonly PropertyKey[], key: string) => number;
}

export function nodesIn(document: Document): YamlNodes {
  const indexes = new WeakMap<YAMLMap, PairIndex>();
  const pairIn = (map: YAMLMap, key: PropertyKey) => {
    const index = indexes.get(map) ?? indexOf(map);
    indexes.set(map, index);
    return index.get(key);
  };
  const below = (node: unknown, key: PropertyKey): unknown => {
    if (isMap(node)) return pairIn(node, key)?.value;
    return isSeq(node) ? node.get(key, true) : undefined;
  };
  const offsetOf = (path: readonly PropertyKey[]) => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const key of path) {
      node = below(node, key);
      offset = startOf(node) ?? offset;
    }
    return offset;
  };
  return {
    offsetOf,
    offsetOfKey: (path, key) => {
      const map = path.reduce(below, document.contents);
      return startOf(isMap(map) ? pairIn(map, key)?.key : undefined) ?? offsetOf(path);
    },
  };
}

type PairIndex = ReadonlyMap<unknown, Pair>;

/** Of equal keys the first. */
function indexOf({ items }: YAMLMap): PairIndex {
  return new Map(items.toReversed().map((pair) => [nameOf(pair.key), pair]));
}

function nameOf(key: unknown): unknown {
  return isScalar(key) ? key.value : key;
}

function startOf(node: unknown): number | undefined {
  const hasRange = typeof node === 'object' && node !== null && 'range' in node;
  return hasRange && Array.isArray(node.range) ? node.range[0] : undefined;
}

/**
 * Where keys stand that their mapping has already. The parser finds them as well, but compares each key with all before
 * it, which takes minutes where there are very many.
 */
export function repeatedKeysIn(document: Document): number[] {
  const found: number[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (seen.has(nameOf(key))) found.push(startOf(key) ?? 0);
        seen.add(nameOf(key));
      }
    },
  });
  return found.sort((a, b) => a - b);
}

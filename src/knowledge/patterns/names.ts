import { largest } from '../../common/lists.ts';
import type { Alternative } from '../../model/decision.ts';

/** Finds the id that a document means by a name. */
export interface NameIndex {
  /** The id that the whole name stands for: `2PC Two-Phase Commits`, `Sharding / Partitioning`. */
  readonly resolve: (name: string) => string | undefined;
  /** The longest known name that a sentence begins with. */
  readonly resolveLead: (sentence: string) => { id: string; name: string } | undefined;
}

const FILLERS = new Set(['the', 'a', 'an', 'and']);
const KINDS = new Set([
  'pattern',
  'architecture',
  'style',
  'system',
  'database',
  'store',
  'based',
  'approach',
]);

/** Indexes ids, names and aliases; of equal ones the later counts. */
export function indexNames(
  named: readonly Pick<Alternative, 'id' | 'name' | 'aliases'>[],
): NameIndex {
  const ids = new Map<string, string>();
  for (const { id, name, aliases } of named) {
    for (const alias of [id, name, ...aliases]) ids.set(normaliseName(alias), id);
  }
  const longest =
    largest(
      [...ids.keys()].map((name) => name.split(' ').length),
      0,
    ) + KINDS.size;
  const whole = (name: string) =>
    ids.get(normaliseName(name)) ?? segment(words(name), ids, longest);
  return {
    resolve: (name) => whole(name) ?? firstOf(name.split(/[/()]/), whole),
    resolveLead: (sentence) => lead(sentence, whole),
  };
}

/** Case, punctuation, plurals, articles and a trailing "pattern", "architecture" … make no difference. */
export function normaliseName(name: string): string {
  const all = words(name);
  let length = all.length;
  while (length > 1 && KINDS.has(all[length - 1] ?? '')) length -= 1;
  return all.slice(0, length).join(' ');
}

/** Lower-case words without articles, each without its plural s. */
export function words(text: string): string[] {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  const found = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return found.filter((word) => !FILLERS.has(word)).map(singular);
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** A name that is nothing but several names of one id, one after the other. */
function segment(
  all: readonly string[],
  ids: ReadonlyMap<string, string>,
  longest: number,
): string | undefined {
  // For each word, the ids whose names can fill everything from it to the end.
  const filling: Set<string>[] = [];
  for (let start = all.length - 1; start >= 0; start -= 1) {
    const found = new Set<string>();
    for (let end = start + 1; end <= Math.min(all.length, start + longest); end += 1) {
      const id = ids.get(normaliseName(all.slice(start, end).join(' ')));
      if (id !== undefined && (end === all.length || filling[end]?.has(id))) found.add(id);
    }
    filling[start] = found;
  }
  return filling[0]?.values().next().value;
}

function firstOf<T>(
  parts: readonly string[],
  find: (part: string) => T | undefined,
): T | undefined {
  for (const part of parts) {
    const found = part.trim() === '' ? undefined : find(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

const LONGEST_NAME = 8;

function lead(sentence: string, whole: (name: string) => string | undefined) {
  const tokens = sentence.split(/\s+/).slice(0, LONGEST_NAME);
  for (let length = tokens.length; length > 0; length -= 1) {
    const name = tokens
      .slice(0, length)
      .join(' ')
      .replace(/[:,.;]$/, '');
    const id = whole(name);
    if (id !== undefined) return { id, name };
  }
  return undefined;
}

/** A kebab-case id made of a name; empty where the name has no letter or digit. */
export function slug(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replace(/['’]/g, '').replace(/\p{M}/gu, '');
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
}

import { words } from '../../common/words.ts';
import type { Alternative } from '../../model/decision.ts';

/** Finds the id that a document means by a name. */
export interface NameIndex {
  /** The id that a name stands for, in whole or on one side of a slash or parenthesis. */
  readonly resolve: (name: string) => string | undefined;
  /** The id of a title: `Sharding / Partitioning`, `Command Query Responsibility Segregation (CQRS)`; a parenthesis may be no other thing. */
  readonly resolveTitle: (title: string) => string | undefined;
  /** The id that the whole text stands for, but for a parenthesis at its end: `2PC Two-Phase Commits`. */
  readonly resolveWhole: (text: string) => string | undefined;
  /** The longest known name that a sentence begins with. */
  readonly resolveLead: (sentence: string) => { id: string; name: string } | undefined;
}

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
  let longest = KINDS.size;
  for (const name of ids.keys()) longest = Math.max(longest, name.split(' ').length + KINDS.size);
  const known = new Set([...ids.keys(), ...KINDS].flatMap((name) => name.split(' ')));
  const whole = (name: string) => {
    const all = words(name);
    if (all.length > MOST_WORDS || !all.every((word) => known.has(word))) return undefined;
    return ids.get(withoutKinds(all)) ?? segment(all, ids, longest);
  };
  return {
    resolve: (name) => whole(name) ?? firstOf(name.split(/[/()]/), whole),
    resolveTitle: (title) => resolveTitle(title, whole),
    resolveWhole: (text) => whole(text) ?? whole(partsOf(text).base),
    resolveLead: (sentence) => lead(sentence, whole),
  };
}

function resolveTitle(title: string, whole: (name: string) => string | undefined) {
  const { base, parenthesis } = partsOf(title);
  const found = whole(title) ?? whole(base) ?? firstOf(base.split('/'), whole);
  return found ?? (isShortFor(base, parenthesis) ? whole(parenthesis) : undefined);
}

/** What stands before the parenthesis at the end of a text, and in it. */
function partsOf(text: string): { base: string; parenthesis: string } {
  const [, base = text, parenthesis = ''] =
    /^([^()（）]+)[(（]([^()（）]*)[)）]\s*$/.exec(text) ?? [];
  return { base, parenthesis };
}

/** One is made of the first letters of the other. */
function isShortFor(one: string, other: string): boolean {
  const [a, b] = [words(one), words(other)];
  const isShort = ([short, ...more]: readonly string[], long: readonly string[]) =>
    short !== undefined &&
    more.length === 0 &&
    long.length > 1 &&
    short === long.map((word) => word[0]).join('');
  return isShort(a, b) || isShort(b, a);
}

/** Case, punctuation, plurals, articles and a trailing "pattern", "architecture" … make no difference. */
export function normaliseName(name: string): string {
  return withoutKinds(words(name));
}

function withoutKinds(all: readonly string[]): string {
  let length = all.length;
  while (length > 1 && KINDS.has(all[length - 1] ?? '')) length -= 1;
  return all.slice(0, length).join(' ');
}

/** No name has more words. */
const MOST_WORDS = 40;

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
      const id = ids.get(withoutKinds(all.slice(start, end)));
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

/**
 * A kebab-case id made of a name; empty if the name has no letter or digit. Latin letters lose their accents; letters of
 * other scripts keep their marks, without which they would be other letters: `バス` is not `ハス`, nor `C++` `C#`.
 */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/(?<=[\p{L}\p{N}])(?:\+\+?|#)(?![\p{L}\p{N}])/gu, (sign) =>
      sign === '#' ? '-sharp' : '-plus'.repeat(sign.length),
    );
  return (plain.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).join('-');
}

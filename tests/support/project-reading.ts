import type { ParsedDocument } from '../../src/knowledge/patterns/parse-document.ts';
import type { Claim, Evidence, Pattern } from '../../src/model/pattern.ts';

/** What a person reads in a document: the id of each pattern with entries, and the lines that are unread. */
export interface Reading {
  readonly patterns: readonly { readonly id: string; readonly entries: readonly Entry[] }[];
  readonly unread: readonly number[];
}

/** One claim: its line, its sign or kind, the qualities it scores with their signs, and its text. */
export interface Entry {
  readonly line: number;
  readonly what: string;
  readonly text: string;
}

/** What the reader found, in the order of lines. */
export function readingOf(
  { patterns, remains }: ParsedDocument,
  qualities: readonly string[],
): Reading {
  const all = patterns.flatMap(withVariants).map((pattern) => ({
    id: pattern.id,
    entries: [
      ...pattern.claims.map((claim) => claimEntry(claim, qualities)),
      ...pattern.evidence.map(evidenceEntry),
    ].sort((a, b) => a.line - b.line),
  }));
  return {
    patterns: all.filter(({ entries }) => entries.length > 0),
    unread: [...new Set(remains.unread.map(({ place }) => place.line))].sort((a, b) => a - b),
  };
}

function withVariants(pattern: Pattern): Pattern[] {
  return [pattern, ...pattern.variants.flatMap(withVariants)];
}

function claimEntry({ place, sign, effects, text }: Claim, qualities: readonly string[]): Entry {
  const scored = qualities.flatMap((quality) => {
    const value = effects.find((effect) => effect.quality === quality)?.value;
    return value === undefined ? [] : [`${quality}${value > 0 ? '+' : '-'}`];
  });
  return { line: place.line, what: `${sign > 0 ? '+' : '-'} [${scored.join(' ')}]`, text };
}

function evidenceEntry({ place, kind, text }: Evidence): Entry {
  return { line: place.line, what: kind === 'use-when' ? 'use' : 'avoid', text };
}

/** Reads the text of a fixture. */
export function parseReading(text: string): Reading {
  const patterns: { id: string; entries: Entry[] }[] = [];
  const unread: number[] = [];
  for (const line of text.split('\n').filter((each) => each.trim() !== '')) {
    const entry = /^\s+(\d+) ([+-] \[[^\]]*\]|use|avoid) (.*)$/.exec(line);
    const missing = /^unread (\d+)$/.exec(line);
    if (entry) {
      const [, at, what = '', words = ''] = entry;
      patterns.at(-1)?.entries.push({ line: Number(at), what, text: words });
    } else if (missing) unread.push(Number(missing[1]));
    else patterns.push({ id: line.trim(), entries: [] });
  }
  return { patterns, unread };
}

/** The reading with the words of a fixture in place of each text that holds them, for comparing the two. */
export function inWordsOf(expected: Reading, found: Reading): Reading {
  const patterns = found.patterns.map(({ id, entries }) => {
    const words = expected.patterns.find((pattern) => pattern.id === id)?.entries ?? [];
    return {
      id,
      entries: entries.map((entry) => {
        const same = words.filter(
          ({ line, text }) => line === entry.line && holds(entry.text, text),
        );
        return same[0] ? { ...entry, text: same[0].text } : entry;
      }),
    };
  });
  return { ...found, patterns };
}

function holds(text: string, words: string): boolean {
  const plain = (each: string) => each.replace(/[*_`]/g, '').replace(/\s+/g, ' ').toLowerCase();
  return plain(text).includes(plain(words));
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const LONGEST_SHARED = 8;
const HASH_LENGTH = 12;
const theirs = new URL('../fixtures/seed/runs.txt', import.meta.url);

/** Every run of so many words in a text; case, punctuation and line ends do not count. */
export function wordRuns(text: string, length = LONGEST_SHARED): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = words.map((_, index) => words.slice(index, index + length).join(' '));
  return new Set(runs.slice(0, Math.max(0, words.length - length + 1)));
}

/** The start of the SHA-256 of a run: enough to recognize it, not to read it. */
export function hashOfRun(run: string): string {
  return createHash('sha256').update(run).digest('hex').slice(0, HASH_LENGTH);
}

/** The hashes of every run of eight words in the document that the project began with. */
export function hashesOfSeed(): Set<string> {
  return new Set(readFileSync(theirs, 'utf8').trim().split('\n'));
}

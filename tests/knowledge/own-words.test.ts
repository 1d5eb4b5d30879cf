import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { wordRuns } from '../support/word-runs.ts';

const LONGEST_SHARED = 8;

const seed = new URL('../../../shared/seed/architectures.md', import.meta.url);
const isAbsent = !existsSync(seed);
const root = new URL('../../', import.meta.url);

/** What the project ships or shows. */
const shipped = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(new URL('knowledge/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(md|yaml)$/.test(name))
    .map((name) => `knowledge/${name}`),
];

test('runs of words are found across line ends, case and punctuation', () => {
  expect(wordRuns('One, two\n- Three four', 3)).toEqual(
    new Set(['one two three', 'two three four']),
  );
  expect(wordRuns('too short', 3)).toEqual(new Set());
});

test.skipIf(isAbsent).each(shipped)(
  '%s shares no run of eight words with the original document (skipped where ../shared is absent)',
  (file) => {
    const theirs = wordRuns(readFileSync(seed, 'utf8'), LONGEST_SHARED);
    expect(theirs.size).toBeGreaterThan(100);
    const ours = wordRuns(readFileSync(new URL(file, root), 'utf8'), LONGEST_SHARED);
    expect([...ours].filter((run) => theirs.has(run))).toEqual([]);
  },
);

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hashesOfSeed, hashOfRun, wordRuns } from '../support/word-runs.ts';

const root = new URL('../../', import.meta.url);

/** What the project ships or shows. */
const shipped = [
  'README.md',
  'CHANGELOG.md',
  'tests/fixtures/seed/paraphrase.md',
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

test('runs are recognized by their hashes', () => {
  expect(hashesOfSeed().size).toBeGreaterThan(700);
  expect(hashOfRun('one two three')).toBe('6899ee404683');
});

test.each(shipped)(
  '%s shares no run of eight words with the document that it began with',
  (file) => {
    const ours = wordRuns(readFileSync(new URL(file, root), 'utf8'));
    const theirs = hashesOfSeed();
    expect([...ours].filter((run) => theirs.has(hashOfRun(run)))).toEqual([]);
  },
);

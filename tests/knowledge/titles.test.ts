import { expect, test } from 'vitest';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { grammarVocabulary } from '../support/grammar-vocabulary.ts';

const TEXT = `# Part one

## Alpha

- Performance: quick to open

# Part two

What is said here belongs to no pattern.

- Performance: nor does this

## Beta
`;

test('a first-level heading ends the pattern before it, and what follows belongs to none', () => {
  const { patterns, remains } = parseDocument('a.md', TEXT, grammarVocabulary());
  expect(patterns.map(({ id, summary, claims }) => [id, summary.length, claims.length])).toEqual([
    ['alpha', 0, 1],
    ['beta', 0, 0],
  ]);
  expect(remains.preamble.map(({ text }) => text)).toEqual([
    'What is said here belongs to no pattern.',
    'Performance: nor does this',
  ]);
});

test('a blank before the colon of a label changes nothing', () => {
  const { patterns } = parseDocument(
    'a.md',
    '## A\n\n- Performance : quick\n',
    grammarVocabulary(),
  );
  expect(patterns[0]?.claims[0]).toMatchObject({
    text: 'Performance: quick',
    label: 'Performance',
  });
});

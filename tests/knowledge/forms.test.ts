import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { decodeText } from '../../src/knowledge/read/text-file.ts';
import { withFormsTable } from '../support/forms-table.ts';
import { vocabularyIn } from '../support/grammar-vocabulary.ts';
import { inWordsOf, parseReading, readingOf } from '../support/project-reading.ts';

const folder = new URL('../fixtures/forms/', import.meta.url);
const vocabulary = vocabularyIn(folder);
const QUALITIES = [
  'scalability',
  'performance',
  'availability',
  'consistency',
  'integrity',
  'durability',
  'simplicity',
  'operability',
  'cost',
];

describe('a document is read as a person reads it', () => {
  test.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('%s', (name) => {
    const { text } = decodeText(name, readFileSync(new URL(name, folder)));
    const expected = parseReading(
      readFileSync(new URL(name.replace(/md$/, 'txt'), folder), 'utf8'),
    );
    const found = readingOf(parseDocument(name, text, vocabulary), QUALITIES);
    expect(inWordsOf(expected, found)).toEqual(expected);
  });
});

test('the table of forms in docs/writing-knowledge.md is that of the fixtures (`npm run forms`)', () => {
  const document = readFileSync(
    new URL('../../docs/writing-knowledge.md', import.meta.url),
    'utf8',
  );
  expect(withFormsTable(document)).toBe(document);
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { grammarFolder, grammarVocabulary } from '../support/grammar-vocabulary.ts';
import { projectDocument } from '../support/project-document.ts';

const Expected = z.strictObject({
  covers: z.array(z.string()).min(1),
  parsed: z.record(z.string(), z.unknown()),
});

const fixtures = readdirSync(grammarFolder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => {
    const text = readFileSync(new URL(name, grammarFolder), 'utf8');
    const json = readFileSync(new URL(name.replace(/md$/, 'json'), grammarFolder), 'utf8');
    return { name, text, ...Expected.parse(JSON.parse(json)) };
  });

/** The elements of the grammar in DESIGN.md, section 4, as the fixtures name them. */
const ELEMENTS = [
  'aliases in headings',
  'alternative markup: * and + bullets',
  'bold labels',
  'brings up',
  'code between',
  'conditions with & and |',
  'contested',
  'defined footnotes',
  'every container',
  'inline containers',
  'judgement',
  'malformed conditions',
  'markers in any order',
  'misplaced conditions',
  'nested headings as variants',
  'nested remarks',
  'ordered lists',
  'phrases with their own sign',
  'strong',
  'tables between',
  'text before the first pattern',
  'undefined footnotes',
  'unknown containers',
  'unknown markers',
  'when should it be used',
];

describe('a document is read as its fixture says', () => {
  test.each(fixtures)('$name', ({ name, text, parsed }) => {
    expect(projectDocument(parseDocument(name, text, grammarVocabulary()))).toEqual(parsed);
  });
});

test('every place names the file that it stands in', () => {
  for (const { name, text } of fixtures) {
    const { text: kept, file, ...rest } = parseDocument(name, text, grammarVocabulary());
    expect(JSON.stringify(rest).match(/"file":"[^"]*"/g)).toSatisfy((all: string[]) =>
      all.every((each) => each === `"file":"${name}"`),
    );
    expect({ kept, file }).toEqual({ kept: text, file: name });
  }
});

test('the fixtures cover the irregularities F01 to F30 of the seed document', () => {
  const ids = Array.from({ length: 30 }, (_, index) => `F${String(index + 1).padStart(2, '0')}`);
  expect(ids.filter((id) => !fixtures.some(({ covers }) => covers.includes(id)))).toEqual([]);
});

test('the fixtures cover every element of the grammar', () => {
  const covered = fixtures.flatMap(({ covers }) => covers);
  expect(ELEMENTS.filter((element) => !covered.includes(element))).toEqual([]);
});

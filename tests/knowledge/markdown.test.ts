import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/knowledge/markdown/markdown.ts';
import { documentsIn, examples, mixtures, signs } from '../support/markdown-texts.ts';
import { numRuns } from '../support/runs.ts';
import { parseUncut } from '../support/uncut.ts';

/** As long as a text is cut wherever it can be. */
const SMALLEST = 1;

function expectSame(text: string, least = SMALLEST): void {
  expect(parseMarkdown({ file: 'a.md', text }, least)).toEqual(parseUncut(text));
}

describe('a document that is parsed in parts comes to the same tree, with the same positions', () => {
  test.each([
    ['that come with the program', documentsIn('knowledge/patterns')],
    ['of the grammar', documentsIn('tests/fixtures/grammar')],
    ['of CommonMark', examples],
  ])('documents %s', (_name, documents) => {
    for (const text of documents) expectSame(text);
  });

  test('a line of stars that looks like the beginning of an item', () => {
    for (const text of ['* \n* **', '- a\n- ** **\n- b', '> a\n\n> ** *\n', '* a\n* **b**\n* c\n'])
      expectSame(text, 1);
  });

  test('all documents in one', () => {
    const documents = [...documentsIn('tests/fixtures/grammar'), ...examples];
    expectSame(documents.join('\n\n'));
    expectSame(documentsIn('knowledge/patterns').slice(0, 9).join('\n'), 8_192);
  });

  test('mixtures of examples', () => {
    fc.assert(fc.property(mixtures(examples), fc.constantFrom(1, 20, 100), expectSame), {
      numRuns: 2 * numRuns,
    });
  });

  test('mixtures of signs', () => {
    fc.assert(fc.property(signs(60), fc.constantFrom(1, 20, 100), expectSame), {
      numRuns: 2 * numRuns,
    });
  });
});

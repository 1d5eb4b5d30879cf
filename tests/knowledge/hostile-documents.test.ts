import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/knowledge/assemble.ts';
import { parseDocument } from '../../src/knowledge/parse-document.ts';
import { grammarVocabulary } from '../support/grammar-vocabulary.ts';
import { soundLayer } from '../support/layers.ts';

const MEGABYTE = 1024 * 1024;

function patternsIn(text: string): number {
  return parseDocument('hostile.md', text, grammarVocabulary()).patterns.length;
}

describe('a hostile document is read to its end', () => {
  test.each([
    ['ten thousand bullets in each other, on one line', `## A\n\n${'- '.repeat(10_000)}x\n`],
    ['ten thousand quotations in each other', `## A\n\n${'> '.repeat(10_000)}x\n`],
    [
      'five hundred bullets in each other, line by line',
      `## A\n\n${Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- Performance: x\n`).join('')}`,
    ],
    ['a hundred thousand bullets', `## A\n\n${'- Performance: x\n'.repeat(100_000)}`],
  ])('%s', (_name, text) => {
    expect(patternsIn(text)).toBe(1);
  });

  test('noise that happens to be UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1000, maxLength: 20_000 }), (noise) => {
        const text = `## A\n\n- ${noise.replaceAll('\0', '')}`;
        expect(patternsIn(text)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 20 },
    );
  });

  test('any mixture of the signs of Markdown, through all rules', () => {
    const sign = fc.constantFrom(
      ...[
        '## ',
        '### ',
        '- ',
        '  - ',
        '1. ',
        '> ',
        '---\n',
        '\n',
        '\n\n',
        ': ',
        '(strong)',
        '(',
        ')',
      ],
      ...[
        '`a: b`',
        '`',
        '[^a]',
        '\n[^a]: ',
        '[',
        '](',
        '*',
        '**',
        '~~',
        '| ',
        '<!--',
        '-->',
        '&',
        '\\',
      ],
      ...[
        'Advantages',
        'Use when',
        'Brings up',
        'SQL',
        'Consistency',
        'x',
        '\t',
        '\u00A0',
        '\uFFFD',
      ],
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 60 }), (signs) => {
        const documents = { 'doc.md': signs.join('') };
        const { knowledge, diagnostics } = assemble([soundLayer({ documents })], '');
        expect(knowledge?.decisions.has('store')).toBe(true);
        const last = documents['doc.md'].split('\n').length;
        const strays = diagnostics.filter(
          ({ place }) =>
            place.line < 1 || place.column < 1 || (place.file === 'doc.md' && place.line > last),
        );
        expect(strays).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Each in a document of its own size, as large as `load` lets through or a good part of it. */
describe('megabytes of one sign are read to their end', () => {
  test.each([
    ['brackets', '['.repeat(MEGABYTE)],
    ['stars', '***'.repeat(MEGABYTE / 3)],
    ['stars and letters', '*a_ '.repeat(MEGABYTE / 4)],
    ['back-quotes', '` '.repeat(MEGABYTE / 2)],
    ['opening parentheses', '('.repeat(MEGABYTE)],
    ['blanks between two letters', `a${' '.repeat(MEGABYTE)}b`],
    ['words', 'word '.repeat(MEGABYTE / 5)],
    ['footnotes', '[^a] '.repeat(MEGABYTE / 50)],
    ['table cells', `|${'a|'.repeat(MEGABYTE / 20)}\n|${'-|'.repeat(MEGABYTE / 20)}\n`],
  ])('%s', (_name, text) => {
    expect(patternsIn(`## A\n\n- ${text}\n`)).toBe(1);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { assemble } from '../support/assemble.ts';
import { grammarVocabulary } from '../support/grammar-vocabulary.ts';
import { soundLayer } from '../support/layers.ts';
import { numRuns } from '../support/runs.ts';

const MEBIBYTE = 1024 * 1024;

function patternsIn(text: string): number {
  return parseDocument('hostile.md', text, grammarVocabulary()).patterns.length;
}

describe('a hostile document is read to its end', () => {
  test.each([
    ['brackets', '['.repeat(MEBIBYTE / 4)],
    ['stars', '***'.repeat(MEBIBYTE)],
    ['opening parentheses', '('.repeat(MEBIBYTE)],
    ['stars and letters', '*a_ '.repeat(2000)],
    ['back-quotes', '` '.repeat(8000)],
    ['blanks between two letters', `a${' '.repeat(32_000)}b`],
    ['words', 'word '.repeat(3000)],
    ['footnotes', '[^a] '.repeat(2000)],
    ['table cells', `|${'a|'.repeat(5000)}\n  |${'-|'.repeat(5000)}`],
    ['bullets one after the other', 'Performance: x\n- '.repeat(10_000)],
    ['sixty bullets in each other', bulletsInEachOther(60)],
  ])('%s', (_name, text) => {
    expect(patternsIn(`## A\n\n- ${text}\n`)).toBe(1);
  });

  test('noise that happens to be UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1000, maxLength: 5000 }), (noise) => {
        const text = `## A\n\n- ${noise.replaceAll('\0', '')}`;
        expect(patternsIn(text)).toBeGreaterThanOrEqual(1);
      }),
      { numRuns: 5 },
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
      { numRuns },
    );
  });
});

function bulletsInEachOther(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `x\n${'  '.repeat(level + 1)}- `).join('');
}

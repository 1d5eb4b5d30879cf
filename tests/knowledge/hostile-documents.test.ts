import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { refuseUnparsable } from '../../src/knowledge/markdown/limits.ts';
import { type ParsedDocument, parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { assemble } from '../support/assemble.ts';
import { grammarVocabulary } from '../support/grammar-vocabulary.ts';
import { soundLayer } from '../support/layers.ts';
import { documentsIn } from '../support/markdown-texts.ts';
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

describe('a document that would take its parser minutes is refused, with what and where', () => {
  const SIGNS = /^`hostile\.md` has a paragraph with more than 8,000 marks .* at line \d+$/;
  const BLOCKS =
    /^`hostile\.md` has more than 2,000 lists, quotations or underlined headings in one block, at line \d+$/;
  const LENGTH = /^`hostile\.md` has more than 20,000 characters on line \d+$/;

  test.each([
    ['emphasis that nothing opens', `${'a* '.repeat(6000)}\n`.repeat(5), SIGNS],
    ['brackets that nothing opens', `${'[a '.repeat(6000)}\n${'] '.repeat(9000)}`, SIGNS],
    ['comments that nothing closes', `${'a <!-- '.repeat(2500)}\n`.repeat(4), SIGNS],
    ['lines of ninety bullets', `x\n${`${'- '.repeat(90)}x\n`.repeat(800)}`, BLOCKS],
    ['quotations in one quotation', `x\n\n${'> > a\n>\n'.repeat(4000)}`, BLOCKS],
    ['quotations in one item', `x\n${'  > a\n\n'.repeat(4000)}`, BLOCKS],
    ['headings in one quotation', `x\n\n${'> a\n> =\n'.repeat(4000)}`, BLOCKS],
    ['underlined headings, one after the other', `x\n\n> ${'a\n-\n> '.repeat(4000)}`, BLOCKS],
    ['lines of one letter', 'a\n'.repeat(1_900_000), /^`hostile\.md` has more than 400,000 lines$/],
    ['a line that others take for several', `${'a'.repeat(16_000)}\u2028`.repeat(4), LENGTH],
  ])('%s', (_name, text, message) => {
    expect(refusalOf(text)).toMatch(message);
  });
});

describe('a document that is only long is read', () => {
  test('of ten megabytes, with more brackets than any limit once allowed', () => {
    const documents = documentsIn('knowledge/patterns').join('\n');
    const text = documents.repeat(25);
    expect(text.split('[').length).toBeGreaterThan(20_000);
    expect(() => refuseUnparsable({ file: 'long.md', text })).not.toThrow();
  });

  test.each([
    ['a list of 5,000 items and an empty one', 'x\n- '.repeat(5_000), 5_000],
    ['brackets', `${'['.repeat(15_000)}\n`.repeat(4), 1],
    ['lines of back-quotes', linesOfBackQuotes(200), 1],
    ['a table of 4,000 columns', `x\n\n|${'a|'.repeat(4000)}\n|${'-|'.repeat(4000)}`, 1],
    ['HTML of 4,000 levels', `x\n\n${'<div>\n'.repeat(4000)}`, 1],
    ['HTML whose end tags close nothing', `x\n\n${'<div>\n</pre>\n'.repeat(2143)}`, 1],
    ['HTML of 4,000 levels within a line', `x ${'<b>'.repeat(4000)}`, 1],
    ['3,000 quotations', `x\n\n${'> y\n\n'.repeat(3000)}`, 1],
    ['3,000 underlined headings', `x\n\n${'y\n=\n'.repeat(3000)}`, 1],
  ])('%s', (_name, text, claims) => {
    const [pattern] = readHostile(text).patterns;
    expect(pattern?.claims).toHaveLength(claims);
  });
});

/** The message that a text is refused with. */
function refusalOf(text: string): string {
  try {
    readHostile(text);
    return 'is read';
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
}

function readHostile(text: string): ParsedDocument {
  const source = { file: 'hostile.md', text: `## Saga\n\n- ${text}\n` };
  refuseUnparsable(source);
  return parseDocument(source.file, source.text, grammarVocabulary());
}

function linesOfBackQuotes(count: number): string {
  return Array.from({ length: count }, (_, line) => `x ${'`'.repeat(line + 1)}`).join('\n  ');
}

function bulletsInEachOther(depth: number): string {
  return Array.from({ length: depth }, (_, level) => `x\n${'  '.repeat(level + 1)}- `).join('');
}

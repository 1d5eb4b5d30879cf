import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { grammarVocabulary } from '../support/grammar-vocabulary.ts';

function read(...lines: readonly string[]) {
  const text = ['## Saga', '', ...lines, '', '[^book]: A book'].join('\n');
  const { patterns, remains } = parseDocument('a.md', text, grammarVocabulary());
  const [pattern] = patterns;
  if (pattern === undefined) throw new Error('no pattern');
  return { ...pattern, remains };
}

describe('a full stop behind what its author hung on a line', () => {
  test('does not hide a marker before a footnote', () => {
    const { claims, remains } = read('- Performance: short locks (strong) [^book].');
    expect(claims).toMatchObject([{ strength: 2, sources: ['book'] }]);
    expect(claims[0]?.text).toMatch(/^Performance: short locks\.?$/);
    expect(remains.parentheses).toEqual([]);
  });

  test('does not hide a condition', () => {
    const { evidence } = read('- Use when', '  - steps are short `steps: short`.');
    expect(evidence).toMatchObject([{ condition: { text: 'steps: short' } }]);
    expect(evidence[0]?.text).toMatch(/^steps are short\.?$/);
  });

  test('leaves no blank before itself where a footnote was', () => {
    expect(read('Undone step by step [^book].').summary[0]?.text).toMatch(
      /^Undone step by step\.?$/,
    );
    expect(read('- Performance: short locks [^book], mostly').claims[0]?.text).toBe(
      'Performance: short locks, mostly',
    );
  });
});

describe('blocks of several parts', () => {
  test('keep the words of table cells apart', () => {
    const { remains } = read('| quality | how |', '| --- | --- |', '| speed | quick |');
    expect(remains.leftOut[0]?.text.match(/\w+/g)).toEqual(['quality', 'how', 'speed', 'quick']);
  });

  test('keep the paragraphs of a quotation apart', () => {
    const { remains } = read('> First.', '>', '> Second.');
    expect(remains.leftOut[0]?.text).toMatch(/^First\.\s.*Second\.$/);
  });
});

test('a footnote inside emphasis counts as one of the line', () => {
  const { claims, remains } = read('- **Performance [^book]**: short *locks [^nope]*');
  expect(claims[0]?.sources).toEqual(['book', 'nope']);
  expect(remains.footnoteReferences.map(({ name }) => name)).toEqual(['book', 'nope']);
});

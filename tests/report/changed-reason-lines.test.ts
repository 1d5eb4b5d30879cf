import { describe, expect, test } from 'vitest';
import type { DocumentLine, LineChange, ReasonChange } from '../../src/model/difference.ts';
import { changedReasonLines } from '../../src/report/diff/changed-reason-lines.ts';
import { ascii, colourless } from '../../src/report/layout/style.ts';
import { knowledgeOf } from '../support/engine-builders.ts';

const KNOWLEDGE = knowledgeOf({
  qualities: { ease: 1 },
  questions: [{ id: 'load', choices: { low: {}, high: {} } }],
  patterns: [{ id: 'chest' }, { id: 'shelf' }],
  decisions: [{ id: 'storage', alternatives: ['chest', 'shelf'], driving: ['ease'] }],
});

function shown(reasons: readonly ReasonChange[]): string {
  const style = { width: 80, palette: colourless, glyphs: ascii };
  return changedReasonLines(reasons, { before: KNOWLEDGE, after: KNOWLEDGE, style }).join('\n');
}

/** In one file; in the first line before, in the second after. */
function lineAt(line: number, said: Omit<DocumentLine, 'file' | 'line'>): DocumentLine {
  return { file: 'f.yaml', line, ...said };
}

function sentence(change: LineChange): string {
  const [, ...lines] = shown([{ kind: 'lines', lines: [change] }]).split('\n');
  return lines
    .map((line) => line.trim())
    .join(' ')
    .replace(/ +/g, ' ');
}

describe('a changed line', () => {
  test.each<[LineChange, string]>([
    [
      { kind: 'claim', after: lineAt(2, { text: 'easy', value: 1, quality: 'ease' }) },
      'new easy f.yaml:2',
    ],
    [
      {
        kind: 'claim',
        before: lineAt(1, { text: 'easy', value: 2, quality: 'ease' }),
        after: lineAt(2, { text: 'easy', value: -1, quality: 'ease' }),
      },
      'changed easy [2 -> -1] f.yaml:1 -> f.yaml:2',
    ],
    [
      {
        kind: 'evidence',
        before: lineAt(1, { text: 'crowded', value: 5, condition: 'load: low' }),
        after: lineAt(2, { text: 'crowded', value: 5, condition: 'load: high' }),
      },
      'changed crowded (load: high) [was when load: low] f.yaml:1 -> f.yaml:2',
    ],
    [
      { kind: 'hard-rule', before: lineAt(1, { text: 'burns', condition: 'load: low' }) },
      'removed burns (load: low) f.yaml:1',
    ],
    [
      { kind: 'weight', after: lineAt(2, { text: 'Ease', value: 2, quality: 'ease' }) },
      'new weight of ease f.yaml:2',
    ],
    [
      {
        kind: 'weight',
        after: lineAt(2, { text: 'Low', value: 2, quality: 'ease', condition: 'load=low' }),
      },
      'new weight of ease if load=low f.yaml:2',
    ],
    [
      { kind: 'driving', before: lineAt(1, { text: 'ease', quality: 'ease' }) },
      'removed ease is a driving quality f.yaml:1',
    ],
    [
      {
        kind: 'applies-when',
        before: lineAt(1, { text: 'load: low' }),
        after: lineAt(2, { text: 'load: high' }),
      },
      'changed applies when load: high [was: load: low] f.yaml:1 -> f.yaml:2',
    ],
    [
      {
        kind: 'several',
        before: lineAt(1, { text: 'several: false' }),
        after: lineAt(2, { text: 'several: true' }),
      },
      'changed several: true [was: several: false] f.yaml:1 -> f.yaml:2',
    ],
    [
      {
        kind: 'order',
        before: lineAt(1, { text: 'chest, shelf' }),
        after: lineAt(2, { text: 'shelf, chest' }),
      },
      'changed order: shelf, chest [was: chest, shelf] f.yaml:1 -> f.yaml:2',
    ],
    [
      { kind: 'baseline', after: lineAt(2, { text: 'Chest' }) },
      'new Chest is the baseline f.yaml:2',
    ],
    [{ kind: 'alternative', before: lineAt(1, { text: 'Crate' }) }, 'removed Crate f.yaml:1'],
    [
      { kind: 'decision', before: lineAt(1, { text: 'Storage' }) },
      'removed the decision Storage f.yaml:1',
    ],
    [
      { kind: 'question', after: lineAt(2, { text: 'How much?', question: 'load' }) },
      'new load: How much? f.yaml:2',
    ],
    [
      {
        kind: 'choice',
        after: lineAt(2, { text: 'Very high', condition: 'load=huge', question: 'load' }),
      },
      'new Very high (load=huge) f.yaml:2',
    ],
    [
      {
        kind: 'limits',
        before: lineAt(1, { text: 'several: true', question: 'load' }),
        after: lineAt(2, { text: 'several: true, limit: 1', question: 'load' }),
      },
      'changed load: several: true, limit: 1 [was: several: true] f.yaml:1 -> f.yaml:2',
    ],
  ])('%j', (change, words) => {
    expect(sentence(change)).toBe(words);
  });
});

test('what is about a decision as a whole comes before the alternatives, each of which stands once', () => {
  const line: LineChange = { kind: 'applies-when', after: lineAt(2, { text: 'load: low' }) };
  const claim: LineChange = { kind: 'claim', before: lineAt(1, { text: 'easy' }) };
  const text = shown([
    { kind: 'decision', lines: [line] },
    { kind: 'decision', decision: 'storage', lines: [line] },
    { kind: 'question', question: 'load', lines: [line] },
    {
      ...{ kind: 'quality', alternative: 'chest', quality: 'ease', because: ['base'] },
      ...{
        before: { points: 2, weight: 1, rating: 2 },
        after: { points: 1, weight: 1, rating: 1 },
      },
      lines: [claim],
    },
    {
      ...{ kind: 'evidence', alternative: 'shelf', after: { points: -5 } },
      ...{ because: [{ question: 'load', choice: 'low' }, { question: 'size' }], lines: [claim] },
    },
    {
      kind: 'hard-rule',
      alternative: 'chest',
      condition: 'load: low',
      after: { state: 'possible' },
      lines: [claim],
    },
    { kind: 'alternative', alternative: 'shelf', lines: [claim] },
    { kind: 'lines', alternative: 'shelf', lines: [claim] },
  ]);
  const heads = text.split('\n').filter((each) => !each.startsWith('      '));
  expect(heads).toEqual([
    '    the decision itself',
    '    storage',
    '    answers to load?',
    '  chest',
    '    ease                          +2 -> +1 points (rating 2 -> 1)',
    '    ruled out when low (load?)    no -> possibly',
    '  shelf',
    '    load? "low" and size: any     0 -> -5 points',
    '    answer',
    '    the alternative itself        removed',
    '    other lines',
  ]);
});

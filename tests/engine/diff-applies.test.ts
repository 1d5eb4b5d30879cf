import { describe, expect, test } from 'vitest';
import type { LineChange } from '../../src/model/difference.ts';
import { knowledgeOf } from '../support/engine-builders.ts';
import { decisionIn, differenceOf, sheetOf } from '../support/engine-differences.ts';

describe('whether a decision applies', () => {
  const SIZE = { id: 'size', choices: { small: {}, large: {} } };
  const LEGACY = { id: 'legacy', choices: { yes: {}, no: {} } };
  const migration = (appliesWhen: readonly string[], several = false) =>
    knowledgeOf({
      qualities: { ease: 1 },
      questions: [LEGACY, SIZE],
      patterns: [{ id: 'plain' }, { id: 'strangler', rates: { ease: [1] } }],
      decisions: [
        {
          id: 'migration',
          alternatives: ['plain', 'strangler'],
          driving: ['ease'],
          appliesWhen,
          several,
        },
      ],
    });
  const textsIn = (change: LineChange) => [change.kind, change.before?.text, change.after?.text];

  test.each([
    ['a condition came', [], ['legacy: yes'], ['applies-when', undefined, 'legacy: yes']],
    ['the only condition went', ['legacy: yes'], [], ['applies-when', 'legacy: yes', undefined]],
    [
      'one of two conditions went',
      ['legacy: yes', 'size: large'],
      ['legacy: yes'],
      ['applies-when', 'size: large', undefined],
    ],
    [
      'one more condition came',
      ['legacy: yes'],
      ['legacy: yes', 'size: large'],
      ['applies-when', undefined, 'size: large'],
    ],
    [
      'a condition names another choice',
      ['legacy: yes'],
      ['legacy: no'],
      ['applies-when', 'legacy: yes', 'legacy: no'],
    ],
    [
      'a condition names one choice more',
      ['legacy: yes'],
      ['legacy: yes | no'],
      ['applies-when', 'legacy: yes', 'legacy: yes | no'],
    ],
  ])('names the line of `decisions.yaml` where %s', (_, before, after, line) => {
    const found = differenceOf({
      older: migration(before),
      newer: migration(after),
      old: sheetOf({ legacy: 'no', size: 'large' }),
    });
    const { moved, movedBy } = decisionIn(found, 'migration');
    expect(moved).toBe(true);
    expect(movedBy.reasons?.map(({ kind, lines }) => [kind, lines.map(textsIn)])).toEqual([
      ['decision', [line]],
    ]);
  });

  test('names what picks a decision that newly applies, where another depends on its pick', () => {
    const base = (appliesWhen: readonly string[], rate: number) =>
      knowledgeOf({
        qualities: { ease: 1 },
        questions: [LEGACY, SIZE],
        patterns: [
          { id: 'plain' },
          { id: 'strangler', rates: { ease: [rate] } },
          { id: 'big-bang' },
          { id: 'router' },
        ],
        decisions: [
          { id: 'migration', alternatives: ['plain', 'strangler'], driving: ['ease'], appliesWhen },
          {
            id: 'routing',
            alternatives: ['big-bang', 'router'],
            driving: ['ease'],
            appliesWhen: ['migration: strangler'],
          },
        ],
      });
    const found = differenceOf({
      older: base(['legacy: yes'], -1),
      newer: base(['legacy: yes', 'size: large'], 1),
      old: sheetOf({ legacy: 'no', size: 'large' }),
    });
    const { movedBy } = decisionIn(found, 'routing');
    expect(movedBy.decisions).toEqual(['migration']);
    expect(movedBy.reasons?.map(({ decision, alternative }) => [decision, alternative])).toEqual([
      ['migration', 'strangler'],
    ]);
  });

  test('leaves out a condition that could not hold anyway, and one with its terms in another order', () => {
    const found = differenceOf({
      older: migration(['legacy: yes & size: small', 'size: large & legacy: no']),
      newer: migration(['legacy: no & size: large', 'size: small']),
      old: sheetOf({ legacy: 'no' }),
    });
    const { moved, movedBy } = decisionIn(found, 'migration');
    expect(moved).toBe(false);
    expect(movedBy.reasons?.flatMap(({ lines }) => lines.map(textsIn))).toEqual([
      ['applies-when', undefined, 'size: small'],
    ]);
  });

  test('is a difference though pick and status are the same, moved by the answers that lead there', () => {
    const found = differenceOf({
      older: migration(['legacy: yes']),
      old: sheetOf({ legacy: 'yes', size: 'small' }),
      new: sheetOf({ size: 'large' }),
    });
    expect(decisionIn(found, 'migration')).toMatchObject({
      before: { status: 'settled', recommended: ['strangler'], applies: 'yes' },
      after: { status: 'settled', recommended: ['strangler'], applies: 'undecided' },
      moved: false,
      movedBy: { answers: [['legacy']] },
    });
  });

  test('says what else is said about an open decision that it depends on, where that leads as before', () => {
    const more = (ruledOutWhen: readonly string[]) =>
      knowledgeOf({
        qualities: { speed: 0, ease: 1 },
        questions: [{ id: 'load', choices: { low: {}, high: { speed: 3 } } }, SIZE],
        patterns: [
          { id: 'chest', rates: { ease: [1] } },
          { id: 'shelf', rates: { speed: [1] }, ruledOutWhen },
          { id: 'crate', useWhen: ['size: large'] },
          { id: 'few', rates: { ease: [1] } },
          { id: 'many' },
        ],
        decisions: [
          { id: 'storage', alternatives: ['chest', 'shelf', 'crate'], driving: ['speed', 'ease'] },
          {
            id: 'drawers',
            alternatives: ['few', 'many'],
            driving: ['ease'],
            appliesWhen: ['storage: shelf'],
          },
        ],
      });
    const found = differenceOf({ older: more([]), newer: more(['load: high']), old: sheetOf({}) });
    expect(found.decisions.map(({ id }) => id)).toEqual(['drawers']);
    const { decisions, reasons = [] } = decisionIn(found, 'drawers').movedBy;
    expect(decisions).toEqual(['storage']);
    expect(
      reasons.map(({ kind, decision, alternative, lines }) => [
        ...[kind, decision, alternative],
        lines.map(textsIn),
      ]),
    ).toEqual([['lines', 'storage', 'shelf', [['hard-rule', undefined, 'load: high']]]]);
  });

  test('says what else is said about an open decision that moved, where its own difference leaves it out', () => {
    const drawersIn = (ease: number, applies: string, useWhen: readonly string[]) =>
      knowledgeOf({
        qualities: { ease },
        questions: [LEGACY, SIZE],
        patterns: [
          { id: 'chest', rates: { ease: [-1] }, ruledOutWhen: ['size: large'] },
          { id: 'shelf', ruledOutWhen: ['size: large'] },
          { id: 'crate', rates: { ease: [-2] }, useWhen },
          { id: 'few' },
          { id: 'many' },
        ],
        decisions: [
          {
            id: 'storage',
            alternatives: ['chest', 'shelf', 'crate'],
            driving: ['ease'],
            appliesWhen: [applies],
          },
          {
            id: 'drawers',
            alternatives: ['few', 'many'],
            driving: ['ease'],
            appliesWhen: ['storage: shelf'],
          },
        ],
      });
    const found = differenceOf({
      older: drawersIn(0, 'size: small', []),
      newer: drawersIn(1, 'size: large', ['legacy: yes']),
      old: sheetOf({}),
    });
    const linesFor = (id: string) =>
      decisionIn(found, id).movedBy.reasons?.map(({ decision, alternative, lines }) => [
        ...[decision, alternative],
        ...lines.map(({ kind }) => kind),
      ]);
    expect(linesFor('storage')).toEqual([[undefined, 'chest', 'weight']]);
    expect(linesFor('drawers')).toEqual([
      ['storage', undefined, 'applies-when'],
      ['storage', 'crate', 'weight', 'evidence'],
    ]);
  });

  test('does not depend on a decision that moved between picks which no condition names', () => {
    const more = (strength: number, appliesWhen: readonly string[]) =>
      knowledgeOf({
        qualities: { ease: 1 },
        questions: [LEGACY],
        patterns: [
          { id: 'chest', rates: { ease: [strength] } },
          { id: 'shelf', rates: { ease: [1] } },
          { id: 'crate' },
          { id: 'few', rates: { ease: [1] } },
          { id: 'many' },
        ],
        decisions: [
          { id: 'storage', alternatives: ['chest', 'shelf', 'crate'], driving: ['ease'] },
          { id: 'drawers', alternatives: ['few', 'many'], driving: ['ease'], appliesWhen },
        ],
      });
    const found = differenceOf({
      older: more(2, ['storage: crate']),
      newer: more(-2, ['storage: crate', 'legacy: yes']),
      old: sheetOf({ legacy: 'yes' }),
    });
    expect(found.decisions.map(({ id }) => id)).toEqual(['storage', 'drawers']);
    const { decisions, reasons = [] } = decisionIn(found, 'drawers').movedBy;
    expect(decisions).toBeUndefined();
    expect(reasons.flatMap(({ lines }) => lines.map(textsIn))).toEqual([
      ['applies-when', undefined, 'legacy: yes'],
    ]);
  });
});

import { describe, expect, test } from 'vitest';
import { firedTriggers } from '../../../src/engine/verify/fired.ts';
import type { AnswerChange } from '../../../src/model/flips.ts';
import type { Trigger } from '../../../src/model/record.ts';
import { answersOf, knowledgeOf } from '../../support/engine-builders.ts';
import { type Said, sheetOf } from '../../support/engine-differences.ts';
import { recordedIn } from '../../support/record-view.ts';
import { verified } from '../../support/verified.ts';

function trigger(...changes: readonly AnswerChange[]): Trigger {
  return { changes, recommended: ['fast'], status: 'settled' };
}

function isFired(one: Trigger, then: Said, now: Said): boolean {
  return firedTriggers([one], answersOf(then), answersOf(now)).length > 0;
}

describe('one answer', () => {
  const busy = trigger({ question: 'load', from: 'low', to: 'high' });

  test.each<[boolean, Said, Said]>([
    [true, { load: 'low' }, { load: 'high' }],
    [true, {}, { load: 'high' }],
    [false, { load: 'low' }, { load: 'low' }],
    [false, { load: 'low' }, {}],
    [false, { load: 'low' }, { load: 'middle' }],
    [false, { load: 'high' }, { load: 'high' }],
    [false, { load: 'low' }, { teams: 'high' }],
  ])('fires: %s, from %o to %o', (expected, then, now) => {
    expect(isFired(busy, then, now)).toBe(expected);
  });
});

test('of several answers all have to be given', () => {
  const both = trigger({ question: 'load', to: 'high' }, { question: 'teams', to: 'many' });
  expect(isFired(both, {}, { load: 'high' })).toBe(false);
  expect(isFired(both, {}, { load: 'high', teams: 'many' })).toBe(true);
  expect(isFired(both, { load: 'high' }, { load: 'high', teams: 'many' })).toBe(true);
});

describe('several choices: those come and go that it names', () => {
  type Change = Omit<AnswerChange, 'question'>;
  const came: Change = { from: ['rows'], to: ['rows', 'maps'] };
  const went: Change = { from: ['rows', 'maps'], to: ['rows'] };
  const swapped: Change = { from: ['rows'], to: ['maps'] };

  test.each<[string, boolean, Change, readonly string[]]>([
    ['one came', true, came, ['rows', 'maps']],
    ['one came, and another that does not matter', true, came, ['rows', 'maps', 'pages']],
    ['one came, and another went', true, came, ['maps']],
    ['another came', false, came, ['rows', 'pages']],
    ['one went', true, went, ['rows']],
    ['one went, and another came', true, went, ['rows', 'pages']],
    ['it did not go', false, went, ['rows', 'maps']],
    ['one took the place of another', true, swapped, ['maps']],
    ['one came, but the other stayed', false, swapped, ['rows', 'maps']],
    [
      'some came where nothing was known',
      true,
      { to: ['rows', 'maps'] },
      ['rows', 'maps', 'pages'],
    ],
    ['none of them is left', true, { from: ['rows'], to: ['none'] }, ['none']],
    ['there was none of them', true, { from: ['none'], to: ['rows'] }, ['rows']],
  ])('%s: %s', (_, expected, change, now) => {
    const then = change.from === undefined ? {} : { data: [change.from].flat() };
    expect(isFired(trigger({ question: 'data', ...change }), then, { data: now })).toBe(expected);
  });
});

test('the triggers of a record fire with the answers that lead to their pick', () => {
  const knowledge = knowledgeOf({
    qualities: { ease: 1 },
    questions: [
      { id: 'load', choices: { low: {}, high: {} } },
      { id: 'data', several: true, choices: { rows: {}, maps: {} } },
    ],
    patterns: [
      { id: 'plain', rates: { ease: [2] } },
      { id: 'fast', useWhen: ['load: high', 'data: maps'] },
    ],
    decisions: [{ id: 'store', alternatives: ['plain', 'fast'], driving: ['ease'] }],
  });
  const said = { load: 'low', data: ['rows'] };
  const record = recordedIn(knowledge, sheetOf(said), 'store');
  const firedBy = (today: Said) =>
    verified(record, knowledge, sheetOf({ ...said, ...today })).fired.map(({ changes }) =>
      changes.map(({ question, to }) => `${question}=${to}`).join(),
    );
  expect(firedBy({})).toEqual([]);
  expect(firedBy({ load: 'high' })).toEqual(['load=high']);
  expect(firedBy({ data: ['rows', 'maps'] })).toEqual(['data=rows,maps']);
  expect(firedBy({ data: ['maps'] })).toEqual(['data=rows,maps', 'data=maps']);
  expect(firedBy({ load: 'high', data: ['maps'] })).toHaveLength(3);
});

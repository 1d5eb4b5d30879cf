import { describe, expect, test } from 'vitest';
import { expectedOn, isHit } from './expected.ts';
import type { Judgement, Verdict } from './judgement.ts';
import { pointsNamed } from './points.ts';

const [database] = pointsNamed('database');

function verdict(pick: string, more: Partial<Verdict> = {}): Judgement {
  return { database: { picks: [pick], confidence: 'strong', others: [], why: '', ...more } };
}

function expectedOf(one: Judgement, two: Judgement) {
  if (database === undefined) throw new Error('there is no such point');
  return expectedOn(database, [one, two]);
}

describe('a label counts', () => {
  test('where both judges name it, as strong where both say so', () => {
    expect(expectedOf(verdict('sql'), verdict('sql'))).toEqual({
      label: 'sql',
      accepted: ['sql'],
      confidence: 'strong',
    });
  });

  test('as moderate where one of them says no more', () => {
    const moderate = verdict('sql', { confidence: 'moderate' });
    expect(expectedOf(moderate, verdict('sql'))?.confidence).toBe('moderate');
    expect(expectedOf(verdict('sql'), moderate)?.confidence).toBe('moderate');
    expect(expectedOf(moderate, moderate)?.confidence).toBe('moderate');
  });

  test('not where the judges differ, one calls it weak, or one is silent', () => {
    const weak = verdict('sql', { confidence: 'weak' });
    expect(expectedOf(verdict('sql'), verdict('graph', { others: ['sql'] }))).toBeUndefined();
    expect(expectedOf(weak, verdict('sql'))).toBeUndefined();
    expect(expectedOf(verdict('sql'), weak)).toBeUndefined();
    expect(expectedOf(verdict('sql'), {})).toBeUndefined();
    expect(expectedOf({}, verdict('sql'))).toBeUndefined();
  });

  test('with what both judges accept beside it, and not what only one does', () => {
    const one = verdict('sql', { others: ['document', 'graph'] });
    const two = verdict('sql', { others: ['graph', 'key_value'] });
    expect(expectedOf(one, two)?.accepted).toEqual(['sql', 'graph']);
  });
});

test('a hit is one pick that is accepted; a tie and no pick are misses', () => {
  const expected = { label: 'sql', accepted: ['sql', 'graph'], confidence: 'strong' } as const;
  expect(isHit(['sql'], expected)).toBe(true);
  expect(isHit(['graph'], expected)).toBe(true);
  expect(isHit(['document'], expected)).toBe(false);
  expect(isHit(['sql', 'graph'], expected)).toBe(false);
  expect(isHit([], expected)).toBe(false);
});

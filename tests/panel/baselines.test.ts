import { expect, test } from 'vitest';
import { frequentHits, plainHits } from './baselines.ts';
import type { Judges } from './expected.ts';
import type { Verdict } from './judgement.ts';
import { samePicks } from './judges.ts';
import { POINTS, type Point, pointsNamed } from './points.ts';

const [caching, style] = [...pointsNamed('caching'), ...pointsNamed('system-style')];

function labelled(point: Point | undefined, label: string, also: readonly string[] = []) {
  if (point === undefined) throw new Error('there is no such point');
  return {
    point,
    expected: { label, accepted: [label, ...also], confidence: 'strong' as const },
  };
}

const ALL = [
  labelled(caching, 'distributed_cache'),
  labelled(caching, 'distributed_cache', ['no_cache']),
  labelled(caching, 'no_cache'),
  labelled(style, 'serverless'),
];

test('always the plain alternative hits where it is accepted', () => {
  expect(plainHits(ALL)).toBe(2);
});

test('the most frequent label is that of the whole set, point by point', () => {
  expect(frequentHits(ALL, ALL)).toBe(3);
  const [, , plain] = ALL;
  expect(plain && frequentHits([plain], ALL)).toBe(0);
});

test('one judge against the other counts the same pick, however sure, where both speak', () => {
  const said = (pick: string, confidence: Verdict['confidence'] = 'strong') => ({
    caching: { picks: [pick], confidence, others: [], why: '' },
  });
  const judges: Judges[] = [
    [said('no_cache', 'weak'), said('no_cache')],
    [said('no_cache'), said('distributed_cache')],
    [said('no_cache'), {}],
  ];
  expect(samePicks(judges, POINTS)).toEqual({ same: 1, number: 2 });
  expect(samePicks(judges, pointsNamed('database'))).toEqual({ same: 0, number: 0 });
});

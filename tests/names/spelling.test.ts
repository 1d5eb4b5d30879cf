import { expect, test } from 'vitest';
import { spellingKey, stemKey } from '../../src/names/spelling.ts';

test.each([
  ['Micro-Services', 'microservices'],
  ['micro services', 'Microservice'],
  ['denormalisation', 'Denormalization'],
  ['the cache', 'Caches'],
  ['policies', 'policy'],
  ['processes', 'process'],
  ['behaviour', 'Behavior'],
  ['data centre', 'Data center'],
  ['modelling', 'modeling'],
  ['Café', 'cafe'],
  ['pub/sub', 'Pub-Sub'],
])('%s and %s are one name', (one, other) => {
  expect(spellingKey(one)).toBe(spellingKey(other));
});

test.each([
  ['sharding', 'caching'],
  ['layer 4', 'layer 7'],
  ['sql', 'nosql'],
  ['C', 'C++'],
])('%s and %s are not', (one, other) => {
  expect(spellingKey(one)).not.toBe(spellingKey(other));
});

test.each([
  ['orchestrated', 'orchestration'],
  ['idempotent', 'idempotency'],
  ['partitioned', 'partitioning'],
])('%s and %s have one stem', (one, other) => {
  expect(stemKey(one)).toBe(stemKey(other));
});

test('what hides characters is no name', () => {
  expect(spellingKey('sa\u200bga')).toBe('');
  expect(stemKey('sa\u200bga')).toBe('');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addAll, largest, smallest } from '../../src/common/lists.ts';

test('the largest and the smallest number are those of Math, and lists grow as by push', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), fc.integer(), (a, b, least) => {
      expect(largest(a)).toBe(Math.max(...a));
      expect(largest(a, least)).toBe(Math.max(least, ...a));
      expect(smallest(a)).toBe(Math.min(...a));
      const grown = [...a];
      addAll(grown, b);
      expect(grown).toEqual([...a, ...b]);
    }),
  );
});

test('lists of any length are taken', () => {
  const many = Array.from({ length: 1_000_000 }, (_, index) => index);
  const grown: number[] = [];
  addAll(grown, many);
  expect([largest(many), smallest(many), grown.length]).toEqual([999_999, 0, 1_000_000]);
});

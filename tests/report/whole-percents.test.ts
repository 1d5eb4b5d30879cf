import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wholePercents } from '../../src/report/explain/whole-percents.ts';
import { numRuns } from '../support/runs.ts';

const parts = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 9 });

test('whole percents add up to 100', () => {
  fc.assert(
    fc.property(
      parts.filter((each) => each.some((part) => part > 0)),
      (each) => {
        expect(wholePercents(each).reduce((sum, percent) => sum + percent, 0)).toBe(100);
      },
    ),
    { numRuns },
  );
});

test('each is less than one percent away from the exact part', () => {
  fc.assert(
    fc.property(parts, (each) => {
      const whole = each.reduce((sum, part) => sum + part, 0) || 1;
      wholePercents(each).forEach((percent, index) => {
        expect(Math.abs(percent - (100 * (each[index] ?? 0)) / whole)).toBeLessThan(1);
      });
    }),
    { numRuns },
  );
});

test('the largest remainders are rounded up', () => {
  expect(wholePercents([915, 85])).toEqual([92, 8]);
  expect(wholePercents([602, 395, 3])).toEqual([60, 40, 0]);
  expect(wholePercents([986, 7, 7])).toEqual([98, 1, 1]);
  expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
});

test('nothing of nothing is no percent', () => {
  expect(wholePercents([0, 0])).toEqual([0, 0]);
});

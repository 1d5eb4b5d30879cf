import { expect, test } from 'vitest';
import { exponentOf } from './exponent.ts';

test.each([0, 0.5, 1, 2])(
  'cost that grows with the power %d of the size has that exponent',
  (k) => {
    const points = [10, 30, 70, 500].map((size) => [size, 3 * size ** k] as const);
    expect(exponentOf(points)).toBeCloseTo(k, 10);
  },
);

test('what lies above the line at one size and below it at another evens out', () => {
  expect(
    exponentOf([
      [1, 2],
      [10, 10],
      [100, 50],
      [1_000, 1_000],
    ]),
  ).toBeCloseTo(0.88, 2);
});

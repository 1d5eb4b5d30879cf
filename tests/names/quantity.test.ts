import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantityIn, rangeIn } from '../../src/names/quantity.ts';

const RATE = 'requests per second';

test.each([
  ['3', 'teams', 3],
  ['3 teams', 'teams', 3],
  ['1 team', 'teams', 1],
  ['99.9', '%', 99.9],
  ['99,9 %', '%', 99.9],
  ['200k', RATE, 200_000],
  ['50k/s', RATE, 50_000],
  ['15,000 rps', RATE, 15_000],
  ['2 million per second', RATE, 2_000_000],
  ['10_000', RATE, 10_000],
  ["10'000", RATE, 10_000],
  ['2 000', RATE, 2_000],
  ['1e5', RATE, 100_000],
  ['2TB', 'GB', 2_000],
  ['500 MB', 'GB', 0.5],
  ['0.2s', 'ms', 200],
  ['2 min', 'seconds', 120],
  ['2h', 'minutes', 120],
  ['-3', 'teams', -3],
])('%s in %s is %d', (text, unit, number) => {
  expect(quantityIn(text, unit)).toBe(number);
});

test.each([
  ['lots', RATE],
  ['5-10', 'teams'],
  ['12 apples', 'teams'],
  ['1.000.000', RATE],
  ['2,00', 'years of age'],
  ['5 GB', 'ms'],
  ['5s', '%'],
  ['', RATE],
  ['9'.repeat(100), RATE],
])('%s in %s is no number, or another one', (text, unit) => {
  const number = quantityIn(text, unit);
  expect(number === undefined || text === '2,00').toBe(true);
});

test('a number means itself, however its digits are grouped', () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.constantFrom(',', ' ', '_', "'"), (number, mark) => {
      const grouped = String(number).replace(/\B(?=(\d{3})+$)/g, mark);
      expect(quantityIn(grouped, RATE)).toBe(number);
    }),
  );
});

test('no text takes long or fails', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('', '%', 'ms', 'GB', RATE),
      (text, unit) => {
        const number = quantityIn(text, unit);
        expect(number === undefined || typeof number === 'number').toBe(true);
      },
    ),
  );
});

test.each([
  ['2-3', 'teams', [2, 3]],
  ['2 to 3 teams', 'teams', [2, 3]],
  ['5–10', 'teams', [5, 10]],
  ['eight', 'teams', [8, 8]],
  ['two to three', 'teams', [2, 3]],
  ['100ms - 2s', 'ms', [100, 2_000]],
  ['7', 'teams', [7, 7]],
])('%s in %s is a range', (text, unit, range) => {
  expect(rangeIn(text, unit)).toEqual(range);
});

test.each(['lots', 'a to b', '1-2-3', '3-2'])('%s is no range', (text) => {
  expect(rangeIn(text, 'teams')).toBeUndefined();
});

test.each(['20:1', '20 to 1', '20x'])('%s is a ratio', (text) => {
  expect(quantityIn(text, 'reads per write')).toBe(20);
});

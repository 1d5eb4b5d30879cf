import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legalAnswers } from '../../src/engine/table/legal-answers.ts';
import { likelihoodIn } from '../../src/engine/table/likelihood.ts';
import type { AnswerFrequency } from '../../src/model/question.ts';

const one = {
  choices: ['a', 'b', 'c'],
  several: false,
  alone: 0b111,
  excludes: [0, 0, 0],
  limit: 0,
};
/** `none` stands alone. */
const several = {
  choices: ['a', 'b', 'none'],
  several: true,
  alone: 0b100,
  excludes: [0, 0, 0],
  limit: 3,
};

function partsOf(rules: typeof one, all?: AnswerFrequency, ofKind?: AnswerFrequency) {
  const { known, ofAnswers } = likelihoodIn(rules, legalAnswers(rules), all, ofKind);
  const sum = [...ofAnswers.values()].reduce((total, each) => total + each, 0);
  const parts = [...ofAnswers].map(([mask, each]): [number, number] => [mask, each / sum]);
  return { known, parts: new Map(parts) };
}

test('where nobody counted, all answers are alike and everybody knows them', () => {
  const { known, parts } = partsOf(several);
  expect(known).toBe(1);
  expect(new Set(parts.values()).size).toBe(1);
});

test('a choice is as likely as it was common, and what was never seen may still come', () => {
  const { known, parts } = partsOf(one, { systems: 9, answered: 6, choices: { a: 5, b: 1 } });
  expect(known).toBeCloseTo(6.5 / 10);
  expect([0b001, 0b010, 0b100].map((mask) => parts.get(mask))).toEqual(
    [5.5, 1.5, 0.5].map((each) => expect.closeTo(each / 7.5, 9)),
  );
});

test('of choices that may be picked together each is taken by itself', () => {
  const { parts } = partsOf(several, {
    systems: 8,
    answered: 8,
    choices: { a: 3, b: 1, none: 4 },
  });
  const [a, b] = [3.5 / 5, 1.5 / 5];
  const sets = [a * (1 - b), b * (1 - a), a * b];
  const all = a + b - a * b;
  expect([0b001, 0b010, 0b011].map((mask) => parts.get(mask))).toEqual(
    sets.map((each) => expect.closeTo((each / all) * (4.5 / 9), 9)),
  );
  expect(parts.get(0b100)).toBeCloseTo(4.5 / 9);
});

test('systems of one kind count fully, and all others as four more', () => {
  const all = { systems: 40, answered: 40, choices: { a: 20, b: 20 } };
  const ofKind = { systems: 10, answered: 10, choices: { a: 10 } };
  const { parts } = partsOf(one, all, ofKind);
  expect(parts.get(0b001)).toBeCloseTo(12.5 / 15.5);
  expect(parts.get(0b010)).toBeCloseTo(2.5 / 15.5);
});

test('whatever was counted, every legal answer stays possible', () => {
  const counts = fc.record({ a: fc.nat(9), b: fc.nat(9), none: fc.nat(9) });
  fc.assert(
    fc.property(counts, fc.nat(9), (choices, more) => {
      const answered = choices.a + choices.b + choices.none;
      const { known, parts } = partsOf(several, {
        systems: answered + more + 1,
        answered,
        choices,
      });
      expect(known).toBeGreaterThan(0);
      expect(known).toBeLessThan(1);
      expect([...parts.values()].every((part) => part > 0)).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Aspects, legalAnswers } from '../../src/engine/legal-answers.ts';
import type { Question } from '../../src/model/question.ts';
import { questionOf } from '../support/engine-builders.ts';
import { legalSets } from '../support/engine-legal-sets.ts';

const RUNS = 500;

interface Asked {
  readonly question: Question;
  readonly aspects: Aspects;
}

/** A question with up to `most` choices, and what tells its answers apart. */
function asked(most: number): fc.Arbitrary<Asked> {
  const choice = fc.record({
    weight: fc.nat(2),
    isExclusive: fc.nat(3).map((die) => die === 0),
    lists: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
  });
  const raw = fc.record({
    several: fc.boolean(),
    limit: fc.option(fc.integer({ min: 1, max: most }), { freq: 2 }),
    choices: fc.array(choice, { minLength: 1, maxLength: most }),
    hasQuality: fc.boolean(),
  });
  return raw.map(({ several, limit, choices, hasQuality }) => {
    const named = choices.map((each, index) => ({ ...each, id: `c${index}` }));
    const idsWhere = (isMeant: (each: (typeof named)[number]) => boolean) =>
      named.filter(isMeant).map(({ id }) => id);
    const question = questionOf({
      id: 'q',
      several,
      choices: Object.fromEntries(named.map(({ id, weight }) => [id, { speed: weight }])),
      exclusive: idsWhere(({ isExclusive }) => isExclusive),
      ...(limit !== null && { limit }),
    });
    const lists = [0, 1, 2].map((list) => idsWhere((each) => each.lists[list] === true));
    const parts = [
      { question: 'q', lists: lists.slice(0, 1) },
      { question: 'q', lists: lists.slice(1) },
    ];
    return { question, aspects: { qualities: hasQuality ? ['speed'] : [], parts } };
  });
}

/** What can be told of an answer: the weight it adds, and which parts it fulfils. */
function lookOf(said: readonly string[], { question, aspects }: Asked): string {
  const picked = question.choices.filter(({ id }) => said.includes(id));
  const weights = aspects.qualities.map((quality) =>
    picked.reduce((sum, { weights: own }) => sum + (own.get(quality) ?? 0), 0),
  );
  const parts = aspects.parts.map(({ lists }) =>
    lists.every((list) => list.some((id) => said.includes(id))),
  );
  return JSON.stringify([weights, parts]);
}

function countsByLook(each: Asked, answers: readonly (readonly [readonly string[], number])[]) {
  const counts = new Map<string, number>();
  for (const [said, count] of answers) {
    const look = lookOf(said, each);
    counts.set(look, (counts.get(look) ?? 0) + count);
  }
  return counts;
}

test('classes stand for as many legal answers as look like them', () => {
  fc.assert(
    fc.property(asked(6), (each) => {
      const classes = legalAnswers(each.question, each.aspects);
      const found = classes.map(({ choices, count }) => [choices, count] as const);
      const expected = legalSets(each.question).map((said) => [said, 1] as const);
      expect(countsByLook(each, found)).toEqual(countsByLook(each, expected));
    }),
    { numRuns: RUNS },
  );
});

test('the example of a class is a legal answer itself', () => {
  fc.assert(
    fc.property(asked(6), (each) => {
      const legal = legalSets(each.question).map((said) => said.toSorted().join());
      for (const { choices } of legalAnswers(each.question, each.aspects)) {
        expect(legal).toContain(choices.toSorted().join());
      }
    }),
    { numRuns: RUNS },
  );
});

test('multiplicities sum to the number of legal answers, also where nobody could list them', () => {
  fc.assert(
    fc.property(asked(40), (each) => {
      const classes = legalAnswers(each.question, each.aspects);
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(numberOf(each.question));
    }),
    { numRuns: RUNS },
  );
});

/** Closed form: what stands alone, and all ways to choose one to `limit` of the others. */
function numberOf({ several, choices, limit }: Question): number {
  if (!several) return choices.length;
  const others = choices.filter(({ exclusive }) => !exclusive).length;
  let sum = choices.length - others;
  for (let size = 1; size <= Math.min(limit ?? others, others); size += 1) {
    sum += choose(others, size);
  }
  return sum;
}

function choose(from: number, size: number): number {
  let ways = 1;
  for (let step = 1; step <= size; step += 1) ways = (ways * (from - size + step)) / step;
  return ways;
}

describe('of data kinds, up to two of three, or none', () => {
  const question = questionOf({
    id: 'data',
    several: true,
    limit: 2,
    choices: { relational: { consistency: 2 }, documents: {}, graph: {}, unstructured: {} },
    exclusive: ['unstructured'],
  });

  test('there are eight legal answers', () => {
    expect(legalSets(question).map((said) => said.join('+'))).toEqual([
      'unstructured',
      'none',
      'graph',
      'documents',
      'documents+graph',
      'relational',
      'relational+graph',
      'relational+documents',
    ]);
  });

  test('three hold relational data, so that consistency is worth more', () => {
    const classes = legalAnswers(question, { qualities: ['consistency'], parts: [] });
    expect(classes.map(({ count }) => count).toSorted()).toEqual([3, 5]);
  });

  test('with no limit they are nine', () => {
    const { limit: _, ...free } = question;
    const classes = legalAnswers(free, { qualities: [], parts: [] });
    expect(classes.map(({ count }) => count)).toEqual([9]);
  });
});

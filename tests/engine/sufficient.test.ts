import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import { explain } from '../../src/engine/explain/explain.ts';
import { smallestSets } from '../../src/engine/explain/smallest-sets.ts';
import { sufficientAnswers } from '../../src/engine/explain/sufficient.ts';
import type { SufficientAnswers } from '../../src/model/explanation.ts';
import type { Case } from '../support/engine-arbitraries.ts';
import {
  answeredCases,
  cases,
  knowledgeIn,
  pinnedCases,
  situationIn,
} from '../support/engine-arbitraries.ts';
import { bruteForce, type Truth } from '../support/engine-brute-force.ts';
import { answersOf, knowledgeOf } from '../support/engine-builders.ts';

const RUNS = 2_000;
const MOST_LISTED = 5;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((sets, id) => sets.flatMap((set) => [set, [...set, id]]), [[]]);
}

/** The truth about every decision for every subset of the answers, by looking at every completion. */
function truthBySubset(each: Case): Map<string, Map<string, Truth>> {
  const { answers, pins } = situationIn(each);
  const all = subsets([...answers.keys()]).map((set) => {
    const some = new Map([...answers].filter(([id]) => set.includes(id)));
    return [set.join(' '), bruteForce(knowledgeIn(each), { answers: some, pins })] as const;
  });
  return new Map(all);
}

/** The smallest subsets under which a decision comes to the same as with all the answers. */
function smallestBy(truths: Map<string, Map<string, Truth>>, id: string): string[] {
  const all = [...truths.keys()];
  const size = (key: string) => (key === '' ? 0 : key.split(' ').length);
  const wordOf = (key: string) => {
    const truth = truths.get(key)?.get(id);
    return `${truth?.status} ${truth?.winners.join()}`;
  };
  const full = all.toSorted((a, b) => size(b) - size(a))[0] ?? '';
  const enough = all.filter((key) => wordOf(key) === wordOf(full));
  const least = Math.min(...enough.map(size));
  return enough.filter((key) => size(key) === least);
}

function expectAllSmallest(found: SufficientAnswers, smallest: readonly string[]): void {
  const keys = found.sets.map((set) => set.join(' '));
  expect(found.count).toBe(smallest.length);
  expect(found.searchGivenUp).toBeUndefined();
  expect(keys).toHaveLength(smallest.length > MOST_LISTED ? 1 : smallest.length);
  expect(keys.filter((key) => !smallest.includes(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
  expect(found.sets.every((set) => set.length === found.size)).toBe(true);
}

describe.each([
  ['with some answers', cases, 1_000],
  ['with every answer', answeredCases, RUNS],
  ['with pins', pinnedCases, 500],
])('sufficient answers, %s,', (_name, arbitrary, numRuns) => {
  test('are the smallest sets by looking at every subset and every completion', () => {
    let settled = 0;
    fc.assert(
      fc.property(arbitrary, (each) => {
        const truths = truthBySubset(each);
        const knowledge = knowledgeIn(each);
        const given = situationIn(each);
        for (const decision of advise(knowledge, { ...given, decisions: [] }).decisions) {
          const found = sufficientAnswers(knowledge, decision, given);
          expect(found === undefined).toBe(decision.status === 'open');
          if (found === undefined) continue;
          expectAllSmallest(found, smallestBy(truths, decision.id));
          settled += Math.sign(found.size);
        }
      }),
      { numRuns },
    );
    expect(settled).toBeGreaterThan(numRuns / 10);
  });
});

describe('the smallest sets that pass a test', () => {
  const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const monotone = fc.array(fc.subarray(ITEMS), { minLength: 1, maxLength: 6 });

  test('are those of trying all sets, for any test that larger sets pass too', () => {
    fc.assert(
      fc.property(monotone, (bases) => {
        const passes = (set: readonly string[]) =>
          bases.some((base) => base.every((item) => set.includes(item)));
        const passing = subsets(ITEMS).filter(passes);
        const least = Math.min(...passing.map(({ length }) => length));
        const expected = passing
          .filter(({ length }) => length === least)
          .map((set) => set.join(''));
        const { sets, isComplete } = smallestSets(ITEMS, { passes });
        expect(isComplete).toBe(true);
        expect(sets.map((set) => set.join(''))).toEqual(expected.toSorted());
      }),
      { numRuns: RUNS },
    );
  });

  test('are given up where there is far too much to try, for one from which nothing can be left out', () => {
    const items = Array.from({ length: 40 }, (_, index) => `i${index}`);
    const passes = (set: readonly string[]) => set.length >= 20;
    const { sets, isComplete } = smallestSets(items, { passes });
    expect(isComplete).toBe(false);
    expect(sets.map(({ length }) => length)).toEqual([20]);
  });
});

describe('sufficient answers', () => {
  const spec = {
    qualities: { speed: 0, cost: 1 },
    questions: ['q1', 'q2', 'q3', 'q4'].map((id) => ({
      id,
      choices: { no: {}, yes: { cost: 5 } },
    })),
    patterns: [
      { id: 'plain', rates: { cost: [1] } },
      { id: 'quick', rates: { cost: [-1] }, useWhen: ['q4: no (strong)'] },
    ],
    decisions: [{ id: 'way', alternatives: ['plain', 'quick'], driving: ['cost'] }],
  };

  function sufficientFor(answers: Readonly<Record<string, string>>) {
    const request = { answers: answersOf(answers), pins: new Map(), decisions: ['way'] };
    return explain(knowledgeOf(spec), request).decisions[0]?.sufficient;
  }

  test('are all told where one of several would do', () => {
    expect(sufficientFor({ q1: 'yes', q2: 'yes', q3: 'no' })).toEqual({
      size: 1,
      sets: [['q1'], ['q2']],
      count: 2,
    });
  });

  test('are absent where the pick is open', () => {
    expect(sufficientFor({ q1: 'no' })).toBeUndefined();
  });
});

test('what several tied picks fulfil together is enough for what hangs on them', () => {
  const knowledge = knowledgeOf({
    qualities: { ease: 0 },
    questions: ['stock', 'rules'].map((id) => ({ id, choices: { a: {}, b: {} } })),
    patterns: [
      { id: 'left', ruledOutWhen: ['stock: b'] },
      { id: 'both', ruledOutWhen: ['stock: a'] },
      { id: 'right', ruledOutWhen: ['stock: b'] },
      { id: 'near', ruledOutWhen: ['rules: a'] },
      { id: 'far', ruledOutWhen: ['rules: a'] },
    ],
    decisions: [
      { id: 'side', alternatives: ['left', 'both', 'right'], driving: ['ease'] },
      {
        id: 'place',
        alternatives: ['near', 'far'],
        driving: ['ease'],
        appliesWhen: ['side: left | both & side: both | right'],
      },
    ],
  });
  const given = { answers: answersOf({ stock: 'a', rules: 'a' }), pins: new Map() };
  const found = sufficientAnswers(knowledge, { id: 'place', status: 'infeasible' }, given);
  expect(found?.sets).toEqual([['rules']]);
});

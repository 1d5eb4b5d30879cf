import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/engine/explain/explain.ts';
import { smallestHittingSets } from '../../src/engine/explain/sufficient.ts';
import type { SufficientAnswers } from '../../src/model/explanation.ts';
import { alwaysApplying } from '../support/always-applying.ts';
import {
  answeredCases,
  type Case,
  cases,
  knowledgeIn,
  pinnedCases,
  situationIn,
} from '../support/engine-arbitraries.ts';
import { bruteForce, type Truth } from '../support/engine-brute-force.ts';
import { answersOf, knowledgeOf } from '../support/engine-builders.ts';
import { withoutDropped } from '../support/engine-implied.ts';
import { numRuns } from '../support/runs.ts';

const MOST_LISTED = 5;

function subsets(ids: readonly string[]): string[][] {
  return ids.reduce<string[][]>((sets, id) => sets.flatMap((set) => [set, [...set, id]]), [[]]);
}

/** The truth about every decision, as if it applied, for every subset of the answers. */
function truthBySubset(each: Case): Map<string, Map<string, Truth>> {
  const { answers, pins } = situationIn(each);
  const always = withoutDropped(alwaysApplying(knowledgeIn(each)), answers);
  const all = subsets([...answers.keys()]).map((set) => {
    const some = new Map([...answers].filter(([id]) => set.includes(id)));
    return [set.join(' '), bruteForce(always, { answers: some, pins })] as const;
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
  ['with some answers', cases],
  ['with every answer', answeredCases],
  ['with pins', pinnedCases],
])('sufficient answers, %s,', (_name, arbitrary) => {
  test('are the smallest sets by looking at every subset and every completion', () => {
    let settled = 0;
    fc.assert(
      fc.property(arbitrary, (each) => {
        const truths = truthBySubset(each);
        const knowledge = knowledgeIn(each);
        const given = situationIn(each);
        const request = { ...given, decisions: [], every: true };
        for (const { id, status, sufficient } of explain(knowledge, request).decisions) {
          const isProved = status !== 'open' && status !== 'not-applicable';
          expect(sufficient !== undefined).toBe(isProved);
          if (sufficient === undefined) continue;
          expectAllSmallest(sufficient, smallestBy(truths, id));
          settled += Math.sign(sufficient.size);
        }
      }),
      { numRuns },
    );
    expect(settled).toBeGreaterThan(numRuns / 10);
  });
});

describe('the smallest sets that hit all cuts', () => {
  const ITEMS = [0, 1, 2, 3, 4, 5, 6];
  const cuts = fc.array(fc.subarray(ITEMS, { minLength: 1 }), { maxLength: 8 });

  function subsetsOf(items: readonly number[]): number[][] {
    return items.reduce<number[][]>((sets, id) => sets.flatMap((set) => [set, [...set, id]]), [[]]);
  }

  test('are those of trying all sets, whichever cut is given first', () => {
    fc.assert(
      fc.property(cuts, fc.nat(7), (all, most) => {
        const missed = (set: readonly number[]) =>
          all.filter((cut) => !cut.some((item) => set.includes(item)));
        const hitting = subsetsOf(ITEMS).filter((set) => missed(set).length === 0);
        const least = Math.min(...hitting.map(({ length }) => length));
        const expected = hitting.filter(({ length }) => length === least).map(String);
        const { sets, isGivenUp } = smallestHittingSets(ITEMS, (set) =>
          missed(set).slice(0, most + 1),
        );
        expect(isGivenUp).toBe(false);
        expect(sets.map(String)).toEqual(expected.toSorted());
      }),
      { numRuns },
    );
  });

  test('are given up where there is far too much to try, for one from which nothing can be left out', () => {
    const items = Array.from({ length: 40 }, (_, index) => index);
    const missing = (set: readonly number[]) =>
      set.length >= 20 ? [] : [items.filter((item) => !set.includes(item))];
    const { sets, isGivenUp } = smallestHittingSets(items, missing);
    expect(isGivenUp).toBe(true);
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

  test('are all listed where one of several would do', () => {
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

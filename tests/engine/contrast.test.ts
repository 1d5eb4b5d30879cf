import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/engine/explain/explain.ts';
import type { Contrast, ContrastEntry, DecisionExplanation } from '../../src/model/explanation.ts';
import { type Case, cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf } from '../support/engine-builders.ts';
import { leastLead } from '../support/engine-leads.ts';
import { decisionIn, worldsIn } from '../support/engine-runs.ts';
import { oncePerCase } from '../support/once-per-case.ts';
import { numRuns } from '../support/runs.ts';

/** Every decision of a case with every contrast. */
const explainedIn = oncePerCase((each: Case): readonly DecisionExplanation[] => {
  const request = { ...situationIn(each), decisions: [], every: true };
  return explain(knowledgeIn(each), request).decisions;
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function expectProduct(entry: ContrastEntry): void {
  expect(entry.points).not.toBe(0);
  if (entry.kind !== 'quality') return;
  expect(entry.points).toBe(entry.weight * (entry.rating - entry.rivalRating));
}

/** The points that each entry gives away to make up for others. */
function givenAway({ entries }: Contrast): number[] {
  const covers = entries.flatMap(({ coveredBy = [] }) => coveredBy);
  return entries.map((_, index) =>
    sum(covers.filter(({ entry }) => entry === index).map(({ points }) => points)),
  );
}

describe('a contrast', () => {
  /** The claim returns how many times it was put to the test. */
  function property(claim: (contrast: Contrast) => number): void {
    let tested = 0;
    fc.assert(
      fc.property(cases, (each) => {
        tested += sum(explainedIn(each).flatMap(({ contrasts }) => contrasts.map(claim)));
      }),
      { numRuns },
    );
    expect(tested).toBeGreaterThan(numRuns);
  }

  test('sums exactly to the lead, the difference of the scores; a quality gives weight × difference of ratings', () => {
    property(({ entries, lead, score, over }) => {
      expect(sum(entries.map(({ points }) => points))).toBe(lead);
      expect(lead).toBe(score - (over?.score ?? 0));
      entries.forEach(expectProduct);
      return entries.length;
    });
  });

  test('covers what speaks against it without using a point twice; what is left over is the lead', () => {
    property((contrast) => {
      const { entries, lead } = contrast;
      const spent = givenAway(contrast);
      const left = entries.map(({ points }, index) => Math.max(points, 0) - (spent[index] ?? 0));
      const uncovered = sum(entries.map((entry) => entry.uncovered ?? 0));
      expect(left.every((points) => points >= 0)).toBe(true);
      expect(sum(left)).toBe(Math.max(lead, 0));
      expect(uncovered).toBe(Math.max(-lead, 0));
      for (const { points, coveredBy = [], uncovered: missing = 0 } of entries) {
        const total = sum(coveredBy.map((cover) => cover.points)) + missing;
        expect(total).toBe(Math.max(-points, 0));
      }
      return sum(spent);
    });
  });

  test('says of each weight what it is made of, and the parts add up to it', () => {
    property(({ entries }) =>
      sum(
        entries.map((entry) => {
          if (entry.kind !== 'quality') return 0;
          const parts = entry.weightParts ?? [];
          expect(parts).toHaveLength(entry.because.length);
          expect(sum(parts)).toBe(entry.weight);
          return parts.length;
        }),
      ),
    );
  });

  test('names the least lead over all completions that leave the rival standing, where there is one', () => {
    const seen = { some: 0, none: 0 };
    fc.assert(
      fc.property(cases, (each) => {
        for (const { found, expected } of lowestLeadsIn(each)) {
          expect(found).toBe(expected);
          seen[expected === undefined ? 'none' : 'some'] += 1;
        }
      }),
      { numRuns },
    );
    expect(Math.min(seen.some, seen.none)).toBeGreaterThan(numRuns / 4);
  });
});

/** The lowest lead of each contrast, as it is explained and as all completions have it. */
function lowestLeadsIn(each: Case) {
  const knowledge = knowledgeIn(each);
  const worlds = worldsIn(each);
  return explainedIn(each).flatMap(({ id, contrasts }) =>
    contrasts.map(({ alternative, over, lowestLead }) => {
      const rivalry = { alternative, ...(over && { over: over.alternative }) };
      const expected = leastLead(rivalry, decisionIn(knowledge, id), worlds);
      return { found: lowestLead, expected };
    }),
  );
}

describe('the rival', () => {
  const spec: KnowledgeSpec = {
    qualities: { speed: 1, cost: 3 },
    questions: [{ id: 'load', choices: { low: {}, high: { speed: 4 } } }],
    patterns: [
      { id: 'plain', rates: { cost: [2] } },
      { id: 'quick', rates: { speed: [2], cost: [-1] } },
      { id: 'gone', rates: { speed: [2], cost: [1] }, ruledOutWhen: ['load: low'] },
    ],
    decisions: [
      { id: 'way', alternatives: ['plain', 'quick', 'gone'], driving: ['speed', 'cost'] },
    ],
  };

  function wayOf(load: string, over?: string): DecisionExplanation | undefined {
    const request = { answers: answersOf({ load }), pins: new Map(), decisions: [] };
    return explain(knowledgeOf(spec), { ...request, ...(over !== undefined && { over }) })
      .decisions[0];
  }

  test('is the best other alternative that is not ruled out', () => {
    expect(wayOf('low')?.contrasts).toMatchObject([
      { alternative: 'plain', over: { alternative: 'quick' }, lead: 7 },
    ]);
  });

  test('is weighed in signed lines, the largest first, with what makes up for the losses', () => {
    expect(wayOf('low')?.contrasts[0]?.entries).toMatchObject([
      { kind: 'quality', quality: 'cost', points: 9, weight: 3, rating: 2, rivalRating: -1 },
      { quality: 'speed', points: -2, coveredBy: [{ entry: 0, points: 2 }] },
    ]);
  });

  test('may be one that is ruled out, if it is asked for: with its rule', () => {
    expect(wayOf('low', 'gone')?.contrasts).toMatchObject([
      {
        over: { alternative: 'gone', excludedBy: [{ state: 'certain', because: 'load: low' }] },
        lead: 1,
      },
    ]);
  });

  test('is ahead where the pick is settled by a rule, and says what nothing covers', () => {
    const both = { ...spec, patterns: spec.patterns.map((each) => ({ ...each })) };
    both.patterns[2] = {
      id: 'gone',
      rates: { cost: [2], speed: [2] },
      ruledOutWhen: ['load: low'],
    };
    const request = { answers: answersOf({ load: 'low' }), pins: new Map(), decisions: [] };
    const [way] = explain(knowledgeOf(both), { ...request, over: 'gone' }).decisions;
    expect(way?.recommended).toEqual(['plain']);
    expect(way?.contrasts).toMatchObject([
      { lead: -2, entries: [{ quality: 'speed', points: -2, uncovered: 2 }] },
    ]);
    expect(way?.contrasts[0]).not.toHaveProperty('lowestLead');
  });
});

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { contrastsOf } from '../../src/engine/explain/contrasts.ts';
import { explain } from '../../src/engine/explain/explain.ts';
import { lowestLead } from '../../src/engine/lowest-lead.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { Contrast, ContrastEntry, DecisionExplanation } from '../../src/model/explanation.ts';
import { type Case, cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { completionsOf } from '../support/engine-brute-force.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf } from '../support/engine-builders.ts';
import { adviceOn } from '../support/engine-runs.ts';
import { isRuledOut, patternIn, valueIn, type World } from '../support/engine-worlds.ts';

const RUNS = 2_000;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

/** Every contrast of every decision of a case, with its decision. */
function contrastsIn(each: Case): { contrast: Contrast; decision: Decision }[] {
  const { decisions } = knowledgeIn(each);
  return adviceOn(each).flatMap((advice) => {
    const decision = decisions.get(advice.id);
    if (decision === undefined) throw new Error(`unknown ${advice.id}`);
    const contrasts = contrastsOf(advice, decision, { every: true });
    return contrasts.map((contrast) => ({ contrast, decision }));
  });
}

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
  test('sums exactly to the lead, the difference of the scores; a quality gives weight × difference of ratings', () => {
    let told = 0;
    fc.assert(
      fc.property(cases, (each) => {
        for (const { contrast } of contrastsIn(each)) {
          const points = sum(contrast.entries.map((entry) => entry.points));
          expect(points).toBe(contrast.lead);
          expect(contrast.lead).toBe(contrast.score - (contrast.over?.score ?? 0));
          contrast.entries.forEach(expectProduct);
          told += contrast.entries.length;
        }
      }),
      { numRuns: RUNS },
    );
    expect(told).toBeGreaterThan(RUNS);
  });

  test('covers what speaks against it without using a point twice; what is left over is the lead', () => {
    let covered = 0;
    fc.assert(
      fc.property(cases, (each) => {
        for (const { contrast } of contrastsIn(each)) {
          const { entries, lead } = contrast;
          const spent = givenAway(contrast);
          const left = entries.map(
            ({ points }, index) => Math.max(points, 0) - (spent[index] ?? 0),
          );
          const uncovered = sum(entries.map((entry) => entry.uncovered ?? 0));
          expect(left.every((points) => points >= 0)).toBe(true);
          expect(sum(left)).toBe(Math.max(lead, 0));
          expect(uncovered).toBe(Math.max(-lead, 0));
          for (const { points, coveredBy = [], uncovered: missing = 0 } of entries) {
            const total = sum(coveredBy.map((cover) => cover.points)) + missing;
            expect(total).toBe(Math.max(-points, 0));
          }
          covered += sum(spent);
        }
      }),
      { numRuns: RUNS },
    );
    expect(covered).toBeGreaterThan(RUNS);
  });

  test('guarantees no more than the least lead over all completions that leave the rival standing', () => {
    let exact = 0;
    fc.assert(
      fc.property(cases, (each) => {
        const knowledge = knowledgeIn(each);
        const { worlds } = completionsOf(knowledge, situationIn(each));
        for (const { contrast, decision } of contrastsIn(each)) {
          const { alternative, over } = contrast;
          const rivalry = {
            decision: decision.id,
            alternative,
            ...(over && { over: over.alternative }),
          };
          const lowest = lowestLead(knowledge, rivalry, situationIn(each).answers);
          if (lowest === undefined) continue;
          const worth = (world: World, id: string) =>
            valueIn(world, decision, patternIn(world, id));
          const standing = worlds.filter(
            (world) => over === undefined || !isRuledOut(world, patternIn(world, over.alternative)),
          );
          const leads = standing.map(
            (world) => worth(world, alternative) - (over ? worth(world, over.alternative) : 0),
          );
          expect(lowest).toBe(Math.min(...leads));
          exact += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(exact).toBeGreaterThan(100);
  });
});

test('the parts of each weight add up to it', () => {
  let told = 0;
  fc.assert(
    fc.property(cases, (each) => {
      const request = { ...situationIn(each), decisions: [], every: true };
      const { decisions } = explain(knowledgeIn(each), request);
      const entries = decisions.flatMap(({ contrasts }) => contrasts.flatMap((one) => one.entries));
      for (const entry of entries) {
        if (entry.kind !== 'quality') continue;
        const parts = entry.weightParts ?? [];
        expect(parts).toHaveLength(entry.because.length);
        expect(sum(parts)).toBe(entry.weight);
        told += parts.length;
      }
    }),
    { numRuns: 200 },
  );
  expect(told).toBeGreaterThan(200);
});

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

  test('is told in signed lines, the largest first, with what makes up for the losses', () => {
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

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { sharesOf } from '../../src/engine/shares.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { Shares } from '../../src/model/shares.ts';
import {
  type Case,
  cases,
  knowledgeIn,
  pinnedCases,
  situationIn,
} from '../support/engine-arbitraries.ts';
import { completionsOf, outcomeIn } from '../support/engine-brute-force.ts';
import { knowledgeOf } from '../support/engine-builders.ts';
import { largeCases } from '../support/engine-large-cases.ts';
import { exactShares, sharesBy } from '../support/engine-shares.ts';

const RUNS = 2_000;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

describe.each([
  ['without pins', cases],
  ['with pins', pinnedCases],
])('shares, %s,', (_, arbitrary) => {
  test('are those of counting every completion', () => {
    fc.assert(
      fc.property(arbitrary, (each) => {
        const knowledge = knowledgeIn(each);
        const situation = situationIn(each);
        const { worlds } = completionsOf(knowledge, situation);
        for (const decision of knowledge.decisions.values()) {
          const counts = new Map<string, number>();
          for (const world of worlds) {
            const outcome = outcomeIn(world, decision);
            counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
          }
          const expected = sharesBy(counts, decision, situation.pins.has(decision.id));
          expect({ id: decision.id, ...sharesOf(knowledge, decision.id, situation) }).toEqual({
            id: decision.id,
            ...expected,
          });
        }
      }),
      { numRuns: RUNS },
    );
  });
});

/** One of the eight questions that have four choices takes several of them. */
const largeCasesWithSets: fc.Arbitrary<Case> = fc
  .tuple(largeCases, fc.boolean(), fc.option(fc.integer({ min: 2, max: 3 })))
  .map(([each, several, limit]) => {
    const questions = each.spec.questions.map((question) =>
      question.id === 'w0' && several
        ? { ...question, several, ...(limit !== null && { limit }) }
        : question,
    );
    return { ...each, spec: { ...each.spec, questions } };
  });

describe('beyond 20,000 completions', () => {
  test('sampled shares are within ±0.05 of the exact ones, but for one in fifty, and none is far off', () => {
    const sample = fc.sample(largeCasesWithSets, 150);
    const distances = sample.flatMap((each, die) => distancesIn(renamed(each, die)));
    expect(distances.length).toBeGreaterThan(100);
    expect(distances.filter((each) => each > 50).length).toBeLessThan(distances.length / 50);
    expect(Math.max(...distances)).toBeLessThan(100);
  });

  test('sampled shares are the exact ones on average, each legal set counting as much as any other', () => {
    expect(exactShares(knowledgeIn(TAGGED), decisionIn(TAGGED, 'way'), NOTHING)).toMatchObject({
      notApplicable: 533,
    });
    for (const each of [TAGGED, ...fc.sample(largeCasesWithSets, 5)]) {
      for (const { id } of each.spec.decisions) expectCloseOnAverage(each, id);
    }
  });

  test('the same is drawn each time, whatever the order of the questions', () => {
    fc.assert(
      fc.property(largeCasesWithSets, (each) => {
        const { spec } = each;
        const reversed = { ...spec, questions: spec.questions.toReversed() };
        const drawn = (some: Case['spec']) =>
          spec.decisions.map(({ id }) => sharesOf(knowledgeOf(some), id, situationIn(each)));
        const first = drawn(spec);
        expect(drawn(spec)).toEqual(first);
        expect(drawn(reversed)).toEqual(first);
      }),
      { numRuns: 60 },
    );
  });
});

/** How far sampled shares are from the exact ones, in thousandths; what is counted has to be exact. */
function distancesIn(each: Case): number[] {
  const knowledge = knowledgeIn(each);
  const situation = situationIn(each);
  return [...knowledge.decisions.values()].flatMap((decision) => {
    const found = sharesOf(knowledge, decision.id, situation);
    const exact = exactShares(knowledge, decision, situation);
    if (!found?.sampled) expect(found).toEqual(exact);
    const shown = [undefined, ...decision.alternatives.map(({ id }) => id)];
    return found?.sampled
      ? shown.map((id) => Math.abs(shareIn(found, id) - shareIn(exact, id)))
      : [];
  });
}

/** Other names of the questions make for other draws. */
function renamed(each: Case, die: number): Case {
  return JSON.parse(JSON.stringify(each).replace(/\b(?:kind|mode|w\d)\b/g, `x${die}-$&`));
}

/** Of the 15 sets of at most three tags 7 hold `a`, without which the decision does not apply. */
const TAGGED: Case = {
  spec: {
    qualities: { speed: 0 },
    questions: [
      { id: 'mode', choices: { a: {}, b: {}, c: {}, d: {} }, several: true, limit: 3 },
      ...['w0', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7'].map((id) => ({
        id,
        choices: { a: {}, b: { speed: 1 }, c: { speed: 2 }, d: { speed: 3 } },
      })),
    ],
    patterns: [
      { id: 'plain', useWhen: ['w0: a | b (strong)'] },
      { id: 'fast', rates: { speed: [1] } },
    ],
    decisions: [
      { id: 'way', alternatives: ['plain', 'fast'], driving: ['speed'], appliesWhen: ['mode: a'] },
    ],
  },
  answers: {},
  pins: {},
};

const NOTHING = { answers: new Map(), pins: new Map() };

function decisionIn(each: Case, id: string): Decision {
  const decision = knowledgeIn(each).decisions.get(id);
  if (decision === undefined) throw new Error(`unknown ${id}`);
  return decision;
}

function expectCloseOnAverage(each: Case, id: string): void {
  const TIMES = 60;
  const decision = decisionIn(each, id);
  const exact = exactShares(knowledgeIn(each), decision, situationIn(each));
  const draws = Array.from({ length: TIMES }, (_, die) => renamed(each, die)).map((other) =>
    sharesOf(knowledgeIn(other), id, situationIn(other)),
  );
  for (const shown of [undefined, ...decision.alternatives.map((alternative) => alternative.id)]) {
    const mean = draws.reduce((sum, found) => sum + shareIn(found, shown), 0) / TIMES;
    expect([id, shown, mean]).toEqual([
      id,
      shown,
      expect.toSatisfy((n: number) => Math.abs(n - shareIn(exact, shown)) <= 10),
    ]);
  }
}

/** Of an alternative; without one, of the scenarios in which the decision does not apply. */
function shareIn(shares: Shares | undefined, id: string | undefined): number {
  if (id === undefined) return shares?.notApplicable ?? 0;
  return shares?.shares.find(({ alternative }) => alternative === id)?.share ?? 0;
}

test('an unknown decision has no shares', () => {
  const spec = { qualities: {}, questions: [], patterns: [], decisions: [] };
  const nothing = { answers: new Map(), pins: new Map() };
  expect(sharesOf(knowledgeOf(spec), 'nowhere', nothing)).toBeUndefined();
});

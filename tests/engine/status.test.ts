import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import {
  type Case,
  cases,
  knowledgeIn,
  pinnedCases,
  situationIn,
} from '../support/engine-arbitraries.ts';
import { bruteForce } from '../support/engine-brute-force.ts';
import { featuresOf } from '../support/engine-features.ts';
import { adviceOn, oncePerCase } from '../support/engine-runs.ts';

const RUNS = 2_000;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

const truthOn = oncePerCase((each) => bruteForce(knowledgeIn(each), situationIn(each)));
const adviceIn = oncePerCase((each) => adviceOn(each));

test.each([
  ['without pins', cases],
  ['with pins', pinnedCases],
])(
  'status, proved winners and dependsOn are those of looking at every completion, %s',
  (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (each) => {
        const truth = truthOn(each);
        for (const { id, status, recommended, dependsOn, dependsOnBounded } of adviceIn(each)) {
          const known = truth.get(id);
          const winners = status === 'open' ? [] : recommended.toSorted();
          expect({ id, status, winners, dependsOn, dependsOnBounded }).toEqual({
            id,
            status: known?.status,
            winners: known?.winners,
            dependsOn: known?.dependsOn,
            dependsOnBounded: undefined,
          });
        }
      }),
      { numRuns: RUNS },
    );
  },
);

test('each technique has the status, pick and dependsOn of looking at every completion', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const truth = truthOn(each);
      for (const { id, ranking } of adviceIn(each)) {
        for (const [technique, known] of truth.get(id)?.techniques ?? []) {
          const ranked = ranking.find(({ alternative }) => alternative === technique);
          const isProved = ranked?.status === 'settled';
          expect({
            technique,
            status: ranked?.status ?? 'not-applicable',
            picked: isProved && ranked.picked,
            dependsOn: ranked?.dependsOn ?? [],
          }).toEqual({ technique, ...known });
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('the baseline of several picks is picked exactly where no technique is', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const several = each.spec.decisions.filter((spec) => spec.several && !spec.withoutBaseline);
      for (const { id, status, recommended, ranking } of adviceIn(each)) {
        const baseline = several.find((spec) => spec.id === id)?.alternatives[0];
        if (baseline === undefined || status === 'not-applicable') continue;
        const techniques = recommended.filter((alternative) => alternative !== baseline);
        const isBaselinePicked = ranking.find(
          ({ alternative }) => alternative === baseline,
        )?.picked;
        expect(recommended.includes(baseline)).toBe(techniques.length === 0);
        expect(isBaselinePicked).toBe(techniques.length === 0);
      }
    }),
    { numRuns: RUNS },
  );
});

test('where several may be picked, those marked as picked are those recommended', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const several = each.spec.decisions.filter((spec) => spec.several).map(({ id }) => id);
      for (const { id, recommended, ranking } of adviceIn(each)) {
        if (!several.includes(id)) continue;
        const picked = ranking.filter((ranked) => ranked.picked);
        const ids = picked.map(({ alternative }) => alternative);
        expect(ids.toSorted()).toEqual(recommended.toSorted());
      }
    }),
    { numRuns: RUNS },
  );
});

test('the random cases reach every status, of decisions and of techniques', () => {
  const sample = fc.sample(cases, { numRuns: 700, seed: 7 });
  const truths = sample.flatMap((each) => [...truthOn(each).values()]);
  const techniques = truths.flatMap((truth) => [...truth.techniques.values()]);
  const count = (all: readonly { readonly status: string }[], status: string) =>
    all.filter((truth) => truth.status === status).length;
  for (const status of ['settled', 'open', 'tied', 'not-applicable', 'infeasible']) {
    expect([status, count(truths, status)]).toEqual([status, expect.toSatisfy((n) => n >= 10)]);
  }
  for (const status of ['settled', 'open', 'not-applicable']) {
    expect([status, count(techniques, status)]).toEqual([status, expect.toSatisfy((n) => n >= 10)]);
  }
});

test('the random cases reach what is hard to judge', () => {
  const sample = fc.sample(pinnedCases, { numRuns: 1_000, seed: 7 });
  const unpinned = sample.map((each): Case => ({ ...each, pins: {} }));
  const found = [...sample, ...unpinned].flatMap(featuresOf);
  for (const feature of HARD) {
    const times = found.filter((each) => each === feature).length;
    expect([feature, times]).toEqual([feature, expect.toSatisfy((n) => n >= 10)]);
  }
});

const HARD = [
  'a condition over three open questions',
  'a hard rule on an open set with a limit',
  'a hard rule on an open set with a choice alone',
  'a winner that is ruled out at times',
  'a parent that is open',
  'a parent that is tied',
  'a parent that is infeasible',
  'a parent of several picks that is open',
  'a parent of several picks that is settled',
  'a pinned parent that is open',
  'a pinned parent that is infeasible',
  'a pinned child',
  'a child of a child',
  'a child of several picks',
];

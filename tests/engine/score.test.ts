import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { answeredCases, cases, situationIn } from '../support/engine-arbitraries.ts';
import { completionsOf } from '../support/engine-brute-force.ts';
import { adviceOn, weighedIn } from '../support/engine-runs.ts';
import { expectedScore } from '../support/engine-score.ts';
import { valueIn } from '../support/engine-worlds.ts';

const RUNS = 500;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

test('a score is exactly the sum of the points of its contributions, all of them integers', () => {
  fc.assert(
    fc.property(cases, (each) => {
      for (const { score, contributions } of adviceOn(each).flatMap(({ ranking }) => ranking)) {
        const points = contributions.map((contribution) => contribution.points);
        expect(points.reduce((sum, more) => sum + more, 0)).toBe(score);
        expect(points.every(Number.isSafeInteger)).toBe(true);
      }
    }),
    { numRuns: RUNS },
  );
});

test('points for a quality are its weight times a rating from −2 to +2', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const all = weighedIn(each).flatMap(({ ranked }) => ranked.contributions);
      for (const contribution of all) {
        if (contribution.kind !== 'quality') continue;
        expect(contribution.points).toBe(contribution.weight * contribution.rating);
        expect([-2, -1, 1, 2]).toContain(contribution.rating);
      }
    }),
    { numRuns: RUNS },
  );
});

test('points of evidence are 5, or 10 where the document says strong', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const all = weighedIn(each).flatMap(({ ranked }) => ranked.contributions);
      for (const { kind, points, claims } of all) {
        if (kind !== 'evidence') continue;
        const isStrong = claims.every(({ text }) => text.endsWith('(strong)'));
        expect(Math.abs(points)).toBe(isStrong ? 10 : 5);
      }
    }),
    { numRuns: RUNS },
  );
});

test('a score is the answered part, what every answer gives, and interactions that certainly hold', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const { answers } = situationIn(each);
      for (const { knowledge, decision, pattern, ranked } of weighedIn(each)) {
        const expected = expectedScore({ knowledge, decision, pattern, answers });
        expect([pattern.id, ranked.score]).toEqual([pattern.id, expected]);
      }
    }),
    { numRuns: RUNS },
  );
});

test('with everything answered a score is the value of the alternative', () => {
  fc.assert(
    fc.property(answeredCases, (each) => {
      for (const { knowledge, decision, pattern, ranked } of weighedIn(each)) {
        const { worlds } = completionsOf(knowledge, situationIn(each));
        const values = worlds.map((world) => valueIn(world, decision, pattern));
        expect([ranked.score]).toEqual(values);
      }
    }),
    { numRuns: RUNS },
  );
});

test('not having a technique scores 0', () => {
  fc.assert(
    fc.property(cases, (each) => {
      const several = each.spec.decisions.filter((spec) => spec.several && !spec.withoutBaseline);
      const baselines = several.map(({ alternatives }) => alternatives[0]);
      const all = adviceOn(each).flatMap(({ ranking }) => ranking);
      const found = all.filter(({ alternative }) => baselines.includes(alternative));
      expect(found.map(({ score }) => score)).toEqual(baselines.map(() => 0));
    }),
    { numRuns: RUNS },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { situationOf } from '../../src/engine/advice/situation.ts';
import { scoresOf } from '../../src/engine/decide/score.ts';
import type { Contribution } from '../../src/model/advice.ts';
import type { EvidenceKind, Pattern } from '../../src/model/pattern.ts';
import {
  answeredCases,
  type Case,
  cases,
  knowledgeIn,
  situationIn,
} from '../support/engine-arbitraries.ts';
import {
  adviceIn,
  type WeighedAlternative,
  weighedOnce,
  worldsIn,
} from '../support/engine-runs.ts';
import { expectedScore } from '../support/engine-score.ts';
import { wideCases } from '../support/engine-wide-cases.ts';
import { holds, valueIn, type World } from '../support/engine-worlds.ts';
import { oncePerCase } from '../support/once-per-case.ts';
import { numRuns } from '../support/runs.ts';

/** The scores that decide, by alternative. */
const decidingScores = oncePerCase((each: Case): ReadonlyMap<string, number> => {
  const {
    answers,
    tables: { decisions },
  } = situationOf(knowledgeIn(each), situationIn(each));
  const tables = decisions.flatMap((decision) => decision.tables());
  return new Map(
    tables.flatMap((table) => {
      const scores = scoresOf(table, answers);
      return table.alternatives.map((id, place) => [id, scores[place] ?? 0] as const);
    }),
  );
});

describe.each([
  ['small cases', cases, numRuns],
  ['cases with a question that has over 100 legal answers', wideCases, Math.ceil(numRuns / 3)],
])('in %s', (_, arbitrary, runs) => {
  function property(claim: (weighed: WeighedAlternative, each: Case) => void): void {
    fc.assert(
      fc.property(arbitrary, (each) => {
        for (const weighed of weighedOnce(each)) claim(weighed, each);
      }),
      { numRuns: runs },
    );
  }

  test('a score is exactly the sum of the points of its contributions, all of them integers', () => {
    property(({ ranked: { score, contributions } }) => {
      const points = contributions.map((contribution) => contribution.points);
      expect(points.reduce((sum, more) => sum + more, 0)).toBe(score);
      expect(points.every((each) => Number.isSafeInteger(each) && each !== 0)).toBe(true);
    });
  });

  test('a score is the answered part, what every answer gives, and joined conditions that certainly hold', () => {
    property(({ knowledge, decision, pattern, ranked }, each) => {
      const { answers } = situationIn(each);
      const expected = expectedScore({ knowledge, decision, pattern, answers });
      expect([pattern.id, ranked.score]).toEqual([pattern.id, expected]);
    });
  });

  test('the score that is printed is the one that decides', () => {
    property(({ pattern, ranked }, each) => {
      const deciding = decidingScores(each).get(pattern.id);
      expect([pattern.id, ranked.score]).toEqual([pattern.id, deciding]);
    });
  });

  test('a quality gives its weight times a rating from −2 to +2; evidence gives 5 points, or 10 where it is strong', () => {
    property(({ ranked }) => ranked.contributions.forEach(expectRegular));
  });

  test('a hard rule is certain where it holds under every completion, possible where under some', () => {
    property(({ pattern, ranked }, each) => {
      const found = ranked.excludedBy.map(({ text, state }) => [text, state]);
      expect(found).toEqual(expectedExclusions(pattern, worldsIn(each)));
    });
  });

  test('a technique is marked as unreasoned where it has conditions under which to use it and none can hold', () => {
    property(({ decision, pattern, ranked }, each) => {
      const isJudged = decision.several && !(decision.id in each.pins);
      if (!isJudged || ranked.status === undefined) return;
      const holding = holdingIn(pattern, 'use-when', worldsIn(each)).map(([, worlds]) => worlds);
      const isUnreasoned = holding.length > 0 && holding.every((worlds) => worlds === 0);
      expect([pattern.id, ranked.unreasoned]).toEqual([pattern.id, isUnreasoned || undefined]);
    });
  });

  test('alternatives stand with the highest score first, equal ones in the order of the decision', () => {
    fc.assert(
      fc.property(arbitrary, (each) => {
        for (const { id, ranking } of adviceIn(each)) {
          const order = each.spec.decisions.find((spec) => spec.id === id)?.alternatives ?? [];
          const place = (alternative: string) => order.indexOf(alternative);
          const expected = ranking.toSorted(
            (a, b) => b.score - a.score || place(a.alternative) - place(b.alternative),
          );
          expect(ranking).toEqual(expected);
          expect(ranking.map(({ alternative }) => alternative).toSorted()).toEqual(order);
        }
      }),
      { numRuns: runs },
    );
  });

  test('not having a technique scores 0', () => {
    fc.assert(
      fc.property(arbitrary, (each) => {
        const several = each.spec.decisions.filter((spec) => spec.several && !spec.withoutBaseline);
        const baselines = several.map(({ alternatives }) => alternatives[0]);
        const all = adviceIn(each).flatMap(({ ranking }) => ranking);
        const found = all.filter(({ alternative }) => baselines.includes(alternative));
        expect(found.map(({ score }) => score)).toEqual(baselines.map(() => 0));
      }),
      { numRuns: runs },
    );
  });
});

function expectRegular(contribution: Contribution): void {
  const { kind, points, claims } = contribution;
  if (kind === 'quality') {
    expect(points).toBe(contribution.weight * contribution.rating);
    expect([-2, -1, 1, 2]).toContain(contribution.rating);
  }
  if (kind === 'evidence') {
    const isStrong = claims.every(({ text }) => text.endsWith('(strong)'));
    expect(Math.abs(points)).toBe(isStrong ? 10 : 5);
  }
}

function expectedExclusions(pattern: Pattern, worlds: readonly World[]): string[][] {
  return holdingIn(pattern, 'ruled-out-when', worlds).flatMap(([text, holding]) => {
    if (holding === 0) return [];
    return [[text, holding === worlds.length ? 'certain' : 'possible']];
  });
}

/** Each sentence of a kind with the number of worlds in which its condition holds. */
function holdingIn(
  { evidence }: Pattern,
  kind: EvidenceKind,
  worlds: readonly World[],
): (readonly [string, number])[] {
  return evidence.flatMap(({ condition, text, ...each }) => {
    if (each.kind !== kind || condition === undefined) return [];
    return [[text, worlds.filter((world) => holds(world, condition)).length] as const];
  });
}

test('with everything answered a score is the value of the alternative', () => {
  fc.assert(
    fc.property(answeredCases, (each) => {
      for (const { decision, pattern, ranked } of weighedOnce(each)) {
        const values = worldsIn(each).map((world) => valueIn(world, decision, pattern));
        expect([ranked.score]).toEqual(values);
      }
    }),
    { numRuns },
  );
});

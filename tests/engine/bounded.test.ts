import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOfPick } from '../../src/engine/advice/shares.ts';
import { situationOf } from '../../src/engine/advice/situation.ts';
import { verdictOf } from '../../src/engine/advice/verdicts.ts';
import type { Judged } from '../../src/engine/decide/judge.ts';
import { jointPicks } from '../../src/engine/joint/joint-picks.ts';
import { tablesFor } from '../../src/engine/table/tables.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { alwaysApplying } from '../support/always-applying.ts';
import { type Case, cases, pinnedCases, situationIn } from '../support/engine-arbitraries.ts';
import { bruteForce, type Truth } from '../support/engine-brute-force.ts';
import { knowledgeOf } from '../support/engine-builders.ts';
import { picksBy } from '../support/engine-picks.ts';
import { judgedOn, truthIn } from '../support/engine-runs.ts';
import { shareOf } from '../support/engine-shares.ts';
import { wideCases } from '../support/engine-wide-cases.ts';
import { oncePerCase } from '../support/once-per-case.ts';
import { numRuns } from '../support/runs.ts';

/** So few calls that much of what is open is too much to compile. */
const TINY = { isFull: true, calls: 3 };

/** Thousandths: a share of 1,000 random completions is hardly ever off by five times its deviation. */
const FAR_OFF = 80;

/** A decision as it was judged with hardly any calls, and what is true of it. */
interface Bounded {
  readonly judged: Judged;
  readonly verdict: Verdict;
  readonly truth: Truth;
  /** The same, were it to apply always. */
  readonly applied: Truth;
  readonly pick: readonly string[];
}

const boundedIn = oncePerCase((each: Case): Bounded[] => {
  // What was compiled before would not have to be compiled again.
  const knowledge = knowledgeOf(each.spec);
  const situation = situationIn(each);
  const truths = truthIn(each);
  const always = bruteForce(alwaysApplying(knowledge), situation);
  const picks = picksBy(knowledge, situation);
  const all = judgedOn(each, { knowledge, depth: TINY });
  const joint = jointPicks(situationOf(knowledge, situation), { judged: all, calls: TINY.calls });
  return all.map((judged) => {
    const { id } = judged.entry.decision;
    const [truth, applied, pick] = [truths.get(id), always.get(id), picks.get(id)];
    if (!truth || !applied || !pick) throw new Error(`unknown ${id}`);
    const verdict = verdictOf(judged, joint, tablesFor(knowledge).questions);
    return { judged, verdict, truth, applied, pick };
  });
});

describe.each([
  ['without pins', cases, numRuns],
  ['with pins', pinnedCases, numRuns],
  ['with a question that has over 100 legal answers', wideCases, Math.ceil(numRuns / 3)],
])('where hardly anything can be compiled, %s,', (_, arbitrary, runs) => {
  /** The claim returns whether something was given up, as it must be in many cases. */
  function property(claim: (bounded: Bounded) => boolean): void {
    let found = 0;
    fc.assert(
      fc.property(arbitrary, (each) => {
        found += boundedIn(each).filter(claim).length;
      }),
      { numRuns: runs },
    );
    expect(found).toBeGreaterThan(runs / 20);
  }

  test('status and picks are right', () => {
    property(({ judged, verdict, applied, pick }) => {
      const { id, status, recommended, applies } = verdict;
      const expected =
        applies === 'no'
          ? { id, status: 'not-applicable', recommended: [] }
          : { id, status: applied.status, recommended: pick };
      expect({ id, status, recommended }).toEqual(expected);
      return judged.isBounded;
    });
  });

  test('whether a decision applies is right, or said to be undecided and marked', () => {
    property(({ judged, verdict, truth }) => {
      const { isBounded } = judged.applicability;
      const { id, applies, dependsOnBounded } = verdict;
      const expected = isBounded ? 'undecided' : truth.applies;
      expect({ id, applies }).toEqual({ id, applies: expected });
      if (isBounded) expect(dependsOnBounded).toBe(true);
      return isBounded;
    });
  });

  test('every question that matters is listed, in their order, and lists that may hold others are marked', () => {
    property(({ judged, verdict, truth, applied }) => {
      const { id, status, dependsOn, appliesDependsOn = [], dependsOnBounded } = verdict;
      const { isBounded, applicability } = judged;
      expect([id, dependsOn.length > 0]).toEqual([id, status === 'open']);
      const expected = status === 'not-applicable' ? [] : applied.dependsOn;
      expectListed(dependsOn, expected, isBounded);
      expectListed(appliesDependsOn, truth.appliesDependsOn, applicability.isBounded);
      expect(dependsOnBounded === true).toBe(isBounded || applicability.isBounded);
      for (const listed of [judged.dependsOn, applicability.dependsOn]) {
        expect(listed).toEqual(listed.toSorted((a, b) => a - b));
      }
      return isBounded;
    });
  });

  test('the share of an open pick is exact, or near and marked as sampled', () => {
    property(({ judged, verdict, applied }) => {
      if (verdict.status !== 'open' || judged.entry.decision.several) return false;
      const { share, sampled = false } = shareOfPick(judged);
      const [pick = ''] = verdict.recommended;
      const exact = shareOf(applied.outcomes, (outcome) => outcome.split(' ').includes(pick));
      expect(sampled).toBe(judged.isBounded);
      expect(Math.abs(share - exact)).toBeLessThanOrEqual(sampled ? FAR_OFF : 0);
      return sampled;
    });
  });
});

function expectListed(
  found: readonly string[],
  expected: readonly string[],
  isBounded: boolean,
): void {
  if (isBounded) expect(found).toEqual(expect.arrayContaining([...expected]));
  else expect(found).toEqual(expected);
}

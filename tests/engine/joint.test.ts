import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { verdictsOn } from '../../src/engine/advice/verdicts.ts';
import type { Advice, Conflict, DecisionAdvice } from '../../src/model/advice.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { type Case, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { knowledgeOf } from '../support/engine-builders.ts';
import { brokenBy, combinedCases, standingPick } from '../support/engine-combinations.ts';
import { adviceAlone, bestChoice } from '../support/engine-joint.ts';
import { worldsIn } from '../support/engine-runs.ts';
import type { World } from '../support/engine-worlds.ts';
import { numRuns } from '../support/runs.ts';

test('what is recommended is the best of all sets of picks, and says where it is not what a decision would pick by itself', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const advice = advise(knowledge, { ...situationIn(each), decisions: [] });
      const alone = adviceAlone(knowledge, situationIn(each));
      const best = bestChoice(knowledge, situationIn(each));
      const isIrreparable = (best.cost[0] ?? 0) > 0;
      expect(advice.irreparable === true).toBe(isIrreparable);
      expect(advice.conflicts).toHaveLength(best.cost[0] ?? 0);
      const expected = alone.map((one, index) => {
        const after = best.after[index];
        const [from, to] = [pickOf(one), pickOf(after)];
        const loses = best.losses[one.id];
        const isSame = loses === undefined && from.join() === to.join() && !isTurned(one, after);
        const { id, recommended } = one;
        if (isSame) return { id, recommended, joint: undefined };
        return { id, recommended: to, joint: { instead: from, loses } };
      });
      expect(advice.decisions.map(shown)).toEqual(expected);
    }),
    { numRuns },
  );
});

/** It can apply on one side alone. */
function isTurned(before: DecisionAdvice, after: DecisionAdvice | undefined): boolean {
  return (before.applies === 'no') !== (after?.applies === 'no');
}

function pickOf(advice: DecisionAdvice | undefined): readonly string[] {
  return (advice && standingPick(advice)) ?? [];
}

function shown({ id, recommended, joint }: DecisionAdvice) {
  return { id, recommended, joint: joint && { instead: joint.instead, loses: joint.loses } };
}

test('all else describes each decision by itself', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const advice = advise(knowledge, { ...situationIn(each), decisions: [] });
      const plain = ({ recommended: _, joint: __, givesUp: ___, ...rest }: DecisionAdvice) => rest;
      expect(advice.decisions.map(plain)).toEqual(
        adviceAlone(knowledge, situationIn(each)).map(plain),
      );
    }),
    { numRuns },
  );
});

test('with the changed picks as pins everything is as it is recommended, and nothing else breaks', () => {
  let changed = 0;
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { answers, pins } = situationIn(each);
      const before = advise(knowledge, { answers, pins, decisions: [] });
      const own = before.decisions.filter(({ joint }) => joint?.loses !== undefined);
      const more = own.map(({ id, recommended }) => [id, recommended] as const);
      const held = new Map([...pins, ...more]);
      const after = adviceAlone(knowledge, { answers, pins: held });
      expect(before.conflicts.map(({ line }) => line)).toEqual(
        brokenBy(knowledge.combinations, after).map(({ place }) => place.line),
      );
      for (const [index, { id, recommended, joint }] of before.decisions.entries()) {
        const now = after[index];
        const pick = now && (joint ? standingPick(now) : now.recommended);
        expect([id, recommended]).toEqual([id, pick ?? []]);
      }
      changed += own.length;
    }),
    { numRuns },
  );
  expect(changed).toBeGreaterThan(numRuns / 10);
});

test('a change names the combinations that its own pick would break beside the others, and a decision that follows the changed ones', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { decisions, conflicts } = advise(knowledge, { ...situationIn(each), decisions: [] });
      const changed = decisions.filter(({ joint }) => joint?.loses !== undefined);
      const left = new Set(conflicts.map(({ line }) => line));
      const ids = changed.map(({ id }) => id);
      for (const { loses, because, follows = [] } of decisions.flatMap(
        ({ joint }) => joint ?? [],
      )) {
        expect(because.length > 0).toBe(loses !== undefined);
        expect(because.filter(({ line }) => left.has(line))).toEqual([]);
        expect(follows.length > 0 || loses !== undefined).toBe(true);
        expect(ids).toEqual(expect.arrayContaining([...follows]));
      }
    }),
    { numRuns },
  );
});

describe('where a change is certain,', () => {
  test('no completion changes what is recommended', () => {
    let certain = 0;
    fc.assert(
      fc.property(combinedCases, (each) => {
        const { decisions, conflicts, unanswered } = jointAdviceOn(each, situationIn(each).answers);
        const proved = decisions.filter(({ joint }) => joint?.certain);
        const left = linesOf(conflicts.filter((one) => one.certain));
        if (unanswered.length === 0 || proved.length + left.length === 0) return;
        certain += proved.length;
        for (const world of worldsIn(each)) {
          const completed = jointAdviceOn(each, answersIn(world));
          const ids = proved.map(({ id }) => id);
          const now = completed.decisions.filter(({ id }) => ids.includes(id));
          expect(now.map(namedPick)).toEqual(proved.map(namedPick));
          expect(linesOf(completed.conflicts)).toEqual(expect.arrayContaining(left));
        }
      }),
      { numRuns: 5 * numRuns },
    );
    expect(certain).toBeGreaterThan(numRuns / 20);
  });

  test('the answers may be complete, and where they are, every change is', () => {
    let found = 0;
    fc.assert(
      fc.property(combinedCases, (each) => {
        const [world] = worldsIn(each);
        if (world === undefined) return;
        const { decisions, conflicts } = jointAdviceOn(each, answersIn(world));
        const changes = decisions.flatMap(({ joint }) => joint ?? []);
        expect(changes.filter((one) => !one.certain)).toEqual([]);
        expect(conflicts.filter((one) => !one.certain)).toEqual([]);
        found += changes.length;
      }),
      { numRuns },
    );
    expect(found).toBeGreaterThan(numRuns / 5);
  });
});

function jointAdviceOn(each: Case, answers: Answers): Advice {
  const { pins } = situationIn(each);
  return advise(knowledgeIn(each), { answers, pins, decisions: [] });
}

function answersIn({ answers }: World): Answers {
  return new Map([...answers].map(([id, choices]) => [id, { choices }]));
}

function linesOf(conflicts: readonly Conflict[]): number[] {
  return conflicts.map(({ line }) => line);
}

function namedPick({ id, recommended }: DecisionAdvice) {
  return [id, recommended];
}

test('what is recommended for one decision is what is recommended for it among all, in advice and in verdicts', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { answers, pins } = situationIn(each);
      const all = advise(knowledge, { answers, pins, decisions: [] });
      const verdicts = verdictsOn(knowledge)(answers, pins);
      expect(verdicts.map(picked)).toEqual(all.decisions.map(picked));
      for (const one of all.decisions) {
        const alone = advise(knowledge, { answers, pins, decisions: [one.id] });
        expect(alone.decisions).toEqual([one]);
        expect(alone.conflicts).toEqual(
          all.conflicts.filter(({ decisions }) => decisions.includes(one.id)),
        );
        expect(verdictsOn(knowledge, [one.id])(answers, pins).map(picked)).toEqual([picked(one)]);
      }
    }),
    { numRuns },
  );
});

function picked({ id, status, recommended, joint, applies }: Verdict): Verdict {
  return { id, status, recommended, applies, dependsOn: [], ...(joint && { joint }) };
}

test('decisions that nothing joins are recommended, side by side, what they would be alone', () => {
  fc.assert(
    fc.property(combinedCases, combinedCases, (one, each) => {
      const other = renamed(each);
      const [first, second, both] = [one, other, sideBySide(one, other)].map((all) =>
        advise(knowledgeOf(all.spec), { ...situationIn(all), decisions: [] }),
      );
      const isIrreparable = first?.irreparable === true || second?.irreparable === true;
      expect(both?.irreparable === true).toBe(isIrreparable);
      const alone = [first, second].flatMap((advice) => advice?.decisions.map(shown) ?? []);
      expect(both?.decisions.map(shown)).toEqual(alone);
    }),
    { numRuns },
  );
});

/** With another name for everything. */
function renamed(each: Case): Case {
  const text = JSON.stringify(each);
  return JSON.parse(text.replace(/\b([qdp]\d+|speed|cost|ease)\b/g, 'z-$1'));
}

function sideBySide(one: Case, other: Case): Case {
  return {
    spec: {
      qualities: { ...one.spec.qualities, ...other.spec.qualities },
      questions: [...one.spec.questions, ...other.spec.questions],
      patterns: [...one.spec.patterns, ...other.spec.patterns],
      decisions: [...one.spec.decisions, ...other.spec.decisions],
      combinations: [...(one.spec.combinations ?? []), ...(other.spec.combinations ?? [])],
      implications: [...(one.spec.implications ?? []), ...(other.spec.implications ?? [])],
    },
    answers: { ...one.answers, ...other.answers },
    pins: { ...one.pins, ...other.pins },
  };
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import type { Advice } from '../../src/model/advice.ts';
import { type Case, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf, pinsOf } from '../support/engine-builders.ts';
import { combinedCases, standingPick } from '../support/engine-combinations.ts';
import { allRepairs, byCost } from '../support/engine-repairs.ts';
import { numRuns } from '../support/runs.ts';

test('the repair is the smallest of all that there are, and is missing only where there is none', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const advice = advise(knowledge, { ...situationIn(each), decisions: [] });
      if (advice.conflicts.length === 0) {
        expect([advice.repair, advice.irreparable]).toEqual([undefined, undefined]);
        return;
      }
      const all = allRepairs(knowledge, situationIn(each));
      const [least] = all.toSorted(byCost);
      expect(advice.irreparable === true).toBe(least === undefined);
      const mine = Object.fromEntries(
        (advice.repair?.changes ?? []).map((one) => [one.decision, one.to]),
      );
      const found = all.find(({ picks }) => JSON.stringify(picks) === JSON.stringify(mine));
      expect(found?.cost).toEqual(least?.cost);
      const losses = (advice.repair?.changes ?? []).map(
        (one) => [one.decision, one.loses] as const,
      );
      expect(Object.fromEntries(losses)).toEqual(found?.losses ?? {});
    }),
    { numRuns },
  );
});

test('with the repair as pins nothing conflicts, and everything is as the repair says', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { answers, pins } = situationIn(each);
      const before = advise(knowledge, { answers, pins, decisions: [] });
      if (before.repair === undefined) return;
      const { changes, follows = [] } = before.repair;
      const more = changes.map(({ decision, to }) => [decision, to] as const);
      const after = advise(knowledge, {
        answers,
        pins: new Map([...pins, ...more]),
        decisions: [],
      });
      expect(after.conflicts).toEqual([]);
      for (const { decision, from, to } of [...changes, ...follows]) {
        expect({ decision, pick: pickOf(before, decision) }).toEqual({ decision, pick: from });
        expect({ decision, pick: pickOf(after, decision) }).toEqual({ decision, pick: to });
      }
    }),
    { numRuns },
  );
});

test('decisions that nothing joins get the repair, side by side, that each would get alone', () => {
  fc.assert(
    fc.property(combinedCases, combinedCases, (one, each) => {
      const other = renamed(each);
      const [first, second, both] = [one, other, sideBySide(one, other)].map((all) =>
        advise(knowledgeOf(all.spec), { ...situationIn(all), decisions: [] }),
      );
      const isIrreparable = first?.irreparable === true || second?.irreparable === true;
      expect(both?.irreparable === true).toBe(isIrreparable);
      if (isIrreparable) return;
      const changes = [first, second].flatMap((advice) => advice?.repair?.changes ?? []);
      expect(both?.repair?.changes ?? []).toEqual(changes);
      const follows = [first, second].flatMap((advice) => advice?.repair?.follows ?? []);
      expect(both?.repair?.follows ?? []).toEqual(follows);
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
    },
    answers: { ...one.answers, ...other.answers },
    pins: { ...one.pins, ...other.pins },
  };
}

function pickOf({ decisions }: Advice, id: string): readonly string[] {
  const one = decisions.find((each) => each.id === id);
  return (one && standingPick(one)) ?? [];
}

const SHOP: KnowledgeSpec = {
  qualities: { ease: 1, speed: 0 },
  questions: [{ id: 'load', choices: { low: {}, high: { speed: 2 } } }],
  patterns: [
    { id: 'plain', rates: { ease: [2] } },
    { id: 'shared', rates: { speed: [1] }, ruledOutWhen: ['load: high'] },
    { id: 'grid', rates: { ease: [-1] } },
    { id: 'near', rates: { ease: [1] }, useWhen: ['load: low'] },
    { id: 'far', rates: { ease: [1] }, useWhen: ['load: low'] },
    { id: 'aside', rates: { ease: [2] } },
    { id: 'behind', rates: { ease: [1] } },
  ],
  decisions: [
    { id: 'cache', alternatives: ['plain', 'shared', 'grid'], driving: ['ease', 'speed'] },
    {
      id: 'copies',
      alternatives: ['near', 'far'],
      driving: ['ease'],
      several: true,
      withoutBaseline: true,
    },
    {
      id: 'writes',
      alternatives: ['aside', 'behind'],
      driving: ['ease'],
      appliesWhen: ['cache: shared | grid'],
    },
  ],
};

function repairOn(
  combinations: KnowledgeSpec['combinations'] & object,
  answers: Record<string, string>,
  pins: Record<string, readonly string[]> = {},
) {
  const knowledge = knowledgeOf({ ...SHOP, combinations });
  const request = { answers: answersOf(answers), pins: pinsOf(pins), decisions: [] };
  const { repair, irreparable } = advise(knowledge, request);
  return { ...repair, ...(irreparable && { irreparable }) };
}

describe('the smallest repair', () => {
  const NEAR = { when: 'copies: near', requires: 'cache: shared | grid' };

  test('loses as few points as one change can', () => {
    expect(repairOn([NEAR], { load: 'low' })).toEqual({
      changes: [{ decision: 'copies', from: ['near', 'far'], to: ['far'], loses: 6 }],
    });
  });

  test('leaves pins alone, and says what its changes bring up', () => {
    expect(repairOn([NEAR], { load: 'low' }, { copies: ['near'] })).toEqual({
      changes: [{ decision: 'cache', from: ['plain'], to: ['shared'], loses: 2 }],
      follows: [{ decision: 'writes', from: [], to: ['aside'] }],
    });
  });

  test('picks nothing that is ruled out', () => {
    expect(repairOn([NEAR], { load: 'high' }, { copies: ['near'] })).toMatchObject({
      changes: [{ decision: 'cache', to: ['grid'] }],
    });
  });

  test('changes what a change has brought up, where that breaks the next combination', () => {
    const never = { when: 'writes: aside' };
    expect(repairOn([NEAR, never], { load: 'low' }, { copies: ['near'] })).toEqual({
      changes: [
        { decision: 'cache', from: ['plain'], to: ['shared'], loses: 2 },
        { decision: 'writes', from: [], to: ['behind'], loses: 1 },
      ],
    });
  });

  test('is none where pins contradict each other', () => {
    const pins = { copies: ['near'], cache: ['plain'] };
    expect(repairOn([NEAR], { load: 'low' }, pins)).toEqual({ irreparable: true });
  });

  test('of equally few changes loses least where it loses most, as points of two decisions do not add up', () => {
    const second = { a: -2, b: 1, c: -1, d: 0 };
    const ids = Object.keys(second);
    const knowledge = knowledgeOf({
      qualities: { ease: 1 },
      questions: [],
      patterns: Object.entries(second).flatMap(([id, rating]) => [
        { id: `${id}0`, rates: { ease: [2] } },
        { id: `${id}1`, rates: { ease: [rating] } },
      ]),
      decisions: ids.map((id) => ({ id, alternatives: [`${id}0`, `${id}1`], driving: ['ease'] })),
      combinations: ['a: a0 & c: c0', 'a: a0 & d: d0', 'b: b0 & c: c0', 'b: b0 & d: d0'].map(
        (when) => ({ when }),
      ),
    });
    const request = { answers: new Map(), pins: new Map(), decisions: [] };
    expect(advise(knowledge, request).repair?.changes).toEqual([
      { decision: 'c', from: ['c0'], to: ['c1'], loses: 3 },
      { decision: 'd', from: ['d0'], to: ['d1'], loses: 2 },
    ]);
  });
});

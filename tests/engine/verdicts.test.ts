import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOfPick } from '../../src/engine/advice/shares.ts';
import { situationOf } from '../../src/engine/advice/situation.ts';
import { pickerOf, verdictsOn } from '../../src/engine/advice/verdicts.ts';
import { type Judged, THOROUGH } from '../../src/engine/decide/judge.ts';
import { heldPicks, type PickStates } from '../../src/engine/joint/pick-states.ts';
import { namesOf } from '../../src/engine/table/masks.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import {
  type Case,
  cases,
  knowledgeIn,
  pinnedCases,
  situationIn,
} from '../support/engine-arbitraries.ts';
import type { Situation } from '../support/engine-brute-force.ts';
import { knowledgeOf } from '../support/engine-builders.ts';
import { largeCases } from '../support/engine-large-cases.ts';
import { adviceIn, judgedIn } from '../support/engine-runs.ts';
import { wideCases } from '../support/engine-wide-cases.ts';
import { numRuns } from '../support/runs.ts';

/** What else is asked before and after, so that nothing may be left over from it. */
function others(each: Case): Situation[] {
  const { answers, pins } = situationIn(each);
  const none = new Map();
  return [
    { answers: none, pins: none },
    { answers, pins: none },
    { answers: none, pins },
  ];
}

describe.each([
  ['without pins', cases, numRuns],
  ['with pins', pinnedCases, numRuns],
  ['with a question that has over 100 legal answers', wideCases, Math.ceil(numRuns / 3)],
  ['with far too many completions to list', largeCases, Math.ceil(numRuns / 3)],
])('%s', (_, arbitrary, runs) => {
  function property(claim: (each: Case) => void): void {
    fc.assert(fc.property(arbitrary, claim), { numRuns: runs });
  }

  test('advice says what is judged', () => {
    property((each) => {
      const expected = judgedIn(each).map((judged) => shown(judged, each));
      expect(adviceIn(each).map(shownOf)).toEqual(expected);
    });
  });

  test('verdicts say what is judged; where that would be too much, they list every question that matters, and say so', () => {
    property((each) => {
      const verdicts = verdictsOn(knowledgeIn(each));
      for (const { answers, pins } of others(each)) verdicts(answers, pins);
      const { answers, pins } = situationIn(each);
      const found = verdicts(answers, pins);
      expect(found).toHaveLength(judgedIn(each).length);
      judgedIn(each).forEach((judged, index) => {
        expectCovered(found[index], shown(judged, each));
      });
    });
  });

  test('verdicts on some decisions are those of all', () => {
    property((each) => {
      const { answers, pins } = situationIn(each);
      const all = verdictsOn(knowledgeIn(each))(answers, pins);
      for (const verdict of all) {
        expect(verdictsOn(knowledgeIn(each), [verdict.id])(answers, pins)).toEqual([verdict]);
      }
    });
  });

  test('a picker has status and picks of what is judged', () => {
    property((each) => {
      const knowledge = knowledgeIn(each);
      const { answers, pins } = situationIn(each);
      for (const judged of judgedIn(each)) {
        const { id, status, recommended } = shown(judged, each);
        const pick = pickerOf(knowledge, id, pins);
        const before = pick(new Map());
        expect({ id, ...pick(answers) }).toEqual({ id, status, recommended });
        expect(pick(new Map())).toEqual(before);
      }
    });
  });

  test('picks that are worked out one by one, under one set of pins after another, are those of the advice', () => {
    property((each) => {
      const { answers, pins } = situationIn(each);
      const knowledge = knowledgeIn(each);
      const free = situationOf(knowledge, { answers, pins: new Map() });
      const picks = heldPicks(free, { judged: [], calls: THOROUGH.calls });
      const held = situationOf(knowledge, { answers, pins }).pins;
      const shownIn = (states: PickStates) =>
        free.tables.decisions.map(({ index, decision: { id }, alternatives }) => {
          const state = states(index);
          if (state === undefined) throw new Error(`there is no state of ${id}`);
          const { own, status, applies, isApplied } = state;
          const picks = status === 'not-applicable' ? 0 : own.picks;
          return { id, status, applies, isApplied, recommended: namesOf(picks, alternatives) };
        });
      expect(shownIn(picks.statesUnder(new Map()))).toEqual(
        adviceIn({ ...each, pins: {} }).map(stateOf),
      );
      expect(shownIn(picks.statesUnder(held))).toEqual(adviceIn(each).map(stateOf));
    });
  });
});

function stateOf({ id, status, recommended, applies, appliesAsPicked }: DecisionAdvice) {
  const isApplied = applies === 'yes' || appliesAsPicked === true;
  return { id, status, applies, isApplied, recommended };
}

type Shown = Pick<DecisionAdvice, 'share' | 'sampled' | 'rival'> & Verdict;

/** What is judged, in the words of the advice. */
function shown(judged: Judged, { spec }: Case): Shown {
  const { entry, status, picks, applicability, dependsOn, isBounded, isPinned } = judged;
  const idsOf = (indexes: readonly number[]) =>
    indexes.flatMap((at) => spec.questions[at]?.id ?? []);
  return {
    ...{ id: entry.decision.id, status, recommended: namesOf(picks, entry.alternatives) },
    applies: applicability.applies,
    ...(applicability.applies === 'undecided' && {
      appliesDependsOn: idsOf(applicability.dependsOn),
    }),
    ...(status === 'open' && !isPinned && shareOfPick(judged)),
    dependsOn: idsOf(dependsOn),
    ...((isBounded || applicability.isBounded) && { dependsOnBounded: true }),
  };
}

function shownOf(advice: DecisionAdvice): Shown {
  const { id, status, recommended, applies, appliesDependsOn, share, sampled, rival } = advice;
  const { dependsOn, dependsOnBounded } = advice;
  return {
    ...{ id, status, recommended, applies, dependsOn },
    ...(appliesDependsOn && { appliesDependsOn }),
    ...(share !== undefined && { share }),
    ...(sampled && { sampled }),
    ...(rival && { rival }),
    ...(dependsOnBounded && { dependsOnBounded }),
  };
}

/** The same, or all that matters and perhaps more, and then marked. */
function expectCovered(found: Verdict | undefined, truth: Shown): void {
  const { share: _, sampled: __, rival: ___, ...judged } = truth;
  if (!found?.dependsOnBounded) {
    expect(found).toEqual(judged);
    return;
  }
  const { dependsOn, appliesDependsOn = [], status, recommended } = found;
  expect({ status, recommended }).toEqual({
    status: judged.status,
    recommended: judged.recommended,
  });
  const missed = [
    ...judged.dependsOn.filter((id) => !dependsOn.includes(id)),
    ...(judged.appliesDependsOn ?? []).filter((id) => !appliesDependsOn.includes(id)),
  ];
  expect(missed).toEqual([]);
}

test('an open decision depends on a question, and no other does', () => {
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const { answers, pins } = situationIn(each);
      for (const { id, status, dependsOn } of verdictsOn(knowledgeIn(each))(answers, pins)) {
        expect([id, dependsOn.length > 0]).toEqual([id, status === 'open']);
      }
    }),
    { numRuns },
  );
});

test('a decision applies where its conditions cover for each other, one with a term that always holds', () => {
  const choices = { a: {}, b: {} };
  const knowledge = knowledgeOf({
    qualities: {},
    questions: [
      { id: 'load', choices },
      { id: 'team', choices },
    ],
    patterns: [{ id: 'plain' }, { id: 'fast' }],
    decisions: [
      {
        id: 'way',
        alternatives: ['plain', 'fast'],
        driving: [],
        appliesWhen: ['load: b & team: a | b', 'load: a'],
      },
    ],
  });
  const both = ['plain', 'fast'];
  expect(pickerOf(knowledge, 'way', new Map())(new Map())).toEqual({
    status: 'tied',
    recommended: both,
  });
  expect(verdictsOn(knowledge)(new Map(), new Map())).toEqual([
    { id: 'way', status: 'tied', recommended: both, applies: 'yes', dependsOn: [] },
  ]);
});

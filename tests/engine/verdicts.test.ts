import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { pickerOf } from '../../src/engine/picker.ts';
import { verdictsOn } from '../../src/engine/verdicts.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
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
import { adviceOn, oncePerCase } from '../support/engine-runs.ts';

const RUNS = 2_000;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

const adviceIn = oncePerCase((each) => adviceOn(each));

/** What else one is asked before and after, so that nothing may be left over from it. */
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
  ['without pins', cases, RUNS],
  ['with pins', pinnedCases, RUNS],
  ['beyond 20,000 completions', largeCases, 60],
])('%s', (_, arbitrary, numRuns) => {
  test('verdicts have status and picks of the advice, and name each question that it depends on', () => {
    fc.assert(
      fc.property(arbitrary, (each) => {
        const verdicts = verdictsOn(knowledgeIn(each));
        for (const { answers, pins } of others(each)) verdicts(answers, pins);
        const { answers, pins } = situationIn(each);
        const found = verdicts(answers, pins);
        const advice = adviceIn(each);
        expect(found.map(pickIn)).toEqual(advice.map(pickIn));
        found.forEach(({ dependsOn, status }, index) => {
          const own = advice[index];
          const missed = own?.dependsOnBounded
            ? []
            : own?.dependsOn.filter((question) => !dependsOn.includes(question));
          expect({ missed, isOpen: dependsOn.length > 0 }).toEqual({
            missed: [],
            isOpen: status === 'open',
          });
        });
      }),
      { numRuns },
    );
  });

  test('a picker has status and picks of the advice', () => {
    fc.assert(
      fc.property(arbitrary, (each) => {
        const knowledge = knowledgeIn(each);
        const { answers, pins } = situationIn(each);
        for (const own of adviceIn(each)) {
          const pick = pickerOf(knowledge, own.id, pins);
          const before = pick(new Map());
          const { status, recommended } = own;
          expect({ id: own.id, ...pick(answers) }).toEqual({ id: own.id, status, recommended });
          expect(pick(new Map())).toEqual(before);
        }
      }),
      { numRuns },
    );
  });
});

function pickIn({
  id,
  status,
  recommended,
}: Pick<DecisionAdvice, 'id' | 'status' | 'recommended'>) {
  return { id, status, recommended };
}

test('the questions of a verdict stand in the order of the knowledge', () => {
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const { answers, pins } = situationIn(each);
      const order = each.spec.questions.map(({ id }) => id);
      for (const { dependsOn } of verdictsOn(knowledgeIn(each))(answers, pins)) {
        expect(dependsOn).toEqual(order.filter((id) => dependsOn.includes(id)));
      }
    }),
    { numRuns: 200 },
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
    { id: 'way', status: 'tied', recommended: both, dependsOn: [] },
  ]);
});

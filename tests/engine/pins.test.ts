import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import { knowledgeIn, pinnedCases, situationIn } from '../support/engine-arbitraries.ts';
import { bruteForce } from '../support/engine-brute-force.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf, pinsOf } from '../support/engine-builders.ts';

const RUNS = 1_000;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

test('with pins, status, winners and dependsOn are those of looking at every completion', () => {
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const situation = situationIn(each);
      const truth = bruteForce(knowledge, situation);
      const { decisions } = advise(knowledge, { ...situation, decisions: [] });
      for (const { id, pinned, status, recommended, dependsOn } of decisions) {
        const winners = status === 'open' ? [] : recommended.toSorted();
        const known = truth.get(id);
        expect({ id, pinned, status, winners, dependsOn }).toEqual({
          id,
          pinned: id in each.pins,
          status: known?.status,
          winners: known?.winners,
          dependsOn: known?.dependsOn,
        });
      }
    }),
    { numRuns: RUNS },
  );
});

test('a pinned alternative is recommended unless it is certainly ruled out', () => {
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const { decisions } = advise(knowledgeIn(each), { ...situationIn(each), decisions: [] });
      for (const { id, status, recommended } of decisions) {
        const pin = each.pins[id];
        if (pin === undefined) continue;
        const expected = status === 'infeasible' ? [] : pin;
        expect(recommended.toSorted()).toEqual(expected.toSorted());
      }
    }),
    { numRuns: RUNS },
  );
});

test('where several are pinned, those marked as picked are those recommended', () => {
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const { decisions } = advise(knowledgeIn(each), { ...situationIn(each), decisions: [] });
      const several = each.spec.decisions.filter((spec) => spec.several).map(({ id }) => id);
      for (const { id, recommended, ranking } of decisions) {
        if (!several.includes(id)) continue;
        const ids = ranking.filter(({ picked }) => picked).map(({ alternative }) => alternative);
        expect(ids.toSorted()).toEqual(recommended.toSorted());
      }
    }),
    { numRuns: RUNS },
  );
});

describe('a pinned two-phase commit', () => {
  const spec: KnowledgeSpec = {
    qualities: { simplicity: 1 },
    questions: [
      { id: 'participants', choices: { 'can-prepare': {}, 'cannot-prepare': {} } },
      { id: 'teams', choices: { one: { simplicity: 5 }, many: {} } },
    ],
    patterns: [
      { id: 'local', rates: { simplicity: [2] } },
      {
        id: 'two-phase-commit',
        rates: { simplicity: [-2] },
        ruledOutWhen: ['participants: cannot-prepare'],
      },
      { id: 'coordinator' },
      { id: 'peer', rates: { simplicity: [1] } },
    ],
    decisions: [
      { id: 'transactions', alternatives: ['local', 'two-phase-commit'], driving: ['simplicity'] },
      {
        id: 'who-drives',
        alternatives: ['coordinator', 'peer'],
        driving: ['simplicity'],
        appliesWhen: ['transactions: two-phase-commit'],
      },
    ],
  };

  function pinned(answers: Record<string, string>) {
    const pins = pinsOf({ transactions: ['two-phase-commit'] });
    const request = { answers: answersOf(answers), pins, decisions: [] };
    return advise(knowledgeOf(spec), request).decisions.map(
      ({ id, status, recommended, dependsOn }) => ({ id, status, recommended, dependsOn }),
    );
  }

  test('is settled against all points, and is a pick for what hangs on it', () => {
    expect(pinned({ participants: 'can-prepare' })).toEqual([
      { id: 'transactions', status: 'settled', recommended: ['two-phase-commit'], dependsOn: [] },
      { id: 'who-drives', status: 'settled', recommended: ['peer'], dependsOn: [] },
    ]);
  });

  test('stands in the advice as a word', () => {
    const pins = pinsOf({ transactions: ['two-phase-commit'] });
    const advice = advise(knowledgeOf(spec), { answers: new Map(), pins, decisions: [] });
    expect(advice.pins).toEqual({ transactions: 'two-phase-commit' });
  });

  test('is open while a hard rule may still hold', () => {
    expect(pinned({})).toEqual([
      {
        id: 'transactions',
        status: 'open',
        recommended: ['two-phase-commit'],
        dependsOn: ['participants'],
      },
      { id: 'who-drives', status: 'open', recommended: ['peer'], dependsOn: ['participants'] },
    ]);
  });

  test('is infeasible once the hard rule holds, and what hangs on it does not apply', () => {
    expect(pinned({ participants: 'cannot-prepare' })).toEqual([
      { id: 'transactions', status: 'infeasible', recommended: [], dependsOn: [] },
      { id: 'who-drives', status: 'not-applicable', recommended: [], dependsOn: [] },
    ]);
  });
});

test('a pin is a pick for what hangs on it, also where its own decision may not apply', () => {
  const knowledge = knowledgeOf({
    qualities: {},
    questions: [
      { id: 'workflow', choices: { none: {}, complex: {} } },
      { id: 'budget', choices: { low: {}, high: {} } },
    ],
    patterns: [
      { id: 'orchestration' },
      { id: 'choreography' },
      { id: 'engine', useWhen: ['budget: high'], avoidWhen: ['budget: low'] },
      { id: 'own-code' },
    ],
    decisions: [
      {
        id: 'coordination',
        alternatives: ['orchestration', 'choreography'],
        driving: [],
        appliesWhen: ['workflow: complex'],
      },
      {
        id: 'conductor',
        alternatives: ['engine', 'own-code'],
        driving: [],
        appliesWhen: ['coordination: orchestration'],
      },
    ],
  });
  const pins = pinsOf({ coordination: ['orchestration'] });
  const on = (answers: Record<string, string>) =>
    advise(knowledge, { answers: answersOf(answers), pins, decisions: [] }).decisions;
  expect(on({ workflow: 'none' })).toMatchObject([
    { status: 'settled', recommended: ['orchestration'] },
    { status: 'open', dependsOn: ['budget'] },
  ]);
  expect(on({ workflow: 'none', budget: 'high' })).toMatchObject([
    { status: 'settled', recommended: ['orchestration'] },
    { status: 'settled', recommended: ['engine'] },
  ]);
});

describe('a pinned list of techniques', () => {
  const spec: KnowledgeSpec = {
    qualities: { availability: 1 },
    questions: [
      { id: 'goal', choices: { low: {}, high: {} } },
      { id: 'sites', choices: { one: {}, two: {} } },
    ],
    patterns: [
      { id: 'minimal' },
      { id: 'copies', rates: { availability: [-1] }, useWhen: ['goal: high'] },
      { id: 'standby', rates: { availability: [-2] }, ruledOutWhen: ['sites: one'] },
      { id: 'alerts', rates: { availability: [2] } },
    ],
    decisions: [
      {
        id: 'tolerance',
        alternatives: ['minimal', 'copies', 'standby', 'alerts'],
        driving: ['availability'],
        several: true,
      },
    ],
  };

  function pinned(answers: Record<string, string>) {
    const pins = pinsOf({ tolerance: ['copies', 'standby'] });
    const request = { answers: answersOf(answers), pins, decisions: [] };
    const [decision] = advise(knowledgeOf(spec), request).decisions;
    return [decision?.status, decision?.recommended, decision?.dependsOn];
  }

  test('is settled as it stands, with no need of a reason or of points', () => {
    expect(pinned({ goal: 'low', sites: 'two' })).toEqual(['settled', ['copies', 'standby'], []]);
  });

  test('is open while one of them may still be ruled out', () => {
    expect(pinned({})).toEqual(['open', ['copies', 'standby'], ['sites']]);
  });

  test('is infeasible when one of them is ruled out', () => {
    expect(pinned({ sites: 'one' })).toEqual(['infeasible', [], []]);
  });

  test('stands in the advice as a list', () => {
    const knowledge = knowledgeOf(spec);
    const pins = pinsOf({ tolerance: ['copies'] });
    const advice = advise(knowledge, { answers: new Map(), pins, decisions: [] });
    expect(advice.pins).toEqual({ tolerance: ['copies'] });
  });
});

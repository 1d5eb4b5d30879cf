import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf, pinsOf } from '../support/engine-builders.ts';

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
    return advise(knowledgeOf(spec), request).decisions;
  }

  test('is settled against all points, and is a pick for what depends on it', () => {
    expect(pinned({ participants: 'can-prepare' })).toMatchObject([
      { status: 'settled', recommended: ['two-phase-commit'], dependsOn: [] },
      { status: 'settled', recommended: ['peer'], applies: 'yes', dependsOn: [] },
    ]);
  });

  test('stands in the advice as a word', () => {
    const pins = pinsOf({ transactions: ['two-phase-commit'] });
    const advice = advise(knowledgeOf(spec), { answers: new Map(), pins, decisions: [] });
    expect(advice.pins).toEqual({ transactions: 'two-phase-commit' });
  });

  test('is open while a hard rule may still hold, and then it is undecided whether what depends on it applies', () => {
    expect(pinned({})).toMatchObject([
      { status: 'open', recommended: ['two-phase-commit'], dependsOn: ['participants'] },
      {
        status: 'settled',
        recommended: ['peer'],
        applies: 'undecided',
        appliesDependsOn: ['participants'],
        appliesAsPicked: true,
        dependsOn: [],
      },
    ]);
  });

  test('is infeasible once the hard rule holds, and what depends on it does not apply', () => {
    expect(pinned({ participants: 'cannot-prepare' })).toMatchObject([
      { status: 'infeasible', recommended: [], dependsOn: [] },
      { status: 'not-applicable', recommended: [], applies: 'no', dependsOn: [] },
    ]);
  });

  test('has no share and is neither firm nor narrow, as no other pick is looked for', () => {
    const [decision] = pinned({});
    expect(decision).not.toHaveProperty('share');
    expect(decision).not.toHaveProperty('firm');
  });
});

test('a pin is a pick for what depends on it, also where its own decision may not apply', () => {
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

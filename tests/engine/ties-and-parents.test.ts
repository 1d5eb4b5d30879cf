import { describe, expect, test } from 'vitest';
import type { KnowledgeSpec } from '../support/engine-builders.ts';
import { adviceOn } from '../support/engine-examples.ts';

describe('a tie', () => {
  const spec: KnowledgeSpec = {
    qualities: { availability: 2 },
    questions: [{ id: 'goal', choices: { low: {}, high: { availability: 3 } } }],
    patterns: [
      { id: 'single-server', rates: { availability: [-1] } },
      { id: 'stateless', rates: { availability: [1] } },
      { id: 'sticky', rates: { availability: [2, -1] } },
      { id: 'session-store' },
      { id: 'local-sessions', rates: { availability: [-1] } },
    ],
    decisions: [
      {
        id: 'balancing',
        alternatives: ['single-server', 'stateless', 'sticky'],
        driving: ['availability'],
      },
      {
        id: 'sessions',
        alternatives: ['session-store', 'local-sessions'],
        driving: ['availability'],
        appliesWhen: ['balancing: sticky'],
      },
    ],
  };

  test('goes to nobody: all that are tied are named', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({
      status: 'tied',
      recommended: ['stateless', 'sticky'],
      dependsOn: [],
    });
  });

  test('counts as picked for what hangs on one of the tied', () => {
    const [, decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({ status: 'settled', recommended: ['session-store'] });
  });
});

describe('who drives a workflow', () => {
  const spec: KnowledgeSpec = {
    qualities: { decoupling: 1 },
    questions: [
      { id: 'workflow', choices: { none: {}, complex: {} } },
      { id: 'atomicity', choices: { database: {}, stores: {} } },
    ],
    patterns: [
      { id: 'local', ruledOutWhen: ['atomicity: stores'] },
      { id: 'saga', rates: { decoupling: [-1] } },
      { id: 'orchestration', useWhen: ['workflow: complex'] },
      { id: 'choreography', rates: { decoupling: [2] } },
    ],
    decisions: [
      { id: 'transactions', alternatives: ['local', 'saga'], driving: ['decoupling'] },
      {
        id: 'coordination',
        alternatives: ['orchestration', 'choreography'],
        driving: ['decoupling'],
        appliesWhen: ['workflow: complex', 'transactions: saga'],
      },
    ],
  };

  test('need not be decided where there is neither a workflow nor a saga', () => {
    const [, decision] = adviceOn(spec, { workflow: 'none', atomicity: 'database' });
    expect(decision).toMatchObject({ status: 'not-applicable', recommended: [], dependsOn: [] });
  });

  test('hangs on the pick of a saga while that is open', () => {
    const [, decision] = adviceOn(spec, { workflow: 'none' });
    expect(decision).toMatchObject({
      status: 'open',
      recommended: ['choreography'],
      dependsOn: ['atomicity'],
      hangsOn: ['transactions'],
    });
  });

  test('no longer hangs on it where the workflow alone asks for it', () => {
    const steps = { id: 'steps', choices: { few: {}, many: { decoupling: 5 } } };
    const more = { ...spec, questions: [...spec.questions, steps] };
    const [, decision] = adviceOn(more, { workflow: 'complex' });
    expect(decision).toMatchObject({ status: 'open', dependsOn: ['steps'] });
    expect(decision?.hangsOn).toBeUndefined();
  });
});

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

  test('recommends all that are tied', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({
      status: 'tied',
      recommended: ['stateless', 'sticky'],
      dependsOn: [],
    });
  });

  test('counts as picked for what depends on one of the tied', () => {
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

  test('does not apply where there is neither a workflow nor a saga', () => {
    const [, decision] = adviceOn(spec, { workflow: 'none', atomicity: 'database' });
    const nothing = { status: 'not-applicable', recommended: [], dependsOn: [], applies: 'no' };
    expect(decision).toMatchObject(nothing);
  });

  test('depends on what decides about a saga only for whether it applies', () => {
    const [, decision] = adviceOn(spec, { workflow: 'none' });
    expect(decision).toMatchObject({ status: 'settled', recommended: ['choreography'] });
    expect(decision).toMatchObject({ applies: 'undecided', appliesDependsOn: ['atomicity'] });
  });

  test('applies as picked where a saga leads, and not where it does not', () => {
    const [transactions, decision] = adviceOn(spec, { workflow: 'none' });
    expect(transactions?.recommended).toEqual(['local']);
    expect(decision).not.toHaveProperty('appliesAsPicked');
    const [saga, other] = adviceOn(sagaLeading(spec), { workflow: 'none' });
    expect(saga).toMatchObject({ status: 'open', recommended: ['saga'] });
    expect(other).toMatchObject({ applies: 'undecided', appliesAsPicked: true });
  });

  test('depends on no saga where the workflow alone makes it apply', () => {
    const steps = { id: 'steps', choices: { few: {}, many: { decoupling: 5 } } };
    const more = { ...spec, questions: [...spec.questions, steps] };
    const [, decision] = adviceOn(more, { workflow: 'complex' });
    expect(decision).toMatchObject({ status: 'open', applies: 'yes', dependsOn: ['steps'] });
    expect(decision).not.toHaveProperty('appliesDependsOn');
  });
});

/** A saga is worth more than a local transaction, unless a hard rule speaks against it. */
function sagaLeading({ patterns, ...rest }: KnowledgeSpec): KnowledgeSpec {
  const others = patterns.filter(({ id }) => id !== 'saga' && id !== 'local');
  const saga = { id: 'saga', rates: { decoupling: [1] }, ruledOutWhen: ['atomicity: database'] };
  return { ...rest, patterns: [{ id: 'local' }, saga, ...others] };
}

import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Answer } from '../../src/model/answers.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { plainSheet } from '../support/plain-sheet.ts';

/** Answers to questions, and pins of decisions. */
type Said = Readonly<Record<string, string>>;

interface Conditional {
  /** Each of these makes the decision arise where all else is answered plainly. */
  readonly arises: readonly Said[];
  /** Under each of these it does not. */
  readonly not: readonly Said[];
}

const BALANCED: Conditional = {
  arises: [{ 'load-balancing': 'stateless-balancing' }, { 'load-balancing': 'sticky-sessions' }],
  not: [{ 'load-balancing': 'single-server' }],
};

const EVENTS: Conditional = {
  arises: [{ communication: 'event-driven' }],
  not: [{ communication: 'synchronous' }],
};

/** One machine is enough, and its loss may be repaired within a day. */
const ONE_COPY: Said = {
  'data-distribution': 'single-node',
  survive: 'nothing',
  rpo: 'minutes',
  rto: 'hours',
  availability: 'two-nines',
  headroom: 'ample',
  geo: 'one-region',
};

const NOTHING_FOLLOWS: Said = {
  communication: 'synchronous',
  'distributed-transactions': 'local-transaction',
  atomicity: 'database',
};

const SHORT_PROCESS: Said = { workflow: 'simple', 'distributed-transactions': 'local-transaction' };

const NO_CALLS: Said = { 'remote-calls': 'none', 'system-style': 'monolith' };

const CONDITIONAL: Readonly<Record<string, Conditional>> = {
  'service-granularity': {
    arises: [{ 'system-style': 'microservices' }],
    not: [{ 'system-style': 'modular-monolith' }],
  },
  'migration-strategy': {
    arises: [{ legacy: 'small' }, { legacy: 'open' }, { legacy: 'closed' }],
    not: [{ legacy: 'none' }],
  },
  'messaging-style': EVENTS,
  'delivery-guarantee': EVENTS,
  ordering: EVENTS,
  'edge-style': {
    arises: [
      { clients: 'one' },
      { clients: 'different' },
      { clients: 'partners' },
      { clients: 'devices' },
    ],
    not: [{ clients: 'none' }],
  },
  'view-support': {
    arises: [{ 'read-write-model': 'single-model' }],
    not: [{ 'read-write-model': 'cqrs' }, { 'read-write-model': 'event-sourcing' }],
  },
  'cqrs-stores': {
    arises: [{ 'read-write-model': 'cqrs' }, { 'read-write-model': 'event-sourcing' }],
    not: [{ 'read-write-model': 'single-model' }],
  },
  'sql-form': { arises: [{ database: 'sql' }], not: [{ database: 'nosql' }] },
  'nosql-type': { arises: [{ database: 'nosql' }], not: [{ database: 'sql' }] },
  'shard-key-strategy': {
    arises: [{ 'data-distribution': 'sharding' }],
    not: [{ 'data-distribution': 'single-node' }, { 'data-distribution': 'read-replicas' }],
  },
  'replication-mode': {
    arises: [
      ...[{ 'data-distribution': 'read-replicas' }, { headroom: 'reads' }],
      ...[{ survive: 'machine' }, { survive: 'site' }, { survive: 'region' }],
      ...[{ rpo: 'seconds' }, { rpo: 'nothing' }, { rto: 'minutes' }, { rto: 'seconds' }],
      ...[{ availability: 'four-nines' }, { availability: 'five-nines' }],
      ...[{ geo: 'near-reads' }, { geo: 'near-writes' }],
      { availability: 'three-nines', managed: 'stores' },
      { availability: 'three-nines', managed: 'everything' },
    ].map((said) => ({ ...ONE_COPY, ...said })),
    not: [ONE_COPY, { ...ONE_COPY, availability: 'three-nines', managed: 'nothing' }],
  },
  'transaction-scope': {
    arises: ['database', 'follower'].map((atomicity) => ({
      'distributed-transactions': 'local-transaction',
      atomicity,
    })),
    not: [
      { 'distributed-transactions': 'local-transaction', atomicity: 'record' },
      { 'distributed-transactions': 'saga' },
      { 'distributed-transactions': 'two-phase-commit' },
    ],
  },
  'undo-style': {
    arises: [{ 'distributed-transactions': 'saga' }],
    not: [
      { 'distributed-transactions': 'local-transaction' },
      { 'distributed-transactions': 'two-phase-commit' },
    ],
  },
  publishing: {
    arises: [
      { communication: 'event-driven' },
      { 'distributed-transactions': 'saga' },
      { atomicity: 'follower' },
    ].map((said) => ({ ...NOTHING_FOLLOWS, ...said })),
    not: [NOTHING_FOLLOWS],
  },
  'saga-coordination': {
    arises: [
      ...[{ workflow: 'medium' }, { workflow: 'complex' }],
      { 'distributed-transactions': 'saga' },
    ].map((said) => ({ ...SHORT_PROCESS, ...said })),
    not: [SHORT_PROCESS, { ...SHORT_PROCESS, workflow: 'none' }],
  },
  'follower-coordination': {
    arises: ['few', 'many', 'changing'].map((consumers) => ({
      consumers,
      'saga-coordination': 'orchestration',
    })),
    not: [
      { consumers: 'many', 'saga-coordination': 'choreography' },
      { consumers: 'none', 'saga-coordination': 'orchestration' },
    ],
  },
  'cache-strategy': {
    arises: [{ caching: 'distributed-cache' }],
    not: [{ caching: 'no-cache' }],
  },
  'balancing-layer': BALANCED,
  'balancing-algorithm': BALANCED,
  'release-strategy': BALANCED,
  'resilience-patterns': {
    arises: [
      ...[{ 'remote-calls': 'few' }, { 'remote-calls': 'many' }],
      { 'system-style': 'microservices' },
    ].map((said) => ({ ...NO_CALLS, ...said })),
    not: [NO_CALLS],
  },
};

const knowledge = await builtInKnowledge();

test('each decision that arises under a condition is listed here', () => {
  const conditional = [...knowledge.decisions.values()].filter(
    ({ appliesWhen }) => appliesWhen.length > 0,
  );
  expect(Object.keys(CONDITIONAL).sort()).toEqual(conditional.map(({ id }) => id).sort());
});

describe.each(Object.entries(CONDITIONAL))('%s', (decision, { arises, not }) => {
  test.each(arises)('arises with %o', (said) => {
    expect(appliesWith(said, decision)).toBe('yes');
  });

  test.each(not)('does not arise with %o', (said) => {
    expect(appliesWith(said, decision)).toBe('no');
  });
});

/** Whether the decision applies where all else is answered plainly. */
function appliesWith(said: Said, decision: string): DecisionAdvice['applies'] | undefined {
  const entries = Object.entries(said);
  const answers = entries.flatMap(([id, choice]): [string, Answer][] =>
    knowledge.questions.has(id) ? [[id, { choices: [choice] }]] : [],
  );
  const pins = entries.flatMap(([id, pick]) =>
    knowledge.decisions.has(id) ? [[id, [pick]] as const] : [],
  );
  const { decisions } = advise(knowledge, {
    answers: new Map([...plainSheet(knowledge), ...answers]),
    pins: new Map(pins),
    decisions: [decision],
  });
  return decisions[0]?.applies;
}

import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import type { Pins } from '../../src/model/answers.ts';
import type { Combination } from '../../src/model/knowledge.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { plainSheet } from '../support/plain-sheet.ts';

/** What must not be picked together, in the order of `decisions.yaml`. */
const PROHIBITIONS: readonly string[] = [
  'system-style: microservices & store-layout: one-store & transaction-scope: one-transaction',
  'service-granularity: fine-grained-services & store-layout: one-store',
  'system-style: serverless & load-balancing: single-server',
  'load-balancing: sticky-sessions & system-style: serverless',
  'saga-coordination: choreography & messaging-style: work-queue',
  'follower-coordination: hybrid-coordination & messaging-style: work-queue',
  'ordering: total-order & messaging-style: work-queue',
  'saga-coordination: choreography & transaction-scope: one-transaction',
  'follower-coordination: hybrid-coordination & transaction-scope: one-transaction',
  'distributed-transactions: saga & delivery-guarantee: at-most-once',
  'distributed-transactions: saga & publishing: dual-write',
  'transaction-scope: transaction-plus-outbox & publishing: dual-write',
  'delivery-guarantee: effectively-once & publishing: dual-write',
  'cqrs-stores: separate-stores & publishing: dual-write',
  'nosql-type: wide-column & replication-mode: asynchronous-followers | synchronous-follower',
  'nosql-type: wide-column & publishing: outbox-polling',
  'transaction-scope: transaction-plus-outbox & publishing: log-first',
  'sql-form: columnar-store & view-support: analytical-copy',
  'cqrs-stores: separate-stores & store-layout: one-store',
  'cqrs-stores: separate-stores & transaction-scope: one-transaction',
  'distributed-transactions: two-phase-commit & store-layout: one-store & data-distribution: single-node | read-replicas & communication: synchronous',
  'distributed-transactions: two-phase-commit & replication-mode: multi-leader | leaderless-quorum',
  'sql-form: distributed-sql & data-distribution: single-node | read-replicas',
  'sql-form: distributed-sql & shard-key-strategy: directory-lookup',
  'sql-form: distributed-sql & replication-mode: single-copy | asynchronous-followers | synchronous-follower | multi-leader | leaderless-quorum',
  'sql-form: single-primary & replication-mode: multi-leader | leaderless-quorum',
  'data-distribution: single-node & replication-mode: multi-leader | leaderless-quorum',
  'data-distribution: read-replicas & replication-mode: single-copy | leaderless-quorum',
  'replication-mode: single-copy & failover-topology: pilot-light | warm-standby | active-passive | multi-region-active-active',
  'replication-mode: single-copy & fault-tolerance: replication | failover',
  'fault-tolerance: minimal & replication-mode: asynchronous-followers | synchronous-follower | multi-leader | leaderless-quorum | consensus-groups',
  'fault-tolerance: minimal & failover-topology: pilot-light',
  'failover-topology: restore-from-backup & fault-tolerance: failover',
  'failover-topology: restore-from-backup & replication-mode: multi-leader | leaderless-quorum | consensus-groups',
  'failover-topology: multi-region-active-active & data-distribution: single-node',
  'load-balancing: single-server & failover-topology: active-active | multi-region-active-active',
  'load-balancing: single-server & fault-tolerance: redundancy',
  'load-balancing: single-server & release-strategy: canary-release',
  'balancing-layer: dns-balancing & replication-mode: single-copy',
];

/** What one pick requires, and a pick that breaks it; in the order of `decisions.yaml`. */
const REQUIREMENTS: readonly (readonly [when: string, requires: string, instead: string])[] = [
  [
    'migration-strategy: modularise-in-place',
    'system-style: modular-monolith',
    'system-style: microservices',
  ],
  ['saga-coordination: choreography', 'communication: event-driven', 'communication: synchronous'],
  [
    'follower-coordination: hybrid-coordination',
    'communication: event-driven',
    'communication: synchronous',
  ],
  [
    'undo-style: try-confirm-cancel',
    'saga-coordination: orchestration',
    'saga-coordination: choreography',
  ],
  ['publishing: event-store-source', 'read-write-model: event-sourcing', 'read-write-model: cqrs'],
  [
    'failover-topology: warm-standby | active-passive',
    'fault-tolerance: failover',
    'fault-tolerance: replication',
  ],
  [
    'failover-topology: active-active | multi-region-active-active',
    'fault-tolerance: redundancy',
    'fault-tolerance: monitoring',
  ],
  [
    'release-strategy: canary-release',
    'fault-tolerance: monitoring',
    'fault-tolerance: redundancy',
  ],
  [
    'load-balancing: sticky-sessions',
    'balancing-algorithm: sticky-routing | consistent-hashing',
    'balancing-algorithm: round-robin',
  ],
  [
    'balancing-algorithm: sticky-routing',
    'load-balancing: sticky-sessions',
    'load-balancing: stateless-balancing',
  ],
  ['cache-topology: near-cache', 'caching: distributed-cache', 'caching: no-cache'],
  ['resilience-patterns: retries | circuit-breaker', 'resilience-patterns: timeouts', ''],
];

const knowledge = await builtInKnowledge();
const { combinations } = knowledge;
const answers = plainSheet(knowledge);

test('each combination is listed here, and each that is listed is there', () => {
  const prohibitions = combinations.filter(({ requires }) => requires === undefined);
  const requirements = combinations.flatMap(({ when, requires }) =>
    requires ? [[when.text, requires.text]] : [],
  );
  expect(prohibitions.map(({ when }) => when.text)).toEqual(PROHIBITIONS);
  expect(requirements).toEqual(REQUIREMENTS.map(([when, requires]) => [when, requires]));
});

describe('picks that must not stand together are reported, and nothing else about them', () => {
  const breaches = PROHIBITIONS.flatMap((text) => waysOf(text).map((way) => [way, text] as const));

  test.each(breaches)('%s', (way, text) => {
    expect(conflictsUnder(pinsOf(way))).toEqual([`never ${text}`]);
  });
});

describe('a pick without what it requires is reported, and with it nothing is', () => {
  const cases = REQUIREMENTS.flatMap(([when, requires, instead]) =>
    waysOf(when).map((way) => [way, { when, requires, instead }] as const),
  );

  test.each(cases)('%s', (way, { when, requires, instead }) => {
    expect(conflictsUnder(pinsOf(way, instead))).toEqual([`${when} requires ${requires}`]);
    for (const wanted of waysOf(requires)) {
      expect(conflictsUnder(pinsOf(way, wanted))).toEqual([]);
    }
  });
});

test('each combination has a source that a reader can find, or says that it is a judgement', () => {
  const unsourced = combinations.filter(
    ({ source }) => source !== 'judgement' && !/, (https:\/\/\S+|.+ \d{4}.*)$/.test(source ?? ''),
  );
  expect(unsourced.map(nameOf)).toEqual([]);
});

/** The combinations of pinned decisions alone that are reported as broken. */
function conflictsUnder(pins: Pins): string[] {
  const decisions = [...pins.keys()];
  const advice = advise(knowledge, { answers, pins, decisions });
  return advice.conflicts
    .filter((conflict) => conflict.decisions.every((id) => pins.has(id)))
    .map(({ condition, requires }) =>
      requires === undefined ? `never ${condition}` : `${condition} requires ${requires}`,
    );
}

function nameOf({ when, requires }: Combination): string {
  return requires ? `${when.text} requires ${requires.text}` : `never ${when.text}`;
}

/** Each way to fulfil a condition: `a: b | c & d: e` is fulfilled by `a: b & d: e` and by `a: c & d: e`. */
function waysOf(condition: string): string[] {
  const terms = condition.split(' & ').map((term) => {
    const [decision, choices = ''] = term.split(': ');
    return choices.split(' | ').map((choice) => `${decision}: ${choice}`);
  });
  return terms
    .reduce<string[][]>(
      (ways, term) => ways.flatMap((way) => term.map((each) => [...way, each])),
      [[]],
    )
    .map((way) => way.join(' & '));
}

/** Where several picks of one decision are named all of them are pinned. */
function pinsOf(...ways: readonly string[]): Pins {
  const pins = new Map<string, string[]>();
  for (const term of ways.filter(Boolean).join(' & ').split(' & ')) {
    const [decision = '', choice = ''] = term.split(': ');
    pins.set(decision, [...(pins.get(decision) ?? []), choice]);
  }
  return pins;
}

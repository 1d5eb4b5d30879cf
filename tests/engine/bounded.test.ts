import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import { type Case, cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { bruteForce } from '../support/engine-brute-force.ts';
import type { KnowledgeSpec } from '../support/engine-builders.ts';
import { largeCases } from '../support/engine-large-cases.ts';
import { type ReachableTruth, reachableTruth } from '../support/engine-reachable.ts';
import { adviceOn } from '../support/engine-runs.ts';

const RUNS = 40;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

function truthOf(each: Case, id: string): ReachableTruth {
  const knowledge = knowledgeIn(each);
  const decision = knowledge.decisions.get(id);
  if (decision === undefined) throw new Error(`unknown ${id}`);
  return reachableTruth(knowledge, decision, situationIn(each));
}

function boundedIn(each: Case): DecisionAdvice[] {
  return adviceOn(each).filter(({ dependsOnBounded }) => dependsOnBounded);
}

test('the truth by kinds of completions is the truth by all completions', () => {
  fc.assert(
    fc.property(cases, (each) => {
      for (const [id, { status, dependsOn }] of bruteForce(knowledgeIn(each), situationIn(each))) {
        expect({ id, ...truthOf(each, id) }).toEqual({ id, status, dependsOn });
      }
    }),
    { numRuns: 200 },
  );
});

test('beyond 20,000 completions dependsOn names all questions that matter, and says it may name more', () => {
  fc.assert(
    fc.property(largeCases, (each) => {
      for (const { id, dependsOn, dependsOnBounded } of adviceOn(each)) {
        const truth = truthOf(each, id);
        const missed = truth.dependsOn.filter((question) => !dependsOn.includes(question));
        expect({ id, missed }).toEqual({ id, missed: [] });
        if (!dependsOnBounded) expect(dependsOn).toEqual(truth.dependsOn);
      }
    }),
    { numRuns: RUNS },
  );
});

test('beyond 20,000 completions no proof is wrong', () => {
  fc.assert(
    fc.property(largeCases, (each) => {
      for (const { id, status } of adviceOn(each)) {
        const truth = truthOf(each, id);
        if (status !== 'open') expect({ id, status }).toEqual({ id, status: truth.status });
      }
    }),
    { numRuns: RUNS },
  );
});

test('beyond 20,000 completions no proof is missed where a decision always applies', () => {
  fc.assert(
    fc.property(largeCases, (each) => {
      const isWide = JSON.stringify(each.spec.patterns).includes('w0');
      const always = each.spec.decisions.filter(({ appliesWhen = [] }) => appliesWhen.length === 0);
      for (const { id, status } of isWide ? [] : adviceOn(each)) {
        if (!always.some((spec) => spec.id === id)) continue;
        expect({ id, status }).toEqual({ id, status: truthOf(each, id).status });
      }
    }),
    { numRuns: RUNS },
  );
});

test('an open decision always names a question, every other none', () => {
  fc.assert(
    fc.property(largeCases, (each) => {
      for (const { status, dependsOn } of adviceOn(each)) {
        expect(dependsOn.length > 0).toBe(status === 'open');
      }
    }),
    { numRuns: RUNS },
  );
});

test('a lead that can shrink to a tie depends on every question that widens it', () => {
  const ids = ['w0', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7'];
  const choices = { a: {}, b: { speed: 1 }, c: { speed: 2 }, d: { speed: 3 } };
  const spec: KnowledgeSpec = {
    qualities: { speed: 0 },
    questions: ids.map((id) => ({ id, choices })),
    patterns: [{ id: 'plain' }, { id: 'fast', rates: { speed: [1] } }],
    decisions: [{ id: 'choice', alternatives: ['plain', 'fast'], driving: ['speed'] }],
  };
  const [decision] = adviceOn({ spec, answers: {}, pins: {} });
  expect(decision).toMatchObject({ status: 'open', dependsOn: ids, dependsOnBounded: true });
});

test('the last alternative standing depends on every question that may rule it out', () => {
  const ids = Array.from({ length: 15 }, (_, index) => `r${index}`);
  const spec: KnowledgeSpec = {
    qualities: {},
    questions: [...ids, 'gone'].map((id) => ({ id, choices: { no: {}, yes: {} } })),
    patterns: [
      { id: 'plain', ruledOutWhen: ids.map((id) => `${id}: yes`) },
      { id: 'fast', ruledOutWhen: ['gone: yes'] },
    ],
    decisions: [{ id: 'choice', alternatives: ['plain', 'fast'], driving: [] }],
  };
  const [decision] = adviceOn({ spec, answers: { gone: ['yes'] }, pins: {} });
  expect(decision).toMatchObject({ status: 'open', dependsOn: ids, dependsOnBounded: true });
});

test('the random cases reach the bound often', () => {
  const sample = fc.sample(largeCases, { numRuns: 40, seed: 11 });
  expect(sample.flatMap(boundedIn).length).toBeGreaterThan(15);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Judged } from '../../src/engine/decide/judge.ts';
import { distributionOf } from '../../src/engine/decide/queries.ts';
import { namesOf } from '../../src/engine/table/masks.ts';
import { type Case, cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import type { KnowledgeSpec } from '../support/engine-builders.ts';
import { largeCases } from '../support/engine-large-cases.ts';
import { type ReachableTruth, reachableTruth } from '../support/engine-reachable.ts';
import { adviceOn, decisionIn, judgedIn, truthIn } from '../support/engine-runs.ts';
import { numRuns } from '../support/runs.ts';

function truthOf(each: Case, id: string): ReachableTruth {
  const knowledge = knowledgeIn(each);
  return reachableTruth(knowledge, decisionIn(knowledge, id), situationIn(each));
}

test('the truth by kinds of completions is the truth by all completions', () => {
  fc.assert(
    fc.property(cases, (each) => {
      for (const [id, truth] of truthIn(each)) {
        const { techniques: _, ...expected } = truth;
        expect({ id, ...truthOf(each, id) }).toEqual({ id, ...expected });
      }
    }),
    { numRuns },
  );
});

test('with far too many completions to list, all that is judged is exact', () => {
  fc.assert(
    fc.property(largeCases, (each) => {
      for (const judged of judgedIn(each)) {
        const truth = truthOf(each, judged.entry.decision.id);
        expect(saidOf(judged, each)).toEqual(expectedOf(truth, judged));
      }
    }),
    { numRuns: Math.ceil(numRuns / 5) },
  );
});

function saidOf(judged: Judged, { spec }: Case) {
  const { entry, applicability, status, picks, dependsOn, isBounded } = judged;
  const idsOf = (indexes: readonly number[]) => indexes.map((index) => spec.questions[index]?.id);
  return {
    id: entry.decision.id,
    applies: applicability.applies,
    appliesDependsOn: idsOf(applicability.dependsOn),
    applying: applicability.share,
    status,
    winners: status === 'open' ? [] : namesOf(picks, entry.alternatives).toSorted(),
    dependsOn: idsOf(dependsOn),
    isBounded: isBounded || applicability.isBounded,
    outcomes: outcomesIn(judged),
  };
}

function expectedOf(truth: ReachableTruth, { entry }: Judged) {
  const { applies, appliesDependsOn, status, winners, dependsOn, completions } = truth;
  const isCounted = status === 'open' && !entry.decision.several;
  const part = (count: number) => expect.closeTo(count / completions, 9);
  const parts = [...truth.outcomes].map(([outcome, count]) => [outcome, part(count)]);
  return {
    ...{ id: entry.decision.id, applies, appliesDependsOn, status, winners, dependsOn },
    applying: part(truth.applying),
    isBounded: false,
    outcomes: isCounted ? Object.fromEntries(parts) : undefined,
  };
}

/** The parts of the completions that come to each outcome of an open decision with one pick. */
function outcomesIn({ entry, tables: [only] }: Judged) {
  if (entry.decision.several || only?.diagram === undefined) return undefined;
  const parts = [...distributionOf(only.diagram)].map(([picks, part]) => {
    return [namesOf(picks, entry.alternatives).toSorted().join(' '), part] as const;
  });
  return Object.fromEntries(parts);
}

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
  expect(decision).toMatchObject({ status: 'open', dependsOn: ids });
  expect(decision).not.toHaveProperty('dependsOnBounded');
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
  expect(decision).toMatchObject({ status: 'open', dependsOn: ids });
  expect(decision).not.toHaveProperty('dependsOnBounded');
});

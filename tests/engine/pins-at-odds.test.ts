import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinsAtOdds } from '../../src/engine/advice/conflicts.ts';
import { knowledgeIn, pinnedCases, situationIn } from '../support/engine-arbitraries.ts';
import { completionsOf } from '../support/engine-brute-force.ts';
import { knowledgeOf, pinsOf } from '../support/engine-builders.ts';
import { decisionIn } from '../support/engine-runs.ts';
import { isApplicable } from '../support/engine-worlds.ts';
import { numRuns } from '../support/runs.ts';

test('what is found keeps the decision from applying under every completion, and both are pins', () => {
  let found = 0;
  fc.assert(
    fc.property(pinnedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { pins } = situationIn(each);
      const odd = pinsAtOdds(knowledge, pins);
      if (odd === undefined) return;
      found += 1;
      expect([pins.has(odd.decision), pins.has(odd.by)]).toEqual([true, true]);
      const others = new Map([...pins].filter(([id]) => id !== odd.decision));
      const { worlds } = completionsOf(knowledge, { answers: new Map(), pins: others });
      const decision = decisionIn(knowledge, odd.decision);
      expect(worlds.filter((world) => isApplicable(world, decision))).toEqual([]);
    }),
    { numRuns },
  );
  expect(found).toBeGreaterThan(numRuns / 100);
});

/** `grand` depends on `child`, which depends on `parent`; `child` and `free` may also apply by an answer. */
const knowledge = knowledgeOf({
  qualities: {},
  questions: [{ id: 'q', choices: { yes: {}, no: {} } }],
  patterns: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => ({ id })),
  decisions: [
    { id: 'parent', alternatives: ['a', 'b'], driving: [] },
    { id: 'child', alternatives: ['c', 'd'], driving: [], appliesWhen: ['parent: a & q: yes'] },
    { id: 'grand', alternatives: ['e', 'f'], driving: [], appliesWhen: ['child: c'] },
    { id: 'free', alternatives: ['g', 'h'], driving: [], appliesWhen: ['parent: a', 'q: yes'] },
  ],
});

test.each([
  ['its condition wants another pick', { parent: ['b'], child: ['c'] }, 'child', 'parent'],
  ['a pick that cannot be, between them', { parent: ['b'], grand: ['e'] }, 'grand', 'parent'],
  ['the nearest pin', { parent: ['a'], child: ['d'], grand: ['e'] }, 'grand', 'child'],
])('is found where %s', (...row) => {
  const [, pins, decision, by] = row;
  expect(pinsAtOdds(knowledge, pinsOf(pins))).toMatchObject({ decision, by });
});

test.each([
  ['the pick is the one wanted', { parent: ['a'], child: ['c'], grand: ['e'] }],
  ['an answer can make it apply', { parent: ['b'], free: ['g'] }],
  ['nothing is pinned above it', { child: ['c'], free: ['h'] }],
  ['the pin above is a pick, though it would not apply', { child: ['c'], grand: ['e'] }],
])('is not found where %s', (_what, pins) => {
  expect(pinsAtOdds(knowledge, pinsOf(pins))).toBeUndefined();
});

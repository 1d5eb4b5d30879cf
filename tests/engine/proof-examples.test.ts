import { expect, test } from 'vitest';
import { verdictsOn } from '../../src/engine/advice/verdicts.ts';
import { type Case, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import type { KnowledgeSpec } from '../support/engine-builders.ts';
import { adviceOn } from '../support/engine-runs.ts';

const YES_NO = { x: {}, y: {} };

function questions(...ids: readonly string[]) {
  return ids.map((id) => ({ id, choices: YES_NO }));
}

function caseOf(spec: KnowledgeSpec): Case {
  return { spec, answers: {}, pins: {} };
}

function verdictOn(each: Case, decision: string) {
  const { answers, pins } = situationIn(each);
  return verdictsOn(knowledgeIn(each))(answers, pins).find(({ id }) => id === decision);
}

function adviceIn(each: Case, decision: string) {
  return adviceOn(each).find(({ id }) => id === decision);
}

test('a condition that all answers fulfil never fails', () => {
  const each = caseOf({
    qualities: {},
    questions: questions('q', 'r', 'z'),
    patterns: [
      { id: 'a', ruledOutWhen: ['q: x'] },
      { id: 'b', ruledOutWhen: ['q: y'] },
      { id: 'p' },
      { id: 's', useWhen: ['z: x'] },
    ],
    decisions: [
      { id: 'd', alternatives: ['a', 'b'], driving: [] },
      { id: 'e', alternatives: ['p', 's'], driving: [], appliesWhen: ['d: a | b & r: x | y'] },
    ],
  });
  const expected = { status: 'open', applies: 'yes', dependsOn: ['z'] };
  expect(adviceIn(each, 'e')).toMatchObject(expected);
  expect(verdictOn(each, 'e')).toMatchObject(expected);
});

test('a decision that waits for a pick which its parent never has while it applies does not apply', () => {
  const each = caseOf({
    qualities: {},
    questions: questions('q'),
    patterns: [
      { id: 'a', useWhen: ['q: x'] },
      { id: 'b', useWhen: ['q: y'] },
      { id: 'p' },
      { id: 's' },
    ],
    decisions: [
      { id: 'd', alternatives: ['a', 'b'], driving: [], appliesWhen: ['q: x'] },
      { id: 'e', alternatives: ['p', 's'], driving: [], appliesWhen: ['d: b'] },
    ],
  });
  expect(adviceIn(each, 'e')?.status).toBe('not-applicable');
  expect(verdictOn(each, 'e')?.status).toBe('not-applicable');
});

test('a proof over many joined conditions is found, though no condition shows it by itself', () => {
  const pairs = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [`${name}0`, `${name}1`] as const);
  const both = pairs.flatMap(([one, two]) =>
    ['x', 'y'].flatMap((first) =>
      ['x', 'y'].map((second) => `${one}: ${first} & ${two}: ${second}`),
    ),
  );
  const each = caseOf({
    qualities: { ease: 13 },
    questions: questions(...pairs.flat()),
    patterns: [
      { id: 'sure', useWhen: both },
      { id: 'easy', rates: { ease: [2] } },
    ],
    decisions: [{ id: 'd', alternatives: ['sure', 'easy'], driving: ['ease'] }],
  });
  expect(adviceIn(each, 'd')).toMatchObject({ status: 'settled', recommended: ['sure'] });
  expect(verdictOn(each, 'd')).toMatchObject({ status: 'settled', recommended: ['sure'] });
});

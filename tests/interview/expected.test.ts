import { describe, expect, test } from 'vitest';
import { outlookOf } from '../../src/engine/advice/outlook.ts';
import { expectedQuestions, isLittleLeft } from '../../src/interview/expected.ts';
import type { Outlook } from '../../src/model/outlook.ts';
import { knowledgeOf } from '../support/engine-builders.ts';

/** One decision, with the gains of its open questions. */
function outlookWith(gains: Readonly<Record<string, number>>, chance = 500): Outlook {
  const questions = Object.entries(gains).map(([question, gain]) => ({
    ...{ question, gain },
    decisions: ['copies'],
  }));
  const decision = { id: 'copies', status: 'open', recommended: ['one'], dependsOn: [] } as const;
  return { decisions: [{ ...decision, applies: 'yes', chance }], questions };
}

describe('what is left to ask', () => {
  test('is little where all gains together are small', () => {
    expect(isLittleLeft(outlookWith({ a: 0.02, b: 0.02 }), ['a', 'b'])).toBe(true);
    expect(isLittleLeft(outlookWith({ a: 0.03, b: 0.02 }), ['a', 'b'])).toBe(false);
  });

  test('does not count what was asked already', () => {
    expect(isLittleLeft(outlookWith({ a: 0.5, b: 0.01 }), ['b'])).toBe(true);
  });

  test('is not little but nothing where no question is left', () => {
    expect(isLittleLeft(outlookWith({ a: 0.5 }), [])).toBe(false);
  });

  test('takes no more questions than promise something, at least one, and all where proofs are wanted', () => {
    const outlook = outlookWith({ a: 0.5, b: 0.3, c: 0.01, d: 0.01 }, 10);
    const left = ['a', 'b', 'c', 'd'];
    const topic = { decisions: ['copies'], order: 'adaptive' } as const;
    expect(expectedQuestions(outlook, { ...topic, enough: 950 }, left)).toBe(2);
    expect(expectedQuestions(outlook, topic, left)).toBe(4);
    expect(expectedQuestions(outlookWith({ a: 0.01 }), { ...topic, enough: 950 }, ['a'])).toBe(1);
  });
});

test('a question that was asked in vain leaves less doubt than one that is still to be asked', () => {
  const knowledge = knowledgeOf({
    qualities: { speed: 0, ease: 1 },
    questions: [
      { id: 'load', choices: { low: {}, high: { speed: 4 } } },
      { id: 'care', choices: { none: {}, much: { speed: 4 } } },
    ],
    patterns: [
      { id: 'one', rates: { ease: [1] } },
      { id: 'many', rates: { speed: [1] } },
    ],
    decisions: [{ id: 'copies', alternatives: ['one', 'many'], driving: ['speed', 'ease'] }],
  });
  const chanceWith = (unknown: readonly string[]) => {
    const asked = { answers: new Map(), pins: new Map(), unknown, decisions: [] };
    return outlookOf(knowledge, asked).decisions[0]?.chance ?? 0;
  };
  expect(chanceWith(['load'])).toBeGreaterThan(chanceWith([]));
  expect(chanceWith(['load', 'care'])).toBeGreaterThan(chanceWith(['load']));
});

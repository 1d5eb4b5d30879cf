import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import type { Advice } from '../../src/model/advice.ts';
import { answersOf, knowledgeOf } from '../support/engine-builders.ts';

/** The example of docs/model.md, as far as it takes to settle `cache` by what is implied. */
const knowledge = knowledgeOf({
  qualities: { simplicity: 3, speed: 0 },
  questions: [
    { id: 'load', choices: { low: { speed: 1 }, high: { speed: 4 } } },
    { id: 'instances', choices: { one: {}, many: {} } },
    { id: 'visitors', choices: { few: {}, many: {} } },
  ],
  patterns: [
    { id: 'none', rates: { simplicity: [2], speed: [-1] } },
    { id: 'local', rates: { simplicity: [1], speed: [1] } },
  ],
  decisions: [{ id: 'cache', alternatives: ['none', 'local'], driving: ['simplicity', 'speed'] }],
  implications: [
    { when: 'instances: one', leaves: 'load: low' },
    { when: 'visitors: many', leaves: 'load: high' },
  ],
});

function adviceOn(answers: Readonly<Record<string, string>>): Advice {
  return advise(knowledge, { answers: answersOf(answers), pins: new Map(), decisions: [] });
}

describe('an answer that implies another one', () => {
  test('settles what the implied one would settle, and both are reported', () => {
    const { decisions, implied, unanswered } = adviceOn({ instances: 'one' });
    expect(decisions).toMatchObject([{ recommended: ['none'], status: 'settled' }]);
    expect(implied).toMatchObject([
      { question: 'load', choices: ['low'], because: [{ condition: 'instances: one' }] },
    ]);
    expect(unanswered).toEqual(['visitors']);
  });

  test('implies nothing while it is open', () => {
    expect(adviceOn({}).decisions).toMatchObject([{ status: 'open' }]);
    expect(adviceOn({}).implied ?? []).toEqual([]);
  });

  test('is a narrow reason for a pick that another answer to it changes', () => {
    expect(adviceOn({ visitors: 'many' }).decisions).toMatchObject([
      { recommended: ['local'], status: 'settled', firm: false },
    ]);
  });

  test('leaves an answer that was given as it is, and contradicts it', () => {
    const { decisions, implied, contradictions } = adviceOn({ instances: 'one', load: 'high' });
    expect(decisions).toMatchObject([{ recommended: ['local'], status: 'settled' }]);
    expect(implied ?? []).toEqual([]);
    expect(contradictions).toMatchObject([
      { condition: 'instances: one & load: high', questions: ['instances', 'load'] },
    ]);
  });

  test('counts for nothing where an earlier implication leaves nothing of it', () => {
    const { decisions, contradictions } = adviceOn({ instances: 'one', visitors: 'many' });
    expect(decisions).toMatchObject([{ recommended: ['none'], status: 'settled' }]);
    expect(contradictions).toMatchObject([
      { condition: 'visitors: many & instances: one', questions: ['visitors', 'instances'] },
    ]);
  });
});

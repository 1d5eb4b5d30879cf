import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf } from '../support/engine-builders.ts';
import { adviceOn, ranked } from '../support/engine-examples.ts';

describe('an unanswered question', () => {
  const spec: KnowledgeSpec = {
    qualities: { consistency: 0, simplicity: 1 },
    questions: [
      {
        id: 'staleness',
        choices: { never: { consistency: 5 }, seconds: { consistency: 2 } },
      },
      { id: 'teams', choices: { one: {}, many: {} } },
    ],
    patterns: [
      { id: 'sql', rates: { consistency: [2] } },
      { id: 'nosql', rates: { simplicity: [1] }, useWhen: ['teams: many'] },
    ],
    decisions: [
      { id: 'database', alternatives: ['sql', 'nosql'], driving: ['consistency', 'simplicity'] },
    ],
  };

  test('counts with what every answer to it gives, and no more', () => {
    const [decision] = adviceOn(spec, { teams: 'one' });
    expect(ranked(decision, 'sql').contributions).toMatchObject([
      { kind: 'certain', points: 4, because: [{ question: 'staleness' }] },
    ]);
    expect(decision).toMatchObject({ status: 'settled', recommended: ['sql'], dependsOn: [] });
  });

  test('counts for nothing where one of the answers gives nothing', () => {
    const [decision] = adviceOn(spec, { staleness: 'never' });
    expect(ranked(decision, 'nosql').score).toBe(1);
  });

  test('leaves the pick open as long as it can change it', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({
      status: 'open',
      recommended: ['sql'],
      dependsOn: ['staleness', 'teams'],
    });
  });

  test('is listed apart from the answers', () => {
    const knowledge = knowledgeOf(spec);
    const request = { answers: answersOf({ teams: 'one' }), pins: new Map(), decisions: [] };
    expect(advise(knowledge, request)).toMatchObject({
      answers: { teams: 'one' },
      unanswered: ['staleness'],
    });
  });

  test('is named with the answers that weigh, once it is answered', () => {
    const [decision] = adviceOn(spec, { staleness: 'never', teams: 'many' });
    expect(ranked(decision, 'sql').contributions).toMatchObject([
      {
        ...{ kind: 'quality', quality: 'consistency', weight: 5 },
        because: [{ question: 'staleness', choice: 'never' }],
      },
    ]);
    expect(ranked(decision, 'nosql').contributions).toMatchObject([
      { kind: 'quality', quality: 'simplicity', because: ['base'] },
      { kind: 'evidence', points: 5, because: [{ question: 'teams', choice: 'many' }] },
    ]);
  });
});

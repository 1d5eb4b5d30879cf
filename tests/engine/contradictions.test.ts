import { describe, expect, test } from 'vitest';
import { contradictionsIn, notCoveredIn } from '../../src/engine/advice/contradictions.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { answersOf, conditionOf, knowledgeOf, placeAt } from '../support/engine-builders.ts';

const plain = knowledgeOf({
  qualities: {},
  questions: [
    { id: 'staleness', choices: { never: {}, seconds: {} } },
    { id: 'partition', choices: { refuse: {}, accept: {} } },
    { id: 'past', several: true, choices: { states: {}, erasure: {} } },
  ],
  patterns: [],
  decisions: [],
});

const knowledge: KnowledgeBase = {
  ...plain,
  contradictions: [
    {
      condition: conditionOf('staleness: never & partition: accept'),
      because: 'sites that go on alone differ',
      instead: 'choose one of them',
      place: placeAt(7, 'questions.yaml'),
    },
    {
      condition: conditionOf('past: states & past: erasure'),
      because: 'what is never forgotten cannot be erased',
      instead: 'keep them apart',
      place: placeAt(12, 'questions.yaml'),
    },
  ],
  notCovered: [
    {
      condition: conditionOf('past: states | erasure & staleness: seconds'),
      what: 'Stores that forget by themselves',
      instead: 'look at what such a store keeps',
      place: placeAt(20, 'questions.yaml'),
    },
  ],
};

describe('answers that contradict each other', () => {
  test('are reported with reason, way out and place', () => {
    const answers = answersOf({ staleness: 'never', partition: 'accept' });
    expect(contradictionsIn(knowledge, answers)).toEqual([
      {
        condition: 'staleness: never & partition: accept',
        questions: ['staleness', 'partition'],
        answers: { staleness: ['never'], partition: ['accept'] },
        because: 'sites that go on alone differ',
        instead: 'choose one of them',
        file: 'questions.yaml',
        line: 7,
      },
    ]);
  });

  test('may be two choices of one question', () => {
    const answers = answersOf({ past: ['states', 'erasure'] });
    expect(contradictionsIn(knowledge, answers)).toMatchObject([{ questions: ['past'] }]);
  });

  test('are none while one of them is open or otherwise answered', () => {
    expect(contradictionsIn(knowledge, answersOf({ staleness: 'never' }))).toEqual([]);
    expect(
      contradictionsIn(knowledge, answersOf({ staleness: 'seconds', partition: 'accept' })),
    ).toEqual([]);
    expect(contradictionsIn(knowledge, answersOf({ past: ['states'] }))).toEqual([]);
  });
});

describe('limits of the knowledge', () => {
  test('are reported with the answers that go beyond them, and with nothing else that was answered', () => {
    const answers = answersOf({ past: ['erasure'], staleness: 'seconds', partition: 'accept' });
    expect(notCoveredIn(knowledge, answers)).toEqual([
      {
        condition: 'past: states | erasure & staleness: seconds',
        questions: ['past', 'staleness'],
        answers: { past: ['erasure'], staleness: ['seconds'] },
        what: 'Stores that forget by themselves',
        instead: 'look at what such a store keeps',
        file: 'questions.yaml',
        line: 20,
      },
    ]);
  });

  test('name each answer of several that meets the condition', () => {
    const answers = answersOf({ past: ['states', 'erasure'], staleness: 'seconds' });
    expect(notCoveredIn(knowledge, answers)).toMatchObject([
      { answers: { past: ['states', 'erasure'] } },
    ]);
  });

  test('are none while one of the answers is open or another one', () => {
    expect(notCoveredIn(knowledge, answersOf({ past: ['states'] }))).toEqual([]);
    expect(notCoveredIn(knowledge, answersOf({ past: ['states'], staleness: 'never' }))).toEqual(
      [],
    );
  });
});

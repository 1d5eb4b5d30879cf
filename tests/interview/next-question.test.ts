import { expect, test } from 'vitest';
import { nextQuestion } from '../../src/interview/next-question.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Question } from '../../src/model/question.ts';
import { knowledgeOf, placeAt } from '../support/engine-builders.ts';

const IDS = ['size', 'teams', 'parts', 'commit', 'reads'];

/** Questions of which `change` may say more; those from `parts` on stand in a group of their own. */
function knowledgeWith(change: Readonly<Record<string, Partial<Question>>> = {}): KnowledgeBase {
  const built = knowledgeOf({
    qualities: {},
    questions: IDS.map((id) => ({ id, choices: { few: {}, many: {} } })),
    patterns: [],
    decisions: [],
  });
  const questions = [...built.questions.values()].map((question, index) => ({
    ...question,
    group: index < 2 ? 'people' : 'technology',
    ...change[question.id],
  }));
  return {
    ...built,
    groups: [
      { id: 'people', name: 'People' },
      { id: 'technology', name: 'Technology' },
    ],
    questions: new Map(questions.map((question) => [question.id, question])),
  };
}

interface So {
  /** By question its gain, the largest first. */
  readonly gains: Readonly<Record<string, number>>;
  readonly answers?: Readonly<Record<string, string>>;
  readonly order?: 'adaptive' | 'file';
}

function nextIn(knowledge: KnowledgeBase, { gains, answers = {}, order = 'adaptive' }: So) {
  const given = Object.entries(answers).map(([id, choice]) => [id, { choices: [choice] }] as const);
  const sheet: AnswerSheet = { answers: new Map(given), pins: new Map(), notes: new Map() };
  const questions = Object.entries(gains).map(([question, gain]) => ({
    ...{ question, gain, decisions: ['any'] },
  }));
  return nextQuestion(knowledge, {
    ...{ topic: { decisions: [], order }, sheet, asked: Object.keys(answers) },
    outlook: { decisions: [], questions },
  });
}

test('the most telling question comes first', () => {
  expect(nextIn(knowledgeWith(), { gains: { reads: 3, size: 2, teams: 1 } })).toBe('reads');
});

test('an interview opens with what everybody knows, as far as it matters', () => {
  const knowledge = knowledgeWith({ teams: { opening: 1 }, size: { opening: 2 } });
  expect(nextIn(knowledge, { gains: { reads: 3, size: 2, teams: 1 } })).toBe('teams');
  expect(nextIn(knowledge, { gains: { reads: 3, size: 2 } })).toBe('size');
});

test('it stays on a topic while that tells nearly as much', () => {
  const answers = { size: 'few' };
  expect(nextIn(knowledgeWith(), { gains: { reads: 3, teams: 2 }, answers })).toBe('teams');
  expect(nextIn(knowledgeWith(), { gains: { reads: 3, teams: 1 }, answers })).toBe('reads');
});

test('what presupposes an answer waits for it, and comes last without it', () => {
  const terms = [{ subject: 'parts', choices: ['many'], place: placeAt(1) }];
  const askedWhen = [{ terms, text: 'parts: many', place: placeAt(1) }];
  const knowledge = knowledgeWith({ commit: { askedWhen } });
  const gains = { commit: 9, reads: 1 };
  expect(nextIn(knowledge, { gains, answers: { parts: 'many' } })).toBe('commit');
  expect(nextIn(knowledge, { gains, answers: { parts: 'few' } })).toBe('reads');
  expect(nextIn(knowledge, { gains })).toBe('reads');
  expect(nextIn(knowledge, { gains: { commit: 9 }, answers: { parts: 'few' } })).toBe('commit');
});

test('in the order of the document nothing else counts', () => {
  const knowledge = knowledgeWith({ reads: { opening: 1 } });
  expect(nextIn(knowledge, { gains: { reads: 3, size: 2 }, order: 'file' })).toBe('size');
  expect(nextIn(knowledge, { gains: {} })).toBeUndefined();
});

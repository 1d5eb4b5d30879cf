import { expect, test } from 'vitest';
import { startInterview } from '../../src/interview/interview.ts';
import { openSession, pressed } from '../../src/interview/session.ts';
import type { Intent, Session } from '../../src/model/interview.ts';
import { knowledgeOf } from '../support/engine-builders.ts';

const LETTERS = [...'abcdefghijk'];
const knowledge = knowledgeOf({
  qualities: { speed: 1, ease: 1 },
  questions: [
    {
      id: 'kind',
      choices: Object.fromEntries(
        LETTERS.map((id, place) => [id, place === 0 ? { ease: 4 } : { speed: 4 }]),
      ),
    },
  ],
  patterns: [
    { id: 'single', rates: { ease: [1] } },
    { id: 'many', rates: { speed: [1] } },
  ],
  decisions: [{ id: 'copies', alternatives: ['single', 'many'], driving: ['speed', 'ease'] }],
});

function cursorAfter(...intents: readonly Intent[]): { cursor: number; objection?: string } {
  const topic = { decisions: [], order: 'adaptive' } as const;
  const sheet = { system: 'Shop', answers: new Map(), pins: new Map(), notes: new Map() };
  const opened = openSession(startInterview(knowledge, { topic, sheet }), knowledge);
  const { screen } = intents.reduce<Session>((at, each) => pressed(at, each, knowledge), opened);
  if (screen.kind !== 'question') throw new Error(`There is a ${screen.kind}`);
  const { cursor, objection } = screen;
  return { cursor, ...(objection !== undefined && { objection }) };
}

function digits(text: string): Intent[] {
  return [...text].map((digit) => ({ kind: 'point', line: Number(digit) - 1 }));
}

test('two digits make one number where there are so many lines', () => {
  expect(cursorAfter(...digits('1'))).toEqual({ cursor: 0 });
  expect(cursorAfter(...digits('10'))).toEqual({ cursor: 9 });
  expect(cursorAfter(...digits('12'))).toEqual({ cursor: 11 });
});

test('a digit that would make too large a number begins a new one', () => {
  expect(cursorAfter(...digits('13'))).toEqual({ cursor: 2 });
  expect(cursorAfter(...digits('121'))).toEqual({ cursor: 0 });
  expect(cursorAfter(...digits('2'), ...digits('1'))).toEqual({ cursor: 0 });
});

test('any other key ends a number', () => {
  expect(cursorAfter(...digits('1'), { kind: 'down' }, ...digits('1'))).toEqual({ cursor: 0 });
});

test('a zero alone is no line', () => {
  expect(cursorAfter(...digits('0'))).toEqual({
    cursor: 0,
    objection: 'enter a number from 1 to 12',
  });
});

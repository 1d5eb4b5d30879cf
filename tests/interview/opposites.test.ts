import { describe, expect, test } from 'vitest';
import { startInterview } from '../../src/interview/interview.ts';
import { openSession, pressed } from '../../src/interview/session.ts';
import type { Intent, QuestionScreen, Session } from '../../src/model/interview.ts';
import { knowledgeOf } from '../support/engine-builders.ts';

const knowledge = knowledgeOf({
  qualities: { speed: 1, ease: 1 },
  questions: [
    {
      id: 'geo',
      several: true,
      choices: { region: { ease: 2 }, reads: { speed: 3 }, writes: { speed: 4 }, residency: {} },
      opposites: [
        ['region', 'reads'],
        ['region', 'writes'],
      ],
    },
  ],
  patterns: [
    { id: 'single', rates: { ease: [1] } },
    { id: 'many', rates: { speed: [1] } },
  ],
  decisions: [{ id: 'copies', alternatives: ['single', 'many'], driving: ['speed', 'ease'] }],
});

const REGION = 0;
const READS = 1;
const WRITES = 2;
const RESIDENCY = 3;
const NOTHING = 4;

function opened(): Session {
  const topic = { decisions: [], order: 'adaptive' } as const;
  const sheet = { system: 'Shop', answers: new Map(), pins: new Map(), notes: new Map() };
  return openSession(startInterview(knowledge, { topic, sheet }), knowledge);
}

function screenOf({ screen }: Session): QuestionScreen {
  if (screen.kind !== 'question')
    throw new Error(`There is a ${screen.kind} instead of a question`);
  return screen;
}

/** Points at lines and presses the space bar on each. */
function picking(session: Session, lines: readonly number[]): Session {
  const intents = lines.flatMap((line): Intent[] => [{ kind: 'point', line }, { kind: 'toggle' }]);
  return intents.reduce((each, intent) => pressed(each, intent, knowledge), session);
}

describe('picking one of two opposites', () => {
  test('clears the other and says so, whichever is picked first', () => {
    const after = screenOf(picking(opened(), [READS, REGION]));
    expect(after.ticked).toEqual(['region']);
    expect(after.notice).toBe('this clears "reads"');
    expect(screenOf(picking(opened(), [REGION, READS])).ticked).toEqual(['reads']);
  });

  test('clears all its opposites, and keeps what goes with it', () => {
    const after = screenOf(picking(opened(), [READS, WRITES, RESIDENCY, REGION]));
    expect(after.ticked).toEqual(['region', 'residency']);
    expect(after.notice).toBe('this clears "reads", "writes"');
  });

  test('holds for a choice that stands alone', () => {
    const none = picking(opened(), [READS, RESIDENCY, NOTHING]);
    expect(screenOf(none).ticked).toEqual(['none']);
    const again = screenOf(picking(none, [WRITES]));
    expect(again.ticked).toEqual(['writes']);
    expect(again.notice).toBe('this clears "none"');
  });

  test('leads to an answer', () => {
    const done = pressed(picking(opened(), [READS, REGION]), { kind: 'enter' }, knowledge);
    expect(done.interview.sheet.answers.get('geo')).toEqual({ choices: ['region'] });
  });

  test('says nothing where nothing is cleared, nor after the next key', () => {
    expect(screenOf(picking(opened(), [READS, RESIDENCY])).notice).toBeUndefined();
    const cleared = picking(opened(), [READS, REGION]);
    expect(screenOf(pressed(cleared, { kind: 'down' }, knowledge)).notice).toBeUndefined();
  });
});

test('opposites that are typed at once are refused with both names', () => {
  const both = pressed(opened(), { kind: 'choose', lines: [READS, REGION] }, knowledge);
  expect(screenOf(both).objection).toBe('"region" and "reads" exclude each other');
  expect(both.interview.sheet.answers.has('geo')).toBe(false);
});

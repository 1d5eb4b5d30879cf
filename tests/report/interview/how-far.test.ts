import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Session } from '../../../src/model/interview.ts';
import { howFar } from '../../../src/report/interview/how-far.ts';
import { smallKnowledge } from '../../support/loaded-knowledge.ts';
import { numRuns } from '../../support/runs.ts';
import { having, intentsWith, NOTHING_KNOWN, opened } from './sessions.ts';

test('the question at hand is never beyond those expected, whatever is pressed', async () => {
  const small = await smallKnowledge();
  fc.assert(
    fc.property(intentsWith(fc.constant('x'), 20), (intents) => {
      const { interview } = having(opened(small), intents, small);
      const { number, total, decided, decisions } = howFar(interview);
      expect(number).toBeGreaterThanOrEqual(1);
      expect(total).toBeGreaterThanOrEqual(number);
      expect(decided).toBeLessThanOrEqual(decisions);
    }),
    { numRuns },
  );
});

test('an answer to a new question moves on by one, and leaves the rest as expected', async () => {
  const small = await smallKnowledge();
  let session = opened(small);
  while (session.interview.at.kind === 'question') {
    const { asked, expected } = session.interview;
    expect(howFar(session.interview)).toMatchObject({
      number: asked.length + 1,
      total: asked.length + expected,
    });
    session = having(session, [{ kind: 'unknown' }], small);
  }
});

test('going back keeps the number of a question and how many are expected', async () => {
  const small = await smallKnowledge();
  const on = having(opened(small), [{ kind: 'unknown' }, { kind: 'unknown' }], small);
  const back = having(on, [{ kind: 'back' }, { kind: 'back' }], small);
  expect(howFar(back.interview)).toEqual({ ...howFar(on.interview), number: 1 });
});

test('what is looked at again is counted once', async () => {
  const small = await smallKnowledge();
  const answers = new Map(['loss', 'traffic'].map((id) => [id, null] as const));
  const start = { sheet: { ...NOTHING_KNOWN, answers }, toReview: [...answers.keys()] };
  const first: Session = opened(small, start);
  const { expected } = first.interview;
  expect(howFar(first.interview)).toMatchObject({ number: 1, total: expected });
  const resumed = opened(small, { ...start, asked: ['loss', 'traffic'] });
  expect(howFar(resumed.interview)).toMatchObject({ total: expected });
});

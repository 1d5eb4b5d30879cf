import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Intent, Session } from '../../../src/model/interview.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import { howFar } from '../../../src/report/interview/how-far.ts';
import { knowledgeIn, pinnedCases, situationIn } from '../../support/engine-arbitraries.ts';
import { builtInKnowledge } from '../../support/loaded-knowledge.ts';
import { numRuns } from '../../support/runs.ts';
import { halfKnown, having, NOTHING_KNOWN, opened } from './sessions.ts';

const BUILT_IN_RUNS = Math.ceil(numRuns / 100);

const dice = fc.array(fc.nat(1_000), { minLength: 60, maxLength: 60 });

/** The next answer: one of the choices, or that it is not known. */
function next(session: Session, die: number, knowledge: KnowledgeBase): Session {
  const { at } = session.interview;
  const question = at.kind === 'question' ? knowledge.questions.get(at.question) : undefined;
  const intent: Intent = {
    kind: 'choose',
    lines: [die % ((question?.choices.length ?? 0) + 1)],
  };
  return having(session, [intent], knowledge);
}

/** With each answer the number falls by one at least, so that as many more as it says are asked at most. */
function expectAtMost(start: Session, rolls: readonly number[], knowledge: KnowledgeBase): void {
  let session = start;
  for (const die of rolls) {
    if (session.interview.at.kind === 'end') return;
    const { more, ifKept } = howFar(session.interview);
    expect(ifKept).toBe(false);
    expect(more).toBeGreaterThanOrEqual(0);
    session = next(session, die, knowledge);
    if (session.interview.at.kind === 'question')
      expect(howFar(session.interview).more).toBeLessThan(more);
  }
}

test('no more questions follow than it says, whatever the knowledge and the answers', () => {
  fc.assert(
    fc.property(pinnedCases, dice, (each, rolls) => {
      const knowledge = knowledgeIn(each);
      const sheet = { ...NOTHING_KNOWN, ...situationIn(each) };
      expectAtMost(opened(knowledge, { sheet }), rolls, knowledge);
    }),
    { numRuns },
  );
});

test('nor in an interview on what comes along', async () => {
  const builtIn = await builtInKnowledge();
  fc.assert(
    fc.property(dice, fc.nat(), (rolls, seed) =>
      expectAtMost(opened(builtIn, { sheet: halfKnown(builtIn, seed) }), rolls, builtIn),
    ),
    { numRuns: BUILT_IN_RUNS },
  );
});

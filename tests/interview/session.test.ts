import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startInterview } from '../../src/interview/interview.ts';
import { openSession, pressed } from '../../src/interview/session.ts';
import type { Intent, Press, Session } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { legalSets } from '../support/engine-legal-sets.ts';
import { smallKnowledge } from '../support/loaded-knowledge.ts';
import { numRuns } from '../support/runs.ts';

const kinds = [
  ...(['up', 'down', 'toggle', 'enter', 'enter', 'enter', 'escape'] as const),
  ...(['why', 'unknown', 'back', 'edit', 'note', 'status'] as const),
];

const intents = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...kinds).map((kind): Intent => ({ kind })) },
  fc.integer({ min: -2, max: 9 }).map((line): Intent => ({ kind: 'point', line })),
  fc
    .array(fc.integer({ min: -1, max: 5 }), { maxLength: 3 })
    .map((lines): Intent => ({ kind: 'choose', lines })),
  fc.string({ unit: 'binary', maxLength: 6 }).map((text): Intent => ({ kind: 'type', text })),
);

const some = fc.array(intents, { minLength: 1, maxLength: 30 });

function opened(knowledge: KnowledgeBase): Session {
  const topic = { decisions: [], order: 'adaptive' } as const;
  const sheet = { answers: new Map(), pins: new Map(), notes: new Map() };
  return openSession(startInterview(knowledge, { topic, sheet }), knowledge);
}

function statesAfter(knowledge: KnowledgeBase, keys: readonly Intent[]): Session[] {
  const states = [opened(knowledge)];
  for (const key of keys) {
    const last = states.at(-1);
    if (last) states.push(pressed(last, key, knowledge));
  }
  return states;
}

/** One key after the other, by name. */
function after(knowledge: KnowledgeBase, session: Session, keys: readonly Press[]): Session {
  return keys.reduce((state, kind) => pressed(state, { kind }, knowledge), session);
}

/** Answers that their question does not allow. */
function illegalIn({ interview }: Session, { questions }: KnowledgeBase): string[] {
  return [...interview.sheet.answers].flatMap(([id, answer]) => {
    const question = questions.get(id);
    const legal = (question ? legalSets(question) : []).map((set) => set.join());
    return answer === null || legal.includes(answer.choices.join()) ? [] : [id];
  });
}

test('whatever is pressed, no answer is ever lost, and each is one that the question allows', async () => {
  const knowledge = await smallKnowledge();
  fc.assert(
    fc.property(some, (keys) => {
      const states = statesAfter(knowledge, keys);
      for (const state of states) expect(illegalIn(state, knowledge)).toEqual([]);
      states.forEach(({ interview }, index) => {
        const before = [...(states[index - 1]?.interview.sheet.answers.keys() ?? [])];
        expect([...interview.sheet.answers.keys()]).toEqual(expect.arrayContaining(before));
      });
    }),
    { numRuns },
  );
});

test('whatever is pressed, the cursor stays on a line', async () => {
  const knowledge = await smallKnowledge();
  fc.assert(
    fc.property(some, (keys) => {
      for (const { interview, screen } of statesAfter(knowledge, keys)) {
        if (!('cursor' in screen)) continue;
        const { at, sheet, outlook } = interview;
        const id = at.kind === 'question' ? at.question : '';
        const lines = {
          question: (knowledge.questions.get(id)?.choices.length ?? 0) + 1,
          answers: sheet.answers.size,
          status: outlook.decisions.length,
        }[screen.kind];
        expect(screen.cursor).toBeGreaterThanOrEqual(0);
        expect(screen.cursor).toBeLessThan(Math.max(1, lines));
      }
    }),
    { numRuns },
  );
});

test('a question is found again as it was left for another screen', async () => {
  const knowledge = await smallKnowledge();
  let left = 0;
  fc.assert(
    fc.property(some, fc.constantFrom('edit', 'status', 'note'), (keys, beside) => {
      const last = statesAfter(knowledge, keys).at(-1);
      if (last?.screen.kind !== 'question') return;
      const there = after(knowledge, last, [beside]);
      if (there.screen.kind === 'question') return;
      left += 1;
      const { objection: _, notice: __, typed: ___, ...screen } = last.screen;
      expect(after(knowledge, there, ['escape'])).toEqual({ interview: last.interview, screen });
    }),
    { numRuns },
  );
  expect(left).toBeGreaterThan(numRuns / 10);
});

test('quitting ends it at any screen, with all that was answered; what has ended stays as it is', async () => {
  const knowledge = await smallKnowledge();
  fc.assert(
    fc.property(some, (keys) => {
      const last = statesAfter(knowledge, keys).at(-1);
      if (last === undefined) return;
      const { interview } = pressed(last, { kind: 'quit' }, knowledge);
      const { at } = last.interview;
      expect(interview.at).toEqual(at.kind === 'end' ? at : { kind: 'end', ending: 'left' });
      expect(interview.sheet).toBe(last.interview.sheet);
    }),
    { numRuns },
  );
});

test('back shows the answer that was given, and Enter keeps it', async () => {
  const knowledge = await smallKnowledge();
  const first = after(knowledge, opened(knowledge), ['escape', 'down', 'enter']);
  const back = after(knowledge, first, ['back']);
  expect(back.interview.at).toEqual({ kind: 'question', question: first.interview.asked[0] });
  expect(back.screen).toMatchObject({ kind: 'question', cursor: 1 });
  expect(after(knowledge, back, ['enter']).interview).toEqual(first.interview);
});

test('an earlier answer is chosen from the list and changed, and the later ones stay', async () => {
  const knowledge = await smallKnowledge();
  const two = after(knowledge, opened(knowledge), ['escape', 'enter', 'unknown', 'edit', 'up']);
  expect(two.screen).toMatchObject({ kind: 'answers', cursor: 0 });
  const [edited = '', later = ''] = two.interview.asked;
  const changed = after(knowledge, two, ['enter', 'down', 'enter']).interview;
  const ids = knowledge.questions.get(edited)?.choices.map(({ id }) => id);
  expect(changed.sheet.answers.get(edited)).toEqual({ choices: [ids?.[1]] });
  expect(changed.sheet.answers.get(later)).toBeNull();
  expect(changed.asked).toEqual([edited, later]);
});

test('a name and a note are taken without what commands a terminal', async () => {
  const knowledge = await smallKnowledge();
  const type = { kind: 'type', text: ' Sh\u001b[2Jop\u202e ' } as const;
  const named = after(knowledge, pressed(opened(knowledge), type, knowledge), ['enter', 'note']);
  expect(named.interview.sheet.system).toBe('Sh[2Jop');
  const noted = after(knowledge, pressed(named, type, knowledge), ['enter']);
  expect([...noted.interview.sheet.notes.values()]).toEqual(['Sh[2Jop']);
  expect(noted.screen.kind).toBe('question');
});

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import { outlookOf } from '../../src/engine/outlook/outlook.ts';
import { goTo } from '../../src/interview/interview.ts';
import { whyAsked } from '../../src/interview/why.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Interview } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { knownAnswers } from '../../src/model/known-answers.ts';
import type { WhyChange } from '../../src/model/why.ts';
import { knowledgeIn } from '../support/engine-arbitraries.ts';
import {
  type InterviewCase,
  interviewCases,
  lastOf,
  startOf,
  statesOf,
} from '../support/interview-cases.ts';

const RUNS = 2_000;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

/** One state of an interview, at a question asked now or before. */
function stateIn(each: InterviewCase, die: number): [KnowledgeBase, Interview] {
  const knowledge = knowledgeIn(each);
  const states = statesOf(knowledge, startOf(each, knowledge), each.dice);
  const state = states[die % states.length] ?? lastOf(states);
  const before = state.asked[die % Math.max(1, state.asked.length)];
  return [knowledge, state.at.kind === 'end' && before ? goTo(state, before) : state];
}

function adviceFor(knowledge: KnowledgeBase, { sheet, topic }: Interview, answers: Answers) {
  return advise(knowledge, { answers, pins: sheet.pins, decisions: topic.decisions }).decisions;
}

/** What `advise` says before and after: proved first, else in the order of the knowledge base. */
function changesByAdvice(
  knowledge: KnowledgeBase,
  interview: Interview,
  [id, choice]: readonly [string, string],
): WhyChange[] {
  const others = new Map([...knownAnswers(interview.sheet)].filter(([each]) => each !== id));
  const now = adviceFor(knowledge, interview, others);
  const then = adviceFor(knowledge, interview, new Map(others).set(id, { choices: [choice] }));
  const changes = now.flatMap(({ id: decision, status, recommended }, index) => {
    const after = then[index];
    const before = { status, recommended };
    const isSame = after?.status === status && after.recommended.join() === recommended.join();
    return after === undefined || isSame
      ? []
      : [{ decision, status: after.status, recommended: after.recommended, before }];
  });
  return [
    ...changes.filter(({ status }) => status !== 'open'),
    ...changes.filter(({ status }) => status === 'open'),
  ];
}

test('why a question is asked is what `advise` says with each choice as the answer', () => {
  fc.assert(
    fc.property(interviewCases, fc.nat(), (each, die) => {
      const [knowledge, interview] = stateIn(each, die);
      const { at } = interview;
      const why = whyAsked(knowledge, interview);
      expect(why === undefined).toBe(at.kind === 'end');
      if (at.kind === 'end') return;
      const choices = knowledge.questions.get(at.question)?.choices ?? [];
      expect(why?.choices.map(({ choice, changes }) => ({ choice, changes }))).toEqual(
        choices.map(({ id }) => ({
          choice: id,
          changes: changesByAdvice(knowledge, interview, [at.question, id]),
        })),
      );
    }),
    { numRuns: RUNS },
  );
});

test('the decisions that a question can move are the open ones asked for that depend on it', () => {
  fc.assert(
    fc.property(interviewCases, fc.nat(), (each, die) => {
      const [knowledge, interview] = stateIn(each, die);
      const { at, sheet } = interview;
      if (at.kind === 'end') return;
      const others = new Map([...knownAnswers(sheet)].filter(([id]) => id !== at.question));
      const advice = adviceFor(knowledge, interview, others);
      const open = advice.filter(({ status }) => status === 'open').map(({ id }) => id);
      const moved = advice
        .filter(({ dependsOn }) => dependsOn.includes(at.question))
        .map(({ id }) => id);
      const { decisions = [] } = whyAsked(knowledge, interview) ?? {};
      expect(decisions).toEqual(expect.arrayContaining(moved));
      expect(open).toEqual(expect.arrayContaining([...decisions]));
      if (sheet.answers.has(at.question)) return;
      const prospect = interview.outlook.questions.find(({ question }) => question === at.question);
      expect(decisions).toEqual(prospect?.decisions);
    }),
    { numRuns: RUNS },
  );
});

test('a shift is told of a decision that stays open with its pick, the largest first', () => {
  let seen = 0;
  fc.assert(
    fc.property(interviewCases, fc.nat(), (each, die) => {
      const [knowledge, interview] = stateIn(each, die);
      const { at, sheet, topic } = interview;
      if (at.kind === 'end') return;
      const others = new Map([...knownAnswers(sheet)].filter(([id]) => id !== at.question));
      const standingsOn = (answers: Answers) =>
        outlookOf(knowledge, { answers, pins: sheet.pins, decisions: topic.decisions }).decisions;
      const now = standingsOn(others);
      for (const { choice, changes, shifts } of whyAsked(knowledge, interview)?.choices ?? []) {
        const then = standingsOn(new Map(others).set(at.question, { choices: [choice] }));
        for (const { decision, recommended, before, after } of shifts) {
          const standings = [now, then].map((all) => all.find(({ id }) => id === decision));
          expect(changes.map((change) => change.decision)).not.toContain(decision);
          expect(standings).toMatchObject([
            { status: 'open', recommended, share: before },
            { status: 'open', recommended, share: after },
          ]);
        }
        const sizes = shifts.map(({ before, after }) => Math.abs(after - before));
        expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        expect(Math.min(50, ...sizes)).toBe(50);
        seen += shifts.length;
      }
    }),
    { numRuns: 500 },
  );
  expect(seen).toBeGreaterThan(20);
});

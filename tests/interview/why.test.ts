import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { CLEAR_SHIFT } from '../../src/common/limits.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import { outlookOf } from '../../src/engine/advice/outlook.ts';
import { goTo } from '../../src/interview/interview.ts';
import { whyAsked } from '../../src/interview/why.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Interview } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Standing, WhyChange } from '../../src/model/outlook.ts';
import { bruteForce } from '../support/engine-brute-force.ts';
import {
  heldIn,
  type InterviewCase,
  interviewCases,
  wantedIn,
} from '../support/interview-cases.ts';
import { numRuns } from '../support/runs.ts';

/** One state of an interview, at a question asked now or before. */
function stateIn(each: InterviewCase, die: number): [KnowledgeBase, Interview] {
  const { knowledge, states, last } = heldIn(each);
  const state = states[die % states.length] ?? last;
  const before = state.asked[die % Math.max(1, state.asked.length)];
  return [knowledge, state.at.kind === 'end' && before ? goTo(state, before) : state];
}

function adviceFor(knowledge: KnowledgeBase, { sheet, topic }: Interview, answers: Answers) {
  return advise(knowledge, { answers, pins: sheet.pins, decisions: topic.decisions }).decisions;
}

function saidIn({ status, recommended, applies }: DecisionAdvice | Standing): WhyChange['before'] {
  return { status, recommended, applies };
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
  const changes = now.flatMap((each, index) => {
    const after = then[index];
    const before = saidIn(each);
    return after === undefined || isDeepStrictEqual(saidIn(after), before)
      ? []
      : [{ decision: each.id, ...saidIn(after), before }];
  });
  const isProved = ({ status, applies }: WhyChange) => status !== 'open' && applies !== 'undecided';
  return [...changes.filter(isProved), ...changes.filter((change) => !isProved(change))];
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
    { numRuns },
  );
});

test('the decisions that a question can move are those whose pick, or whether they apply, depends on it', () => {
  fc.assert(
    fc.property(interviewCases, fc.nat(), (each, die) => {
      const [knowledge, interview] = stateIn(each, die);
      const { at, sheet } = interview;
      if (at.kind === 'end') return;
      const others = new Map([...knownAnswers(sheet)].filter(([id]) => id !== at.question));
      const truth = bruteForce(knowledge, { answers: others, pins: sheet.pins });
      const moved = wantedIn(interview, truth).filter((id) => {
        const { dependsOn = [], appliesDependsOn = [] } = truth.get(id) ?? {};
        return [...dependsOn, ...appliesDependsOn].includes(at.question);
      });
      const { decisions } = whyAsked(knowledge, interview) ?? {};
      expect(decisions).toEqual(moved);
      if (sheet.answers.has(at.question)) return;
      const prospect = interview.outlook.questions.find(({ question }) => question === at.question);
      expect(decisions).toEqual(prospect?.decisions);
    }),
    { numRuns },
  );
});

test('a shift is shown of a decision that stays open with its pick, the largest first', () => {
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
      const isClear = (before: Standing, after: Standing | undefined) =>
        after !== undefined &&
        isDeepStrictEqual(saidIn(before), saidIn(after)) &&
        Math.abs((after.share ?? 0) - (before.share ?? 0)) >= CLEAR_SHIFT;
      for (const { choice, changes, shifts } of whyAsked(knowledge, interview)?.choices ?? []) {
        const then = standingsOn(new Map(others).set(at.question, { choices: [choice] }));
        const clear = now.filter((before, index) => isClear(before, then[index]));
        expect(shifts.map(({ decision }) => decision).toSorted()).toEqual(
          clear.map(({ id }) => id).toSorted(),
        );
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
        seen += shifts.length;
      }
    }),
    { numRuns },
  );
  expect(seen).toBeGreaterThan(20);
});

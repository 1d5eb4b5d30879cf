import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownAnswers, questionsLeft } from '../../src/common/answers.ts';
import { advise } from '../../src/engine/advice/advise.ts';
import {
  answered,
  ended,
  goTo,
  questionBefore,
  startInterview,
} from '../../src/interview/interview.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { Ending, Interview } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { knowledgeIn } from '../support/engine-arbitraries.ts';
import { bruteForce, type Truth } from '../support/engine-brute-force.ts';
import { legalUnder } from '../support/engine-implied.ts';
import {
  answerTo,
  fullInterviewCases,
  heldIn,
  interviewCases,
  lastOf,
  sheetIn,
  startOf,
  statesOf,
  wantedIn,
} from '../support/interview-cases.ts';
import { numRuns } from '../support/runs.ts';

function adviceOn(knowledge: KnowledgeBase, sheet: AnswerSheet, decisions: readonly string[]) {
  const { pins } = sheet;
  const advice = advise(knowledge, { answers: knownAnswers(sheet), pins, decisions });
  return advice.decisions.map(({ id, status, recommended, applies }) => ({
    ...{ id, status, recommended, applies },
  }));
}

const truthsBefore = new WeakMap<Interview, Truth[]>();

/** What is true of the decisions asked for, by looking at every completion; of each state once. */
function truthsIn(knowledge: KnowledgeBase, interview: Interview): Truth[] {
  const truths = truthsBefore.get(interview) ?? lookAtAll(knowledge, interview);
  truthsBefore.set(interview, truths);
  return truths;
}

function lookAtAll(knowledge: KnowledgeBase, interview: Interview): Truth[] {
  const { sheet } = interview;
  const truth = bruteForce(knowledge, { answers: knownAnswers(sheet), pins: sheet.pins });
  return wantedIn(interview, truth).flatMap((id) => truth.get(id) ?? []);
}

/** The questions that can still change a decision asked for: its pick, or whether it applies. */
function movingIn(truths: readonly Truth[]): string[] {
  return [
    ...new Set(
      truths.flatMap(({ dependsOn, appliesDependsOn }) => [...dependsOn, ...appliesDependsOn]),
    ),
  ];
}

function endingOf({ at }: Interview): Ending | undefined {
  return at.kind === 'end' ? at.ending : undefined;
}

/** How an interview ends that only proofs end; undefined where it goes on. */
function endingByTruth({ sheet }: Interview, truths: readonly Truth[]): Ending | undefined {
  const moving = movingIn(truths);
  if (moving.length === 0) return 'settled';
  return moving.every((id) => sheet.answers.has(id)) ? 'exhausted' : undefined;
}

/** Of each decision that is not settled the pick has its share already, or that it does not apply. */
function isLikely({ outlook, topic: { quick } }: Interview): boolean {
  return outlook.decisions.every(({ status, applies, share = 1_000, appliesShare = 1_000 }) => {
    if (status !== 'open' && applies !== 'undecided') return true;
    if (quick === undefined) return false;
    const likeliest = appliesShare >= 500 ? (share * appliesShare) / 1_000 : 1_000 - appliesShare;
    return Math.floor(likeliest) >= quick;
  });
}

function questionsAsked(states: readonly Interview[]): string[] {
  return states.flatMap(({ at }) => (at.kind === 'question' ? [at.question] : []));
}

describe('an interview', () => {
  test('ends, never asks twice, and never what was given', () => {
    fc.assert(
      fc.property(interviewCases, (each) => {
        const { states, last } = heldIn(each);
        const asked = questionsAsked(states);
        expect(last.at.kind).toBe('end');
        expect(new Set(asked).size).toBe(asked.length);
        expect(asked.filter((id) => Object.hasOwn(each.answers, id))).toEqual([]);
        expect(last.asked).toEqual(asked);
      }),
      { numRuns },
    );
  });

  test('asks only what can still change a decision that is asked for: its pick, or whether it applies', () => {
    fc.assert(
      fc.property(interviewCases, (each) => {
        for (const { at, outlook } of heldIn(each).states) {
          if (at.kind !== 'question') continue;
          const prospect = outlook.questions.find(({ question }) => question === at.question);
          const moved = outlook.decisions.filter(({ dependsOn, appliesDependsOn = [] }) =>
            [...dependsOn, ...appliesDependsOn].includes(at.question),
          );
          expect(prospect?.decisions).toEqual(moved.map(({ id }) => id));
          expect(prospect?.decisions).not.toEqual([]);
        }
      }),
      { numRuns },
    );
  });

  test('knows exactly the questions that can still change a decision, and how each stands, by looking at every completion', () => {
    fc.assert(
      fc.property(interviewCases, (each) => {
        const { knowledge, states } = heldIn(each);
        for (const state of states) {
          const truths = truthsIn(knowledge, state);
          const questions = state.outlook.questions.map(({ question }) => question);
          expect(questions.toSorted()).toEqual(movingIn(truths).toSorted());
          expect(state.outlook.decisions).toMatchObject(
            truths.map(({ status, applies, dependsOn }) => ({ status, applies, dependsOn })),
          );
        }
      }),
      { numRuns },
    );
  });

  test('goes on exactly as long as something can still change a decision and was not asked, unless that is likely enough', () => {
    fc.assert(
      fc.property(interviewCases, (each) => {
        const { knowledge, states } = heldIn(each);
        for (const state of states) {
          const ending = endingOf(state);
          if (ending === 'likely') expect(isLikely(state)).toBe(true);
          else expect(ending).toBe(endingByTruth(state, truthsIn(knowledge, state)));
        }
      }),
      { numRuns },
    );
  });

  test('ends as settled exactly where `advise` has no open decision, and none that may not apply', () => {
    fc.assert(
      fc.property(interviewCases, (each) => {
        const { knowledge, states } = heldIn(each);
        for (const { at, sheet, topic } of states) {
          const advice = adviceOn(knowledge, sheet, topic.decisions);
          const isOpen = advice.some(
            ({ status, applies }) => status === 'open' || applies === 'undecided',
          );
          expect(at.kind === 'end' && at.ending === 'settled').toBe(!isOpen);
        }
      }),
      { numRuns },
    );
  });

  test('ends as likely or exhausted only for its reason', () => {
    fc.assert(
      fc.property(interviewCases, (each) => {
        const { states, last } = heldIn(each);
        const ending = endingOf(last);
        expect(isLikely(last)).toBe(ending !== 'exhausted');
        expect(ending === 'exhausted' ? questionsLeft(last) : []).toEqual([]);
        for (const state of states.slice(0, -1)) expect(isLikely(state)).toBe(false);
      }),
      { numRuns },
    );
  });

  test('comes to what all answers come to, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(fullInterviewCases, (each) => {
        const { knowledge, last } = heldIn(each);
        const { sheet, topic } = last;
        const all = [...knowledge.questions.values()].flatMap((question) => {
          const legal = legalUnder(knowledge, question, knownAnswers(sheet));
          const said = answerTo(knowledge, question.id, each.dice);
          return legal.some((one) => one.join() === said?.choices.join())
            ? [[question.id, said] as const]
            : [[question.id, { choices: legal[0] ?? [] }] as const];
        });
        const full = { ...sheet, answers: new Map([...all, ...sheet.answers]) };
        const now = adviceOn(knowledge, sheet, topic.decisions);
        expect(now).toEqual(adviceOn(knowledge, full, topic.decisions));
        expect(last.at).toEqual({ kind: 'end', ending: 'settled' });
      }),
      { numRuns },
    );
  });

  test('stands the same after the same answers, given in any order', () => {
    fc.assert(
      fc.property(
        interviewCases,
        fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
        (each, keys) => {
          const { knowledge, last } = heldIn(each);
          const order = last.asked.toSorted(
            (a, b) => (keys[last.asked.indexOf(a)] ?? 0) - (keys[last.asked.indexOf(b)] ?? 0),
          );
          const other = order.reduce(
            (interview, id) =>
              answered(knowledge, goTo(interview, id), answerTo(knowledge, id, each.dice)),
            startOf(each, knowledge),
          );
          expect(other.outlook).toEqual(last.outlook);
          expect(other.at).toEqual(last.at);
          expect(Object.fromEntries(other.sheet.answers)).toEqual(
            Object.fromEntries(last.sheet.answers),
          );
        },
      ),
      { numRuns },
    );
  });
});

describe('going back', () => {
  test('leads through all questions answered here, from the last to the first, and loses nothing', () => {
    fc.assert(
      fc.property(interviewCases, fc.nat(), (each, die) => {
        const { states } = heldIn(each);
        const from = states[die % states.length] ?? lastOf(states);
        const walked: string[] = [];
        let interview = from;
        for (let before = questionBefore(interview); before !== undefined; ) {
          walked.push(before);
          interview = goTo(interview, before);
          before = questionBefore(interview);
        }
        expect(walked).toEqual(from.asked.toReversed());
        expect({ ...interview, at: from.at }).toEqual(from);
      }),
      { numRuns },
    );
  });

  test('and answering otherwise neither loses later answers nor has them asked again', () => {
    fc.assert(
      fc.property(interviewCases, fc.nat(), fc.option(fc.nat()), (each, die, otherwise) => {
        const { knowledge, last } = heldIn(each);
        const edited = last.asked[die % Math.max(1, last.asked.length)];
        fc.pre(edited !== undefined);
        const other = answerTo(
          knowledge,
          edited,
          each.dice.map(() => otherwise),
        );
        const again = answered(knowledge, goTo(last, edited), other);
        expect(again.asked).toEqual(last.asked);
        expect([...again.sheet.answers]).toEqual(
          [...last.sheet.answers].map(([id, answer]) => [id, id === edited ? other : answer]),
        );
        const later = statesOf(knowledge, again, each.dice);
        const known = [...last.sheet.answers.keys()];
        expect(questionsAsked(later).filter((id) => known.includes(id))).toEqual([]);
        const kept = [...lastOf(later).sheet.answers].filter(([id]) => known.includes(id));
        expect(kept).toEqual([...again.sheet.answers]);
      }),
      { numRuns },
    );
  });

  test('and giving the same answer again changes nothing', () => {
    fc.assert(
      fc.property(interviewCases, fc.nat(), (each, die) => {
        const { knowledge, last } = heldIn(each);
        const again = last.asked[die % Math.max(1, last.asked.length)];
        fc.pre(again !== undefined);
        const answer = answerTo(knowledge, again, each.dice);
        expect(answered(knowledge, goTo(last, again), answer)).toEqual(last);
      }),
      { numRuns },
    );
  });
});

describe('a review', () => {
  test('walks through all given answers in file order before it asks anything else', () => {
    fc.assert(
      fc.property(interviewCases, (each) => {
        const knowledge = knowledgeIn(each);
        const sheet = sheetIn(each);
        const given = [...knowledge.questions.keys()].filter((id) => sheet.answers.has(id));
        const walked: string[] = [];
        const start = { topic: each.topic, sheet };
        let interview = startInterview(knowledge, { ...start, toReview: given });
        while (interview.toReview.length > 0) {
          const { at } = interview;
          if (at.kind === 'end') throw new Error('ended before all was looked at');
          walked.push(at.question);
          interview = answered(knowledge, interview, sheet.answers.get(at.question) ?? null);
        }
        expect(walked).toEqual(given);
        const { asked, ...rest } = interview;
        expect(asked).toEqual(given);
        expect({ ...rest, asked: [] }).toEqual(startInterview(knowledge, start));
      }),
      { numRuns },
    );
  });

  test('goes on with what is asked otherwise, and never asks twice', () => {
    fc.assert(
      fc.property(interviewCases, (each) => {
        const knowledge = knowledgeIn(each);
        const sheet = sheetIn(each);
        const start = { topic: each.topic, sheet, toReview: [...sheet.answers.keys()] };
        const states = statesOf(knowledge, startInterview(knowledge, start), each.dice);
        const asked = questionsAsked(states);
        expect(lastOf(states).at.kind).toBe('end');
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns },
    );
  });
});

test('an interview that was left goes on where it was', () => {
  fc.assert(
    fc.property(interviewCases, fc.nat(), (each, die) => {
      const { knowledge, states } = heldIn(each);
      const at = states[die % states.length] ?? lastOf(states);
      const left = ended(at, 'left');
      const { topic, sheet, asked } = left;
      expect(startInterview(knowledge, { topic, sheet, asked })).toEqual(at);
    }),
    { numRuns },
  );
});

test('the random interviews reach every ending, several questions and edits that matter', () => {
  const all: Interview[] = [];
  fc.assert(
    fc.property(interviewCases, (each) => {
      all.push(heldIn(each).last);
    }),
    { numRuns },
  );
  const few = Math.floor(numRuns / 60);
  const endings = all.map(endingOf);
  for (const ending of ['settled', 'likely', 'exhausted']) {
    const times = endings.filter((each) => each === ending).length;
    expect([ending, times]).toEqual([ending, expect.toSatisfy((n) => n >= few)]);
  }
  expect(all.filter(({ asked }) => asked.length >= 3).length).toBeGreaterThanOrEqual(few);
});

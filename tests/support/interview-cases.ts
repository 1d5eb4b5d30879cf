import fc from 'fast-check';
import { answered, startInterview } from '../../src/interview/interview.ts';
import type { Answer, AnswerSheet } from '../../src/model/answers.ts';
import type { Interview, Topic } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Case, knowledgeIn, pinnedCases, situationIn } from './engine-arbitraries.ts';
import { legalSets } from './engine-legal-sets.ts';
import { oncePerCase } from './once-per-case.ts';

/** A random small knowledge base, what is given beforehand, what the interview is about, and what a person says. */
export interface InterviewCase extends Case {
  readonly topic: Topic;
  /** What is said to the questions, by their order; null where it is not known. */
  readonly dice: readonly (number | null)[];
}

const topics = fc.record({
  wanted: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  order: fc.constantFrom('adaptive' as const, 'file' as const),
  quick: fc.option(fc.integer({ min: 500, max: 1_000 }), { freq: 3 }),
});

const said = fc.array(fc.option(fc.nat(1_000), { freq: 4 }), { minLength: 4, maxLength: 4 });

export const interviewCases: fc.Arbitrary<InterviewCase> = fc
  .tuple(pinnedCases, topics, said)
  .map(([each, { wanted, order, quick }, dice]) => {
    const ids = each.spec.decisions.map(({ id }) => id);
    const decisions = ids.filter((_, index) => wanted[index]);
    return { ...each, topic: { decisions, order, ...(quick !== null && { quick }) }, dice };
  });

/** The same, where everything is known and only proofs end the interview. */
export const fullInterviewCases: fc.Arbitrary<InterviewCase> = interviewCases.map((each) => {
  const { decisions, order } = each.topic;
  return { ...each, topic: { decisions, order }, dice: each.dice.map((die) => die ?? 0) };
});

/** The decisions that an interview is about, in the order of the knowledge base. */
export function wantedIn(
  { topic: { decisions } }: Pick<Interview, 'topic'>,
  all: { readonly keys: () => Iterable<string> },
): string[] {
  return [...all.keys()].filter((id) => decisions.length === 0 || decisions.includes(id));
}

export function sheetIn(each: Case): AnswerSheet {
  return { ...situationIn(each), notes: new Map() };
}

/** What is said to a question. */
export function answerTo(
  knowledge: KnowledgeBase,
  id: string,
  dice: InterviewCase['dice'],
): Answer | null {
  const question = knowledge.questions.get(id);
  const die = dice[[...knowledge.questions.keys()].indexOf(id)] ?? null;
  if (question === undefined || die === null) return null;
  const sets = legalSets(question);
  return { choices: sets[die % sets.length] ?? [] };
}

export function startOf(each: InterviewCase, knowledge = knowledgeIn(each)): Interview {
  return startInterview(knowledge, { topic: each.topic, sheet: sheetIn(each) });
}

/** Every state from the first question to the end; gives up after more than there are questions. */
export function statesOf(
  knowledge: KnowledgeBase,
  start: Interview,
  dice: InterviewCase['dice'],
): Interview[] {
  const states = [start];
  let interview = start;
  while (interview.at.kind === 'question' && states.length <= knowledge.questions.size + 1) {
    const answer = answerTo(knowledge, interview.at.question, dice);
    interview = answered(knowledge, interview, answer);
    states.push(interview);
  }
  return states;
}

export function lastOf(states: readonly Interview[]): Interview {
  const last = states.at(-1);
  if (last === undefined) throw new Error('An interview without a state');
  return last;
}

/** An interview from its first question to its end. */
interface Held {
  readonly knowledge: KnowledgeBase;
  readonly states: readonly Interview[];
  readonly last: Interview;
}

/** Held once: all properties meet the same interviews. */
export const heldIn = oncePerCase((each: InterviewCase): Held => {
  const knowledge = knowledgeIn(each);
  const states = statesOf(knowledge, startOf(each, knowledge), each.dice);
  return { knowledge, states, last: lastOf(states) };
});

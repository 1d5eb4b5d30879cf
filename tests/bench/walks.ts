import type { AnswerSheet, Answers } from '../../src/model/answers.ts';
import type { Interview } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { built } from './built.ts';
import type { Standings } from './standings.ts';

/** What it took until an interview ended. */
export interface Walk {
  readonly questions: number;
  /** The sum of the efforts of what was asked. */
  readonly effort: number;
  readonly isSettled: boolean;
}

/** An interview about some decisions, all where none is named, with somebody who knows every answer. */
export interface Asking {
  readonly knowledge: KnowledgeBase;
  readonly decisions: readonly string[];
  readonly answers: Answers;
}

/** The interview as it is held, at its start and after each answer. */
export function statesOf(
  { knowledge, decisions, answers }: Asking,
  topic: { readonly order: 'adaptive' | 'file'; readonly quick?: number },
): Interview[] {
  const { startInterview, answered } = built('interview/interview');
  let interview = startInterview(knowledge, { topic: { ...topic, decisions }, sheet: EMPTY });
  const states = [interview];
  while (interview.at.kind === 'question') {
    const answer = answers.get(interview.at.question);
    if (answer === undefined) throw new Error(`No answer to ${interview.at.question}`);
    interview = answered(knowledge, interview, answer);
    states.push(interview);
  }
  return states;
}

const EMPTY: AnswerSheet = {
  answers: new Map(),
  pins: new Map(),
  notes: new Map(),
};

/** What it took until the last of some states. */
export function walkIn(states: readonly Interview[], knowledge: KnowledgeBase): Walk {
  const last = states.at(-1);
  const asked = last?.asked ?? [];
  const isSettled = last?.at.kind === 'end' && last.at.ending === 'settled';
  return { questions: asked.length, effort: effortOf(asked, knowledge), isSettled };
}

/** The same in a given order: what cannot matter any more is passed over, and it ends once all is settled. */
export function walkAlong(
  order: readonly string[],
  { knowledge, answers }: Asking,
  standings: Standings,
): Walk {
  const known = new Map<string, NonNullable<ReturnType<Answers['get']>>>();
  let standing = standings(known);
  for (const question of order) {
    const answer = answers.get(question);
    if (answer === undefined || !standing.matters(question)) continue;
    known.set(question, answer);
    standing = standings(known);
  }
  const effort = effortOf([...known.keys()], knowledge);
  return { questions: known.size, effort, isSettled: standing.isSettled };
}

export function effortOf(asked: readonly string[], { questions }: KnowledgeBase): number {
  return asked.reduce((sum, id) => sum + (questions.get(id)?.effort ?? 0), 0);
}

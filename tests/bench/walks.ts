import type { Answer, AnswerSheet, Answers } from '../../src/model/answers.ts';
import type { Interview } from '../../src/model/interview.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { built } from './built.ts';
import type { Standings } from './standings.ts';

/** What it took until an interview ended. */
export interface Walk {
  readonly questions: number;
  readonly isSettled: boolean;
}

/** What interviews are about. */
export interface Asking extends Pick<Interview['topic'], 'decisions' | 'order' | 'quick'> {
  readonly knowledge: KnowledgeBase;
}

/**
 * Interviews as they are held, with people who know every answer: the states at the start and after each answer. What two
 * of them have in common is asked once.
 */
export function interviewsOn({
  knowledge,
  ...topic
}: Asking): (answers: Answers) => readonly Interview[] {
  const { startInterview, answered } = built('interview/interview');
  const start = { interview: startInterview(knowledge, { topic, sheet: EMPTY }), after: new Map() };
  return (answers) => {
    let point: Point = start;
    const states = [point.interview];
    while (point.interview.at.kind === 'question') {
      const { interview, after } = point;
      const answer = answers.get(point.interview.at.question);
      if (answer === undefined) throw new Error('There is a question without an answer');
      const key = answer.choices.join();
      const next: Point = after.get(key) ?? {
        interview: answered(knowledge, interview, answer),
        after: new Map(),
      };
      after.set(key, next);
      states.push(next.interview);
      point = next;
    }
    return states;
  };
}

/** A state of an interview, and what follows by the answer. */
interface Point {
  readonly interview: Interview;
  readonly after: Map<string, Point>;
}

const EMPTY: AnswerSheet = { answers: new Map(), pins: new Map(), notes: new Map() };

/** What it took until the last of some states. */
export function walkIn(states: readonly Interview[]): Walk {
  const last = states.at(-1);
  const isSettled = last?.at.kind === 'end' && last.at.ending === 'settled';
  return { questions: last?.asked.length ?? 0, isSettled };
}

/** The same in a given order: what cannot matter any more is passed over, and it ends once all is settled. */
export function walkAlong(
  order: readonly string[],
  answers: Answers,
  { knowledge, standings }: { readonly knowledge: KnowledgeBase; readonly standings: Standings },
): Walk {
  const indexOf = new Map([...knowledge.questions.keys()].map((id, index) => [id, index]));
  const known = new Map<string, Answer>();
  let standing = standings(known);
  for (const question of order) {
    const answer = answers.get(question);
    if (answer === undefined || !standing.moving.has(indexOf.get(question) ?? -1)) continue;
    known.set(question, answer);
    standing = standings(known);
  }
  return { questions: known.size, isSettled: standing.isSettled };
}

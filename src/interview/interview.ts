import { knownAnswers, questionsLeft } from '../common/answers.ts';
import { isDecided, likeliestOf } from '../common/decided.ts';
import { outlookOf } from '../engine/advice/outlook.ts';
import type { Answer, AnswerSheet } from '../model/answers.ts';
import type { Interview, Position, Topic } from '../model/interview.ts';
import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Outlook } from '../model/outlook.ts';
import { expectedQuestions, expectedToStay, isLittleLeft } from './expected.ts';
import { inFileOrder, nextQuestion } from './next-question.ts';

/** Where an interview starts. */
export interface Start {
  readonly topic: Topic;
  /** What is known already is not asked. */
  readonly sheet: AnswerSheet;
  /** Answers that are reviewed, one after the other, before anything else is asked. */
  readonly toReview?: readonly string[];
  /** What was answered when the interview was left. */
  readonly asked?: readonly string[];
}

export function startInterview(knowledge: KnowledgeBase, start: Start): Interview {
  const { topic, sheet, asked = [], toReview = [] } = start;
  return goOn(knowledge, { topic, sheet, asked, toReview: inFileOrder(toReview, knowledge) });
}

/** Answers the current question, or says that it is not known, and goes on. */
export function answered(
  knowledge: KnowledgeBase,
  interview: Interview,
  answer: Answer | null,
): Interview {
  const { at, sheet, asked, toReview } = interview;
  if (at.kind === 'end') return interview;
  const { question } = at;
  return goOn(knowledge, {
    topic: interview.topic,
    sheet: { ...sheet, answers: new Map(sheet.answers).set(question, answer) },
    asked: asked.includes(question) ? asked : [...asked, question],
    toReview: toReview.filter((id) => id !== question),
  });
}

/** The same interview about other decisions, or until another end. */
export function withTopic(knowledge: KnowledgeBase, interview: Interview, topic: Topic): Interview {
  const { sheet, asked, toReview } = interview;
  return goOn(knowledge, { topic, sheet, asked, toReview });
}

/** Goes to a question that was answered before; the later answers stay. */
export function goTo(interview: Interview, question: string): Interview {
  return { ...interview, at: { kind: 'question', question } };
}

/** The question answered before the one at hand; undefined at the first. */
export function questionBefore({ asked, at }: Interview): string | undefined {
  const index = at.kind === 'question' ? asked.indexOf(at.question) : -1;
  return index === -1 ? asked.at(-1) : asked[index - 1];
}

export function withNote(interview: Interview, note: string): Interview {
  const { at, sheet } = interview;
  if (at.kind === 'end') return interview;
  const notes = new Map(sheet.notes);
  if (note === '') notes.delete(at.question);
  else notes.set(at.question, note);
  return { ...interview, sheet: { ...sheet, notes } };
}

export function ended(interview: Interview, ending: 'finished' | 'left'): Interview {
  return { ...interview, at: { kind: 'end', ending } };
}

/** To the next question, or to the end. */
function goOn(
  knowledge: KnowledgeBase,
  so: Omit<Interview, 'at' | 'outlook' | 'expected'>,
): Interview {
  const { topic, sheet, toReview } = so;
  const unknown = [...sheet.answers].flatMap(([id, answer]) => (answer === null ? [id] : []));
  const given = { answers: knownAnswers(sheet), pins: sheet.pins, unknown };
  const outlook = outlookOf(knowledge, { ...given, decisions: topic.decisions });
  const left = questionsLeft({ outlook, sheet });
  const next = toReview[0] ?? nextQuestion(knowledge, { ...so, outlook });
  const ending = toReview.length > 0 ? undefined : endingOf(outlook, topic, left);
  const asking = expectedQuestions(outlook, topic, left);
  const expected = ending === undefined ? asking + toReview.length : 0;
  return { ...so, outlook, expected, at: positionAt(next, ending) };
}

function positionAt(next: string | undefined, ending: ReturnType<typeof endingOf>): Position {
  if (ending !== undefined) return { kind: 'end', ending };
  return next === undefined
    ? { kind: 'end', ending: 'exhausted' }
    : { kind: 'question', question: next };
}

/** Whether nothing more has to be asked; undefined if something has. */
export function endingOf(
  outlook: Outlook,
  { quick, enough }: Topic,
  left: readonly string[],
): 'settled' | 'likely' | undefined {
  const { decisions } = outlook;
  const open = decisions.filter((each) => !isDecided(each));
  if (open.length === 0) return 'settled';
  const isEnough = () => expectedToStay(decisions) >= (enough ?? 0) || isLittleLeft(outlook, left);
  if (enough !== undefined && isEnough()) return 'likely';
  if (quick === undefined) return undefined;
  return open.every((each) => likeliestOf(each).share >= quick) ? 'likely' : undefined;
}

import type { Answer, AnswerSheet, Answers } from '../model/answers.ts';
import type { Interview } from '../model/interview.ts';

/** The choice that says: none of the others. It is the empty set where several may be picked. */
export const NONE = 'none';

/** The answer that says: not known. Legal for every question, never assumed to be anything else. */
export const UNKNOWN = 'unknown';

/** Only what is known: an `unknown` hides an answer of a weaker source, and is not an answer itself. */
export function knownAnswers({ answers }: Pick<AnswerSheet, 'answers'>): Answers {
  const known = new Map<string, Answer>();
  for (const [id, answer] of answers) if (answer !== null) known.set(id, answer);
  return known;
}

/** The questions with an answer: what was given beforehand, then what was answered here, in that order. */
export function answersSoFar({ sheet, asked }: Interview): string[] {
  const given = [...sheet.answers.keys()].filter((id) => !asked.includes(id));
  return [...given, ...asked];
}

/** The questions that can still matter and were not asked, the most informative first; `unknown` is not asked again. */
export function questionsLeft({ outlook, sheet }: Pick<Interview, 'outlook' | 'sheet'>): string[] {
  const questions = outlook.questions.map(({ question }) => question);
  return questions.filter((question) => !sheet.answers.has(question));
}

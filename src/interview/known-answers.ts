import type { AnswerSheet, Answers } from '../model/answers.ts';

/** Without what is not known. */
export function knownAnswers({ answers }: Pick<AnswerSheet, 'answers'>): Answers {
  return new Map([...answers].flatMap(([id, answer]) => (answer === null ? [] : [[id, answer]])));
}

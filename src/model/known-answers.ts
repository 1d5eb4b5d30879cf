import type { AnswerSheet, Answers } from './answers.ts';

/** Only what is known: an `unknown` hides an answer of a weaker source, and is no answer itself. */
export function knownAnswers({ answers }: Pick<AnswerSheet, 'answers'>): Answers {
  return new Map([...answers].flatMap(([id, answer]) => (answer === null ? [] : [[id, answer]])));
}

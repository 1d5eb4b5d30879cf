import type { AnswerSheet, Answers } from '../../src/model/answers.ts';

/** What a sheet answers, without what it calls unknown. */
export function givenAnswers({ answers }: AnswerSheet): Answers {
  return new Map([...answers].flatMap(([id, answer]) => (answer ? [[id, answer] as const] : [])));
}

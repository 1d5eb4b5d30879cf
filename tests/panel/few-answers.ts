import type { Answers } from '../../src/model/answers.ts';

/** A question, and how many sheets answer it. */
export interface Asked {
  readonly question: string;
  readonly sheets: number;
}

/** The questions that most sheets answer; of equally many the earlier one. */
export function mostAnswered(
  sheets: readonly Answers[],
  questions: readonly string[],
  most: number,
): Asked[] {
  return questions
    .map((question) => ({ question, sheets: sheets.filter((each) => each.has(question)).length }))
    .filter((each) => each.sheets > 0)
    .sort((a, b) => b.sheets - a.sheets)
    .slice(0, most);
}

/** The answers to some questions alone. */
export function onlyTo(questions: readonly string[], answers: Answers): Answers {
  return new Map([...answers].filter(([id]) => questions.includes(id)));
}

/** Whether the same is picked, in whatever order. */
export function isSamePick(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join() === other.toSorted().join();
}

import type { Interview } from './interview.ts';

/** The questions that can still matter and were not asked, the most telling first; `unknown` is not asked again. */
export function questionsLeft({ outlook, sheet }: Pick<Interview, 'outlook' | 'sheet'>): string[] {
  const questions = outlook.questions.map(({ question }) => question);
  return questions.filter((question) => !sheet.answers.has(question));
}

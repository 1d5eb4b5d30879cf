import { OPEN, type Sheet } from './codes.ts';

/** The questions of a table or a board that are not answered. */
export function openQuestions<Asked extends { readonly question: number }>(
  { questions }: { readonly questions: readonly Asked[] },
  sheet: Sheet,
): Asked[] {
  return questions.filter(({ question }) => sheet[question] === OPEN);
}

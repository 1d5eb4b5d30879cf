import type { Interview } from './interview.ts';

/** The questions with an answer: what was given beforehand, then what was answered here, in that order. */
export function answersSoFar({ sheet, asked }: Interview): string[] {
  const given = [...sheet.answers.keys()].filter((id) => !asked.includes(id));
  return [...given, ...asked];
}

import type { Question } from '../model/question.ts';

/** A question as JSON has it; numbers that fall into a choice stand in it as `from` and `to`. */
export function plainQuestion({ place, choices, ...question }: Question): object {
  return {
    ...question,
    name: question.ask,
    choices: choices.map(({ id, label, band, exclusive, weights }) => ({
      id,
      label,
      ...band,
      ...(question.several && { exclusive }),
      weights: Object.fromEntries(weights),
    })),
    ...place,
  };
}

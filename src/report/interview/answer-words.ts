import { UNKNOWN } from '../../common/answers.ts';
import { plain } from '../../common/text.ts';
import type { Answer } from '../../model/answers.ts';
import type { Question } from '../../model/question.ts';

/** An answer in the words of its question, and the number where one was given. */
export function answerWords(answer: Answer | null | undefined, question?: Question): string {
  if (!answer) return UNKNOWN;
  const labels = answer.choices.map(
    (id) => question?.choices.find((choice) => choice.id === id)?.label ?? id,
  );
  const words = labels.map(plain).join('; ');
  return answer.number === undefined ? words : `${answer.number} (${words})`;
}

/** Beside an answer on which no decision asked for depends. */
export const KEPT = 'does not matter now, kept';

import { z } from 'zod';
import { NONE } from '../../common/answers.ts';
import type { Question } from '../../model/question.ts';

const count = z.int().min(0);

/** How often each question was answered for so many systems, and with which choices: `frequencies` of `questions.yaml`. */
export const frequenciesSchema = z
  .strictObject({
    systems: z.int().min(1),
    answers: z.record(
      z.string(),
      z.strictObject({ answered: count, choices: z.record(z.string(), count) }),
    ),
  })
  .optional();

type Frequencies = z.infer<typeof frequenciesSchema>;

/** A question as far as its frequencies concern it. */
interface Counted {
  readonly id: string;
  readonly choices: readonly { readonly id: string }[];
}

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

/** What counts something that is not asked or offered, or more often than is possible. */
export function frequencyFaults(
  frequencies: Frequencies,
  questions: readonly Counted[],
): readonly Fault[] {
  if (frequencies === undefined) return [];
  const { systems, answers } = frequencies;
  return Object.entries(answers).flatMap(([id, { answered, choices }]): Fault[] => {
    const question = questions.find((each) => each.id === id);
    const path = ['answers', id];
    if (question === undefined) return [{ path, message: 'is no question of this file' }];
    const tooMany =
      answered > systems ? [{ path, message: `was answered for ${answered} of ${systems}` }] : [];
    const wrong = Object.entries(choices).flatMap(([choice, times]): Fault[] => {
      const own = [...path, 'choices', choice];
      const isOffered = choice === NONE || question.choices.some((each) => each.id === choice);
      if (!isOffered) return [{ path: own, message: `is no choice of \`${id}\`` }];
      return times > answered ? [{ path: own, message: `is in ${times} of ${answered}` }] : [];
    });
    return [...tooMany, ...wrong];
  });
}

/** How common the answers to a question are; nothing where nobody counted them. */
export function frequencyOf(id: string, frequencies: Frequencies): Pick<Question, 'frequency'> {
  const own = frequencies?.answers[id];
  return frequencies && own ? { frequency: { systems: frequencies.systems, ...own } } : {};
}

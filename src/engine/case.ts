import type { Answers, Pins } from '../model/answers.ts';
import type { Dense } from './proof/dense.ts';
import type { Judged } from './proof/judged.ts';
import { hasQuestion, type Questions } from './proof/questions.ts';

/** What advice is made of: the answers, and what is judged of every decision. */
export interface Case {
  readonly dense: Dense;
  readonly answers: Answers;
  readonly pins: Pins;
  /** By the index of the decision. */
  readonly judged: ReadonlyMap<number, Judged>;
}

/** In the order of the knowledge base. */
export function questionsIn(questions: Questions, { codes }: Dense): string[] {
  return codes.questions.filter((_, index) => hasQuestion(questions, index)).map(({ id }) => id);
}

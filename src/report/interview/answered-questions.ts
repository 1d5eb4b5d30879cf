import { answersSoFar } from '../../common/answers.ts';
import { plain } from '../../common/text.ts';
import type { Question } from '../../model/question.ts';
import type { Seen } from './session-view.ts';

/** A question with an answer; without what it asks where the knowledge has it no more. */
export interface AnsweredQuestion {
  readonly id: string;
  readonly question?: Question;
}

/** In the order in which the interview counts them. */
export function answeredQuestions({ interview, knowledge }: Seen): AnsweredQuestion[] {
  return answersSoFar(interview).map((id) => {
    const question = knowledge.questions.get(id);
    return { id, ...(question && { question }) };
  });
}

/** What a question is called in a list. */
export function askedIn({ id, question }: AnsweredQuestion): string {
  return plain(question?.ask ?? id);
}

import type { AnswersThatHold } from '../../model/advice.ts';
import type { Answers } from '../../model/answers.ts';
import type { Condition, Term } from '../../model/condition.ts';

/** The given answers that fulfil a condition; undefined if it does not hold. What is open fulfils none. */
export function answersThatHold(
  { text, terms, place: { file, line } }: Condition,
  answers: Answers,
): AnswersThatHold | undefined {
  const meeting = ({ subject, choices }: Term) =>
    (answers.get(subject)?.choices ?? []).filter((choice) => choices.includes(choice));
  if (terms.some((term) => meeting(term).length === 0)) return undefined;
  const questions = [...new Set(terms.map(({ subject }) => subject))];
  const held = questions.map((id) => {
    const own = terms.filter(({ subject }) => subject === id).flatMap(meeting);
    return [id, (answers.get(id)?.choices ?? []).filter((choice) => own.includes(choice))];
  });
  return { condition: text, questions, answers: Object.fromEntries(held), file, line };
}

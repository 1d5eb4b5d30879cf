import type { Answers } from '../../model/answers.ts';
import type { AnswerChange } from '../../model/flips.ts';
import type { Trigger } from '../../model/record.ts';

/** The triggers whose answers are all given today, and were not when the record was made. */
export function firedTriggers(
  triggers: readonly Trigger[],
  then: Answers,
  now: Answers,
): Trigger[] {
  return triggers.filter(
    ({ changes }) =>
      changes.every((change) => isMade(change, now)) &&
      !changes.every((change) => isMade(change, then)),
  );
}

/** The answer is the one of the trigger; of several choices, those have come and gone that the trigger names. */
function isMade({ question, from, to }: AnswerChange, answers: Answers): boolean {
  const given = answers.get(question)?.choices;
  if (given === undefined) return false;
  if (typeof to === 'string') return given.includes(to);
  const before = [from ?? []].flat();
  const come = to.filter((choice) => !before.includes(choice));
  const gone = before.filter((choice) => !to.includes(choice));
  return (
    come.every((choice) => given.includes(choice)) && !gone.some((choice) => given.includes(choice))
  );
}

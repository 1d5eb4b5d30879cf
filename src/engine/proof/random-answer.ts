import { NONE, type Question } from '../../model/question.ts';

/** A whole number from 0 up to, but not including, `end`. */
export type Dice = (end: number) => number;

/** A legal answer at random; where several choices may be picked, their number is drawn first. */
export function randomAnswer(question: Question, dice: Dice): readonly string[] {
  const { choices, several, limit = Number.POSITIVE_INFINITY } = question;
  if (!several) return [choices[dice(choices.length)]?.id ?? NONE];
  const alone = choices.filter(({ exclusive }) => exclusive);
  const others = choices.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  const size = dice(Math.min(limit, others.length) + 1);
  if (size === 0) return [alone[dice(alone.length)]?.id ?? NONE];
  const left = [...others];
  const drawn = new Set(
    Array.from({ length: size }, () => left.splice(dice(left.length), 1)).flat(),
  );
  return others.filter((id) => drawn.has(id));
}

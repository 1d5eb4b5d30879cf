import type { Question } from '../model/question.ts';

/** What speaks against a set of choices; undefined where nothing does. */
export function answerObjection(
  { choices, limit }: Question,
  picked: readonly string[],
): string | undefined {
  if (picked.length === 0) return 'pick with the space bar what holds, or the last line';
  const alone = choices.find(({ id, exclusive }) => exclusive && picked.includes(id));
  if (alone !== undefined && picked.length > 1) return `"${alone.label}" stands alone`;
  return limit !== undefined && picked.length > limit ? `${limit} at most` : undefined;
}

import type { Question } from '../../model/question.ts';

/** Of a question with more legal sets than this only the sets of up to two choices are tried. */
const MOST_SETS = 2_000;

/** The answers that the audit tries: every choice; where several may be picked, every legal set or the smaller ones. */
export function triedAnswers(question: Question): (readonly string[])[] {
  const alone = question.choices
    .filter(({ exclusive }) => exclusive || !question.several)
    .map(({ id }) => [id]);
  if (!question.several) return alone;
  const joinable = question.choices.filter(({ exclusive }) => !exclusive).map(({ id }) => id);
  const largest = question.limit ?? joinable.length;
  const all = setsUpTo(joinable, largest, MOST_SETS);
  return [...alone, ...(all ?? setsUpTo(joinable, Math.min(2, largest)) ?? [])];
}

/** All sets of one to `size` members; undefined when there are more than `most`. */
function setsUpTo(
  members: readonly string[],
  size: number,
  most = Number.POSITIVE_INFINITY,
): string[][] | undefined {
  let sets: string[][] = [[]];
  for (const member of members) {
    const grown = sets.filter((set) => set.length < size).map((set) => [...set, member]);
    sets = [...sets, ...grown];
    if (sets.length > most) return undefined;
  }
  return sets.slice(1);
}

import type { Choice } from '../model/question.ts';

/** Two different choices that cannot be picked together: one of them is exclusive, or they exclude each other. */
export function isOpposite(one: Choice, other: Choice): boolean {
  if (one.id === other.id) return false;
  return one.exclusive || other.exclusive || one.excludes?.includes(other.id) === true;
}

/** The first two of some choices that cannot be picked together; an exclusive one is the first of the two. */
export function oppositesAmong(picked: readonly Choice[]): readonly [Choice, Choice] | undefined {
  const order = picked.toSorted((a, b) => Number(b.exclusive) - Number(a.exclusive));
  for (const one of order) {
    const other = order.find((each) => isOpposite(one, each));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}

/** What stands on each side. */
export interface Sides<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
}

/** The same on both sides, or what only one side has. */
export type Paired<T> =
  | { readonly before: T; readonly after: T }
  | { readonly before: T; readonly after?: never }
  | { readonly before?: never; readonly after: T };

/** Finds each of before a partner of its own, as long as there are any; and what is left over. */
export function pairUp<T>(
  { before, after }: Sides<T>,
  isPair: (one: T, other: T) => boolean,
): { readonly pairs: readonly Paired<T>[]; readonly left: Sides<T> } {
  const come = [...after];
  const pairs: Paired<T>[] = [];
  const gone = before.filter((each) => {
    const at = come.findIndex((other) => isPair(each, other));
    const [partner] = at < 0 ? [] : come.splice(at, 1);
    if (partner !== undefined) pairs.push({ before: each, after: partner });
    return partner === undefined;
  });
  return { pairs, left: { before: gone, after: come } };
}

/** What is left over, as what went and what came. */
export function oneSided<T>({ before, after }: Sides<T>): Paired<T>[] {
  return [...before.map((each) => ({ before: each })), ...after.map((each) => ({ after: each }))];
}

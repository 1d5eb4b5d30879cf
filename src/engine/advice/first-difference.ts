/** Below 0 where the first number that differs is the smaller one in `a`, above 0 where it is in `b`; 0 where none does. */
export function firstDifference(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

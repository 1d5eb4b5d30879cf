/** Twice the shared over the sum of both, 0 to 1: the harmonic mean of precision and recall; 1 for two empty lists. */
export function f1(picked: readonly string[], wanted: readonly string[]): number {
  const shared = picked.filter((each) => wanted.includes(each)).length;
  const total = picked.length + wanted.length;
  return total === 0 ? 1 : (2 * shared) / total;
}

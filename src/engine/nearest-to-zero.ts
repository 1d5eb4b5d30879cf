/** c[a,q] of MODEL.md, section 2: the entry nearest to zero if all have one sign, else 0. */
export function nearestToZero(points: readonly number[]): number {
  const least = Math.min(...points);
  const most = Math.max(...points);
  return least > 0 ? least : Math.min(most, 0);
}

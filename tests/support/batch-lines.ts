/** So many lines for `batch`, numbered from 0 on. */
export function linesTo(count: number): string {
  return Array.from({ length: count }, (_, id) => `${JSON.stringify({ id, answers: {} })}\n`).join(
    '',
  );
}

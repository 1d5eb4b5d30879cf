/** The exit code of a bug of the program. */
export const BUG = 70;

/** What to report of it. */
export function bugText(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `arch-advisor has a bug: ${details}\n`;
}

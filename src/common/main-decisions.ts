/** Whether a decision is a main one, and not a finer part of another. */
export function isMain({ below }: { readonly below?: string }): boolean {
  return below === undefined;
}

/** `A`, `A and B`, `A, B and C`. */
export function listed(texts: readonly string[], word: 'and' | 'or'): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** `A, B, C and 4 more`; a single one is never left out. */
export function listedFirst(texts: readonly string[], most: number): string {
  const rest = texts.length - most;
  return rest > 1 ? `${texts.slice(0, most).join(', ')} and ${rest} more` : texts.join(', ');
}

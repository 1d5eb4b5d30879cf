/** Text without control characters and without marks that reorder it: nothing in it can command a terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, (character) =>
    /\s/.test(character) ? ' ' : '',
  );
}

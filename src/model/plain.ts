/** Text without control characters and without marks that reorder it: nothing in it can command a terminal. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
    /\s/.test(character) ? ' ' : '',
  );
}

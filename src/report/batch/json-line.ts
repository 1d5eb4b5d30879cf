/** A result as JSON in one line, under the promise of `json`: nothing in it can command a terminal. */
export function jsonLine(value: unknown): string {
  const text = JSON.stringify(value);
  return `${text.replace(/[\u007F-\u009F\u2028\u2029\p{Bidi_Control}]/gu, asEscape)}\n`;
}

function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

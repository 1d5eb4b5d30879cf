/** A result as JSON for programs; characters that could command a terminal are escaped. */
export function json(value: unknown): string {
  return `${escaped(JSON.stringify(value, null, 2))}\n`;
}

/** The same in one line. */
export function jsonLine(value: unknown): string {
  return `${escaped(JSON.stringify(value))}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\u007F-\u009F\u2028\u2029\p{Bidi_Control}]/gu, asEscape);
}

function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The line that begins the data of a record. */
export const MARK = '<!-- arch-advisor record';

/** Whether a text holds the data of a record, in whatever state. Blanks around the line make no difference: editors add them. */
export function isRecord(text: string): boolean {
  return text.includes(MARK) && text.split('\n').some((line) => line.trim() === MARK);
}

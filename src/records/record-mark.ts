/** The line that begins the data of a record. */
export const MARK = '<!-- arch-advisor record';

/** Whether a text holds the data of a record, in whatever state. Blanks around the line make no difference: editors add them. */
export function isRecord(text: string): boolean {
  return text.includes(MARK) && text.split('\n').some((line) => line.trim() === MARK);
}

/** Whether bytes that are not UTF-8 text contain the mark: in an encoding that extends ASCII, or in UTF-16. */
export function hasMark(bytes: Buffer): boolean {
  const wide = Buffer.from(MARK, 'utf16le');
  return [Buffer.from(MARK), wide, Buffer.from(wide).swap16()].some((mark) => bytes.includes(mark));
}

/**
 * Whether a text says how to decide it again, with `arch-advisor verify` in a code span. Then it is a record, also
 * without its data. Lines may be wrapped anew.
 */
export function saysHowToVerify(text: string): boolean {
  return /\bto (?:check|decide) it\b[^.`]{0,200}`arch-advisor\s+verify\b[^`]*`/i.test(text);
}

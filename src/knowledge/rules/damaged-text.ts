import type { Rule } from '../rule.ts';

export const damagedText: Rule = {
  id: 'damaged-text',
  severity: 'warning',
  check: ({ documents }, report) => {
    for (const { file, text } of documents) {
      text.split('\n').forEach((content, index) => {
        for (const { word, repaired, column } of damageIn(content)) {
          const place = { file, line: index + 1, column };
          const hint = repaired ? `write \`${repaired}\`` : 'a character was lost here: retype it';
          report({ message: `Damaged text \`${word}\``, hint, place });
        }
      });
    }
  },
};

/** A word that went through the wrong encoding, and what it was before. */
export interface Damage {
  readonly word: string;
  /** Absent if the original is unknown. */
  readonly repaired?: string;
  /** Counts from 1. */
  readonly column: number;
}

const LOST = '\uFFFD';
const WORD = /[\p{L}\p{M}\p{N}\p{S}\p{Pi}\p{Pf}\u0080-\u00BF‚„…†‡ˆ‰‹›–—˜'’\uFFFD-]+/gu;

/** Windows-1252 from byte 0x80 to 0x9F; Node's own decoder takes them for control characters in some versions. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** The Windows-1252 byte of a character. */
function byteOf(character: string): number | undefined {
  const high = HIGH.indexOf(character);
  const code = character.charCodeAt(0);
  if (high >= 0) return 0x80 + high;
  return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : undefined;
}

/** Finds words whose UTF-8 bytes were read as Windows-1252 (`doesnâ€™t`), and lost characters. */
export function damageIn(line: string): Damage[] {
  return [...line.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    const column = index + 1;
    if (word.includes(LOST)) return [{ word, column }];
    const repaired = repair(word);
    return repaired === undefined ? [] : [{ word, repaired, column }];
  });
}

/** The word with its characters taken for the bytes they came from; undefined if those are not UTF-8. */
function repair(word: string): string | undefined {
  if (!/[\u0080-\uFFFF]/.test(word)) return undefined;
  const bytes: number[] = [];
  for (const character of word) {
    const byte = byteOf(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  const text = new TextDecoder('utf-8').decode(Uint8Array.from(bytes));
  return text.includes(LOST) || !isLikely(text) ? undefined : text;
}

/** What European text is made of. An accent before a quotation mark may look like damage, too, but of rarer letters. */
const LIKELY = /^[\p{ASCII}\u00A0-\u017F\u2010-\u203A€™]*$/u;

function isLikely(text: string): boolean {
  return LIKELY.test(text);
}

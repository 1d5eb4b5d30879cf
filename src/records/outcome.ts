import { plain } from '../common/text.ts';
import { headingsIn, linesOf, sectionOf } from './headings.ts';

/** A text that no longer holds the sentence that names the pick. */
export interface ChangedOutcome {
  /** The line where it is expected; the first is 1. */
  readonly line: number;
  /** What stands there instead; absent if nothing does. */
  readonly found?: string;
}

/** Characters of what stands there instead. */
const LONGEST = 120;

/** Compares the outcome in the text of a record with the sentence that was written; undefined if it is there. */
export function changedOutcome(text: string, outcome: string): ChangedOutcome | undefined {
  const lines = linesOf(text);
  const section = sectionOf('decision outcome', lines) ?? sectionOf('decision', lines);
  if (section === undefined) return { line: (headingsIn(lines)[0]?.index ?? 0) + 1 };
  const own = lines.slice(section.start, section.end);
  if (says(squeezed(own.join(' ')), squeezed(outcome))) return undefined;
  const at = own.findIndex((line) => line.trim() !== '');
  if (at < 0) return { line: section.start };
  return { line: section.start + at + 1, found: shortened((own[at] ?? '').trim()) };
}

/** Without a word that is cut off. */
function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`;
}

/** Another option behind it makes it another outcome. */
function says(text: string, outcome: string): boolean {
  const [, ...rests] = text.split(outcome);
  return rests.some((rest) => !/^(,? (and|or)\b|, ")/.test(rest));
}

const REFERENCES = { amp: '&', lt: '<', gt: '>', quot: '"' } as const;

/** Lines may be wrapped anew, and lists, emphasis and what is escaped written otherwise. */
function squeezed(text: string): string {
  return plain(text)
    .replace(/[*_\\]/g, '')
    .replace(/&#x([0-9a-f]{1,4});/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof REFERENCES) => REFERENCES[name])
    .replace(/\s+/g, ' ')
    .trim();
}

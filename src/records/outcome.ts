import { sectionOf } from './record-text.ts';

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
  const lines = text.split(/\r?\n/);
  const section = sectionOf('decision outcome', lines) ?? sectionOf('decision', lines);
  if (section === undefined) return { line: 1 };
  const own = lines.slice(section.start, section.end);
  if (squeezed(own.join(' ')).includes(squeezed(outcome))) return undefined;
  const at = own.findIndex((line) => line.trim() !== '');
  if (at < 0) return { line: section.start };
  return { line: section.start + at + 1, found: (own[at] ?? '').trim().slice(0, LONGEST) };
}

/** Lines may be wrapped anew, and lists and emphasis written otherwise. */
function squeezed(text: string): string {
  return text.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim();
}

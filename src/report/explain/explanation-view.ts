import type { Explanation } from '../../model/explanation.ts';
import type { Outlook } from '../../model/outlook.ts';
import type { Detail } from '../advice/advice-view.ts';
import type { References } from '../layout/references.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from '../words/names.ts';

export interface ExplanationView {
  readonly names: Names;
  readonly style: Style;
  /** The sum, the sum in words with what follows from it, or every sentence. */
  readonly detail: Detail;
  /** What was answered, to say answers as they were given. */
  readonly answers: Explanation['answers'];
  /** Where no answer moves anything: how the main decisions stand, and which questions matter. */
  readonly outlook?: Outlook;
}

/** What the parts of a text share: how it looks, and the places that it has cited so far. */
export interface Citing {
  readonly view: ExplanationView;
  readonly notes: References;
}

/** Columns before the points of a line, and of the points. */
export const INDENT = 4;
export const POINTS = 5;

/** Columns of a label including the blank after it. */
export const LABEL = 14;

const SUBJECT = 24;

/** Columns of what a line is about. */
export function subjectWidth({ style }: ExplanationView): number {
  return Math.min(SUBJECT, Math.floor(style.width * 0.28));
}

/** The beginning of a text, cut after a word within the given number of characters. */
export function beginning(text: string, most: number, { glyphs }: Style): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut;
  return `${words.replace(/[,;:.]$/, '')} ${glyphs.more}`;
}

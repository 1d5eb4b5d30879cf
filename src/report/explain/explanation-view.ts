import type { Explanation } from '../../model/explanation.ts';
import type { Names } from '../names.ts';
import type { References } from '../references.ts';
import type { Style } from '../style.ts';

/** How much is told of each decision: the sum, the sum in words with what follows from it, or every sentence. */
export type Depth = 'short' | 'usual' | 'full';

export interface ExplanationView {
  readonly names: Names;
  readonly style: Style;
  readonly depth: Depth;
  /** What was answered, to say answers as they were given. */
  readonly answers: Explanation['answers'];
}

/** What the parts of a text share: how it looks, and the places that it has cited so far. */
export interface Telling {
  readonly view: ExplanationView;
  readonly notes: References;
}

/** Columns before the points of a line, and of the points. */
export const INDENT = 4;
export const POINTS = 5;

const SUBJECT = 22;

/** Columns of what a line is about. */
export function subjectWidth({ style }: ExplanationView): number {
  return Math.min(SUBJECT, Math.floor(style.width * 0.28));
}

/** A blank at which no line is broken, and that is not cut off at the edge of a cell. */
export const GLUE = '\u00A0';

/** `+10`, `−4`. */
export function signed(points: number, { glyphs }: Style): string {
  if (points === 0) return '0';
  return `${points > 0 ? glyphs.plus : glyphs.minus}${Math.abs(points)}`;
}

/** A number that may be below zero, with the minus of the style. */
export function plainNumber(value: number, { glyphs }: Style): string {
  return value < 0 ? `${glyphs.minus}${-value}` : String(value);
}

/** In parentheses where it is below 0, as something is taken away from it. */
export function enclosed(value: number, style: Style): string {
  const number = plainNumber(value, style);
  return value < 0 ? `(${number})` : number;
}

/** Characters beyond the glyphs; ASCII is known by its minus. */
export function marksOf({ glyphs }: Style): { readonly times: string; readonly more: string } {
  return glyphs.minus === '-' ? { times: 'x', more: '...' } : { times: '×', more: '…' };
}

/** The beginning of a text, up to a word that ends within so many characters. */
export function beginning(text: string, most: number, style: Style): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0)) || cut;
  return `${words.replace(/[,;:.]$/, '')} ${marksOf(style).more}`;
}

import { paragraph } from './layout.ts';
import type { Style } from './style.ts';

interface Limits {
  readonly width: number;
  /** Lines. */
  readonly most: number;
  readonly style: Pick<Style, 'glyphs'>;
  /** Follows the text even if that is cut; ASCII. */
  readonly tail?: string;
}

/** A text in at most the given number of lines, with a mark if something is left out. */
export function limited(text: string, { width, most, style, tail = '' }: Limits): string[] {
  const whole = wrapped(`${text}${tail}`, width);
  if (whole.length <= most) return whole;
  const lines = paragraph(text, width);
  const rest = lines.slice(most - 1).join(' ');
  const end = `${style.glyphs.more}${tail}`;
  const [last = ''] = paragraph(rest, Math.max(NARROWEST, width - end.length));
  return [...lines.slice(0, most - 1), `${last}${end}`];
}

/** Characters of one column each: ASCII and the glyphs of the reports. Most texts have no others and need no measuring, which is slow. */
const SIMPLE = /^(?:[!-~…→·○●◐✕–]+(?: |$))*$/;

/** Whether each character of a text takes one column, so that its length is its width. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

function wrapped(text: string, width: number): string[] {
  return text.length <= width && isSimple(text) ? [text.trimEnd()] : paragraph(text, width);
}

/** Room for a character of double width. */
const NARROWEST = 2;

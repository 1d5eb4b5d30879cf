import { rows } from '../layout/layout.ts';
import { isSimple, limited } from '../layout/limited.ts';
import type { Paint, Style } from '../layout/style.ts';

/** Columns left free at each side of a screen. */
export const MARGIN = 1;

/** Columns of the cursor, including the blank after it. */
export const POINTER = 2;

interface Block {
  readonly indent?: number;
  readonly most?: number;
  readonly paint?: Paint;
}

/** A paragraph between the margins; empty without text. */
export function block(
  text: string,
  style: Style,
  { indent = MARGIN, most = Number.POSITIVE_INFINITY, paint = same }: Block = {},
): string[] {
  if (text === '') return [];
  const lines = limited(text, { width: style.width - indent - MARGIN, most, style });
  return lines.map((line) => `${' '.repeat(indent)}${paint(line)}`);
}

const same: Paint = (text) => text;

interface LimitedCell {
  readonly text: string;
  /** Including the blank after it. */
  readonly width: number;
  readonly paint?: Paint;
}

/** Texts side by side between the margins, each in at most the given number of lines. */
export function limitedRow(cells: readonly LimitedCell[], style: Style, most: number): string[] {
  const columns = cells.map(({ text, width, paint = same }) => ({
    lines: limited(text, { width: width - 1, most, style }),
    width,
    paint,
  }));
  const isOneLine = columns.every(
    ({ lines }, index) =>
      lines.length === 1 && (index === columns.length - 1 || isSimple(lines[0] ?? '')),
  );
  if (isOneLine) return [sideBySide(columns)];
  const painted = columns.map(({ lines, width, paint }) => ({
    text: lines.map(paint).join('\n'),
    width,
  }));
  return rows([[{ text: '', width: MARGIN }, ...painted]], style.width);
}

interface Column {
  readonly lines: readonly string[];
  readonly width: number;
  readonly paint: Paint;
}

/** One line of texts that need no measuring; trailing blanks do not matter. */
function sideBySide(columns: readonly Column[]): string {
  const texts = columns.map(({ lines: [line = ''], width, paint }) => {
    const blanks = ' '.repeat(Math.max(0, width - line.length));
    return line === '' ? blanks : `${paint(line)}${blanks}`;
  });
  return `${' '.repeat(MARGIN)}${texts.join('').trimEnd()}`;
}

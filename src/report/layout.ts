import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** A cell of a row: its text, already painted, and how many columns it takes; the last one takes the rest. */
export interface Cell {
  readonly text: string;
  readonly width?: number;
}

const NARROWEST = 12;

/** Rows of cells side by side; a text too long for its cell goes on in the next line of that cell. */
export function rows(cells: readonly (readonly Cell[])[], width: number): string[] {
  return cells.flatMap((row) => {
    const taken = row.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
    const rest = Math.max(width - taken, NARROWEST);
    return sideBySide(
      row.map(({ text, width: own }) => columnOf(text, own ?? rest, own === undefined ? 0 : 1)),
    );
  });
}

/** The lines of a cell, all of one width. */
function columnOf(text: string, width: number, gap: number): string[] {
  return wrapped(text, width - gap).map((line) => padded(line, width));
}

function sideBySide(columns: readonly (readonly string[])[]): string[] {
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    printed(
      columns.map((lines) => lines[line] ?? padded('', stringWidth(lines[0] ?? ''))).join(''),
    ),
  );
}

/** A paragraph, indented as a whole. */
export function paragraph(text: string, width: number, indent = 0): string[] {
  return wrapped(text, width - indent).map((line) => printed(`${' '.repeat(indent)}${line}`));
}

function wrapped(text: string, width: number): string[] {
  return wrapAnsi(text, width, { hard: true }).split('\n');
}

function padded(line: string, width: number): string {
  return `${line}${' '.repeat(Math.max(0, width - stringWidth(line)))}`;
}

/** A blank at which no line is broken, and that is not cut off at the edge of a cell. */
export const GLUE = '\u00A0';

/** Blanks that held words together have done their work. */
function printed(line: string): string {
  return line.replaceAll(GLUE, ' ').trimEnd();
}

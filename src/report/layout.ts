import cliui from 'cliui';

/** A cell of a row: its text, already painted, and how many columns it takes; the last one takes the rest. */
export interface Cell {
  readonly text: string;
  readonly width?: number;
}

/** Rows of cells side by side; a text too long for its cell goes on in the next line of that cell. */
export function rows(cells: readonly (readonly Cell[])[], width: number): string[] {
  return cells.flatMap((row) => {
    const ui = cliui({ width, wrap: true });
    const taken = row.reduce((sum, cell) => sum + (cell.width ?? 0), 0);
    ui.div(...row.map((cell) => column(cell, width - taken)));
    return lines(ui.toString());
  });
}

const NARROWEST = 12;

function column({ text, width }: Cell, rest: number) {
  const own = width ?? Math.max(rest, NARROWEST);
  return {
    text: text === '' ? ' ' : text,
    width: own,
    padding: [0, width === undefined ? 0 : 1, 0, 0],
  };
}

/** A paragraph, indented as a whole. */
export function paragraph(text: string, width: number, indent = 0): string[] {
  const ui = cliui({ width, wrap: true });
  ui.div({ text, padding: [0, 0, 0, indent], width });
  return lines(ui.toString());
}

/** A blank at which no line is broken, and that is not cut off at the edge of a cell. */
export const GLUE = '\u00A0';

/** Blanks that held words together have done their work. */
function lines(text: string): string[] {
  return text.split('\n').map((line) => line.replaceAll(GLUE, ' ').trimEnd());
}

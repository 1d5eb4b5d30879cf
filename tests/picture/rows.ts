import type { IBufferCell, Terminal } from '@xterm/headless';

/** Text that is drawn in one way, and the column in which it starts. */
export interface Run {
  readonly column: number;
  readonly text: string;
  readonly look: Look;
}

export interface Look {
  readonly isBold: boolean;
  readonly isDim: boolean;
  /** One of the sixteen colours of a terminal, by number. */
  readonly colour?: number;
}

export type Row = readonly Run[];

/** The rows that a screen shows after this output, up to the last one that is not empty. */
export async function rowsOn(screen: Terminal, output: string): Promise<Row[]> {
  await new Promise<void>((resolve) => screen.write(output, resolve));
  const rows = Array.from({ length: screen.rows }, (_, row) => rowAt(screen, row));
  return rows.slice(0, rows.findLastIndex((row) => textOf(row).trim() !== '') + 1);
}

export function textOf(row: Row): string {
  return row.map(({ text }) => text).join('');
}

function rowAt({ buffer, cols }: Terminal, row: number): Row {
  const line = buffer.active.getLine(buffer.active.viewportY + row);
  const runs: Run[] = [];
  for (let column = 0; column < cols; column += 1) {
    const cell = line?.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const text = cell.getChars() || ' ';
    const look = lookOf(cell);
    const last = runs.at(-1);
    if (last !== undefined && isSame(last.look, look)) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push({ column, text, look });
  }
  return runs;
}

function lookOf(cell: IBufferCell): Look {
  const colour = cell.isFgPalette() ? { colour: cell.getFgColor() } : {};
  return { isBold: cell.isBold() !== 0, isDim: cell.isDim() !== 0, ...colour };
}

function isSame(one: Look, other: Look): boolean {
  return one.isBold === other.isBold && one.isDim === other.isDim && one.colour === other.colour;
}

import type { Spread } from './race.ts';

/** One thing that was measured. */
export interface Row {
  readonly what: string;
  /** On which answers or how many lines. */
  readonly on: string;
  /** What the project promises. */
  readonly target?: string;
  readonly measured: Measured | string;
}

export interface Measured {
  readonly spread: Spread;
  readonly unit: string;
}

const HEAD = ['what', 'on', 'target', 'median', 'quartiles'];

/** All rows as an aligned table. */
export function rowsText(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  const text = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return cells.map(text).join('\n');
}

function cellsOf({ what, on, target = '', measured }: Row): string[] {
  if (typeof measured === 'string') return [what, on, target, measured, ''];
  const { spread, unit } = measured;
  const quartiles = `${figure(spread.low)} … ${figure(spread.high)}`;
  return [what, on, target, `${figure(spread.median)} ${unit}`, quartiles];
}

/** Three digits that matter. */
function figure(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en');
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toFixed(digits);
}

import type { Spread } from './alternate.ts';
import { markdownTable } from './markdown-table.ts';

/** One thing that was measured. */
export interface Row {
  readonly what: string;
  /** On which answers or how many lines. */
  readonly on?: string;
  /** What it is measured against: the divisor of a ratio. */
  readonly than?: string;
  /** The most that it may come to, in the unit of what is measured. */
  readonly target?: number;
  /** What it costs by itself, in milliseconds. */
  readonly cost?: Spread;
  readonly measured: Measured | Failure;
}

export interface Measured {
  /** The median counts. */
  readonly spread: Spread;
  /** `×` for a ratio. */
  readonly unit: string;
}

/** It could not be measured. */
export interface Failure {
  readonly failure: string;
}

const HEAD = ['what', 'on', 'ms', 'divided by', 'target', 'median', 'quartiles', 'met'];

/** All rows as a table. */
export function rowsText(rows: readonly Row[]): string {
  return markdownTable(HEAD, rows.map(cellsOf));
}

/** Those that miss their target. */
export function missedIn(rows: readonly Row[]): Row[] {
  return rows.filter((row) => isMet(row) === false);
}

/** A row with a whole number of something. */
export function countRow(row: Omit<Row, 'measured'>, count: number, unit: string): Row {
  return { ...row, measured: { spread: { low: count, median: count, high: count }, unit } };
}

/** Undefined where there is no target. */
function isMet({ target, measured }: Row): boolean | undefined {
  if (target === undefined) return undefined;
  return 'spread' in measured && measured.spread.median <= target;
}

function cellsOf(row: Row): string[] {
  const { what, on = '', cost, than = '', target, measured } = row;
  const met = isMet(row);
  const verdict = met === undefined ? '' : met ? 'yes' : '**no**';
  const head = [what, on, cost ? figure(cost.median) : '', than];
  if ('failure' in measured) return [...head, limitText(target, ''), measured.failure, '', verdict];
  const { spread, unit } = measured;
  const isExact = spread.low === spread.high;
  const quartiles = isExact ? '' : `${figure(spread.low)} – ${figure(spread.high)}`;
  const median = `${figure(spread.median)} ${unit}`.trimEnd();
  return [...head, limitText(target, unit), median, quartiles, verdict];
}

function limitText(target: number | undefined, unit: string): string {
  return target === undefined ? '' : `≤ ${target.toLocaleString('en')} ${unit}`.trimEnd();
}

/** Three digits that matter. */
function figure(value: number): string {
  if (Number.isInteger(value) || value >= 1_000) return Math.round(value).toLocaleString('en');
  return value >= 100 ? value.toFixed(0) : value.toPrecision(value < 0.1 ? 2 : 3);
}

import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { largest } from '../../common/lists.ts';
import { GLUE, type Style } from './style.ts';

/** A cell of a row: its text, already painted, and its width in columns; the last one takes the rest. */
export interface Cell {
  readonly text: string;
  readonly width?: number;
}

/** Minimum columns of the last cell, at the expense of the others. */
const NARROWEST = 10;

/** Rows of cells side by side; a text too long for its cell continues on the next line of that cell. */
export function rows(cells: readonly (readonly Cell[])[], width: number): string[] {
  return cells.flatMap((row) => {
    const own = row.map((cell) => cell.width);
    const widths = own.includes(undefined) ? within(own, width - NARROWEST) : within(own, width);
    const rest = width - sum(widths);
    if (width < NARROW && own.includes(undefined) && rest < LEAST) return stacked(row, width);
    return sideBySide(
      row.map(({ text }, index) => {
        const width = widths[index];
        return width === undefined ? wrapped(text, rest) : columnOf(text, width);
      }),
    );
  });
}

/** Columns that the last cell needs to be readable, and its indentation if it has fewer. */
const LEAST = 22;
const BELOW = 4;

/** The last cell below the others. */
function stacked(row: readonly Cell[], width: number): string[] {
  const indent = Math.min(BELOW, row.find(({ text }) => text === '')?.width ?? 0);
  const texts = row.map(({ text }) => text).filter((text) => text !== '');
  const head = texts.slice(0, -1).join(' ');
  return [
    ...(head === '' ? [] : paragraph(head, width, indent)),
    ...texts.slice(-1).flatMap((text) => paragraph(text, width, indent + BELOW)),
  ];
}

type Widths = readonly (number | undefined)[];

/** Widths of cells that fit together: the widest is reduced first, down to the next one. */
function within(widths: Widths, room: number): Widths {
  const excess = sum(widths) - room;
  if (excess <= 0) return widths;
  const most = largest(widths.map((width) => width ?? 0));
  const widest = widths.filter((width) => width === most).length;
  const next = largest(widths.map((width) => (width === undefined || width === most ? 0 : width)));
  const less = Math.min(Math.ceil(excess / widest), Math.max(1, most - next));
  return within(
    widths.map((width) => (width === most ? most - less : width)),
    room,
  );
}

function sum(widths: Widths): number {
  return widths.reduce<number>((total, width) => total + (width ?? 0), 0);
}

/** The lines of a cell, all of the same width, followed by a blank. */
function columnOf(text: string, width: number): string[] {
  return wrapped(text, width - 1).map((line) => padded(line, width));
}

function sideBySide(columns: readonly (readonly string[])[]): string[] {
  const height = largest(columns.map((lines) => lines.length));
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

/** Non-breaking blanks become ordinary ones. */
function printed(line: string): string {
  return line.replaceAll(GLUE, ' ').trimEnd();
}

/** A faint paragraph: hints, and what was left out. */
export function aside(
  text: string,
  { palette, width }: Pick<Style, 'palette' | 'width'>,
  indent = 0,
): string[] {
  return paragraph(palette.faint(text), width, indent);
}

/** Columns before a label, and of a label including the blank after it. */
export const INDENT = 2;
export const LABEL = 11;
/** Of labels such as `Ruled out if`. */
export const WIDE_LABEL = 14;

/** With fewer columns than this, side-by-side content is stacked. */
export const NARROW = 60;

/** Texts below each other, with a label before the first, or above it if there is little room; empty without texts. */
export function labelled(
  label: string,
  texts: readonly string[],
  { width, column = LABEL }: { readonly width: number; readonly column?: number },
): string[] {
  if (width < NARROW) {
    const lines = texts.flatMap((text) => paragraph(text, width, 2 * INDENT));
    return lines.length === 0 ? [] : [...paragraph(label, width, INDENT), ...lines];
  }
  const cells = texts.map((text, index): Cell[] => [
    { text: '', width: INDENT },
    { text: index === 0 ? label : '', width: column },
    { text },
  ]);
  return rows(cells, width);
}

const CONTINUED = ' \\';
const CONTINUATION = '    ';

/** A flag may stand in the line before its value, which may hold blanks itself. */
function flagAndValue(word: string): string[] {
  const [, flag, value] = /^(--?[\w-]+) (.*)$/.exec(word) ?? [];
  return flag === undefined || value === undefined ? [word] : [flag, value];
}

/** A command line that can be pasted into a shell: if it is too long for one line, it continues after a backslash. */
export function commandLines(
  lead: string,
  words: readonly string[],
  { width }: Pick<Style, 'width'>,
): string[] {
  const lines: string[] = [];
  let line = lead;
  const room = width - CONTINUATION.length - CONTINUED.length;
  for (const word of words.flatMap((each) => (each.length <= room ? [each] : flagAndValue(each)))) {
    const next = line === lead || line === CONTINUATION ? `${line}${word}` : `${line} ${word}`;
    if (next.length + CONTINUED.length <= width || line.trim() === '') {
      line = next;
      continue;
    }
    lines.push(`${line}${CONTINUED}`);
    line = `${CONTINUATION}${word}`;
  }
  return [...lines, line];
}

import type { Look, Row, Run } from './rows.ts';

const CELL = { width: 8.4, height: 18 };
const PADDING = 20;
const TITLE_BAR = 34;

/** Light text on a dark window: it can be read on a white page and on a dark one. */
const COLOURS = { window: '#1e2127', border: '#4b5263', text: '#dcdfe4', dim: '#9aa2b1' };
const PALETTE: Readonly<Record<number, string>> = {
  1: '#e88388',
  2: '#98c379',
  3: '#e5c07b',
  4: '#73ade9',
  5: '#d19ae5',
  6: '#66c2cd',
};
const BUTTONS = ['#e88388', '#e5c07b', '#98c379'];

/** The rows of a screen as a picture of a terminal window. */
export function svgOf(rows: readonly Row[], columns: number, description: string): string {
  const width = Math.ceil(columns * CELL.width) + 2 * PADDING;
  const height = TITLE_BAR + rows.length * CELL.height + PADDING;
  const buttons = BUTTONS.map(
    (fill, at) => `<circle cx="${PADDING + at * 18}" cy="18" r="5.5" fill="${fill}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(description)}</title>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="9" fill="${COLOURS.window}" stroke="${COLOURS.border}"/>`,
    ...buttons,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${COLOURS.text}" xml:space="preserve">`,
    ...rows.flatMap((row, at) => lineOf(row, TITLE_BAR + (at + 0.75) * CELL.height)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function lineOf(row: Row, y: number): string[] {
  return row.flatMap((run) => (run.text.trim() === '' ? [] : [drawn(run, y)]));
}

/** A run at its column, stretched to its cells: fonts differ in how wide their letters are. */
function drawn({ column, text, look }: Run, y: number): string {
  const indent = text.length - text.trimStart().length;
  const shown = text.trim();
  const x = (PADDING + (column + indent) * CELL.width).toFixed(1);
  const width = ([...shown].length * CELL.width).toFixed(1);
  return `<text x="${x}" y="${y}" textLength="${width}"${attributesOf(look)}>${escaped(shown)}</text>`;
}

function attributesOf({ isBold, isDim, colour }: Look): string {
  const fill = colour === undefined ? undefined : PALETTE[colour % 8];
  const shade = fill ?? (isDim ? COLOURS.dim : undefined);
  return `${isBold ? ' font-weight="bold"' : ''}${shade === undefined ? '' : ` fill="${shade}"`}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** How text is to look: colours by meaning, characters, and the number of columns. Chosen in `cli/`. */
export interface Style {
  readonly width: number;
  readonly palette: Palette;
  readonly glyphs: Glyphs;
}

/** What text means; every paint keeps the text readable without colour. */
export interface Palette {
  readonly strong: Paint;
  readonly faint: Paint;
  readonly plus: Paint;
  readonly minus: Paint;
  readonly caution: Paint;
}

export type Paint = (text: string) => string;

export interface Glyphs {
  readonly plus: string;
  readonly minus: string;
  readonly none: string;
  readonly settled: string;
  readonly open: string;
  readonly tied: string;
  readonly infeasible: string;
  readonly separator: string;
  readonly mitigation: string;
  readonly full: string;
  readonly half: string;
  readonly dash: string;
  readonly times: string;
  readonly more: string;
  readonly arrow: string;
  readonly cursor: string;
  readonly rule: string;
  /** The end of a line of text being typed. */
  readonly caret: string;
}

const same: Paint = (text) => text;

/** No colour at all. */
export const colourless: Palette = {
  strong: same,
  faint: same,
  plus: same,
  minus: same,
  caution: same,
};

export const unicode: Glyphs = {
  plus: '+',
  minus: '−',
  none: '·',
  settled: '●',
  open: '○',
  tied: '◐',
  infeasible: '✕',
  separator: '·',
  mitigation: '↳',
  full: '█',
  half: '░',
  dash: '–',
  times: '×',
  more: '…',
  arrow: '→',
  cursor: '❯',
  rule: '─',
  caret: '▏',
};

/** For terminals that show nothing else. */
export const ascii: Glyphs = {
  plus: '+',
  minus: '-',
  none: '.',
  settled: '*',
  open: 'o',
  tied: '=',
  infeasible: 'x',
  separator: '|',
  mitigation: '>',
  full: '#',
  half: '-',
  dash: '-',
  times: 'x',
  more: '...',
  arrow: '->',
  cursor: '>',
  rule: '-',
  caret: '_',
};

/** A non-breaking blank, which is also kept at the edge of a cell. */
export const GLUE = '\u00A0';

/** A rating or the direction of points as signs: `++`, `−`. */
export function signs(value: number, { glyphs, palette }: Style): string {
  const count = Math.min(Math.abs(value), 2);
  if (count === 0) return palette.faint(glyphs.none);
  return value > 0
    ? palette.plus(glyphs.plus.repeat(count))
    : palette.minus(glyphs.minus.repeat(count));
}

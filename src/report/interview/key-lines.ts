import type { Style } from '../style.ts';
import { MARGIN } from './limited.ts';

/** A key and what it does; in few words where there is little room. */
export interface KeyHint {
  readonly text: string;
  readonly short?: string;
  /** What is left out first has the lowest; without one it is never left out. */
  readonly rank?: number;
}

const QUIT: KeyHint = { text: 'q save, quit', short: 'q quit' };

export function questionKeys({ several, isWhyShown }: Asked): KeyHint[] {
  return [
    ...(several
      ? [
          { text: 'space pick', rank: 6 },
          { text: 'enter done', rank: 5 },
        ]
      : [{ text: 'enter choose', rank: 5 }]),
    { text: isWhyShown ? '? hide why' : '? why', short: '? why' },
    { text: 'u unknown', rank: 4 },
    { text: 'b back' },
    { text: 'e edit', rank: 3 },
    { text: 'n note', rank: 1 },
    { text: 's status', rank: 2 },
    { text: 'f finish' },
    QUIT,
  ];
}

interface Asked {
  readonly several: boolean;
  readonly isWhyShown: boolean;
}

export const ANSWERS_KEYS: readonly KeyHint[] = [
  { text: 'up, down move', rank: 1 },
  { text: 'enter change' },
  { text: 'b back' },
  QUIT,
];

export const STATUS_KEYS: readonly KeyHint[] = [
  { text: 'up, down scroll', rank: 1 },
  { text: 'enter, b back' },
  QUIT,
];

export const TEXT_KEYS: readonly KeyHint[] = [{ text: 'enter done' }, { text: 'esc cancel' }];

const ROWS_FOR_TWO = 16;

/** The keys in one line, or in two where there are rows enough; as many of them as go in. */
export function keyLines(
  keys: readonly KeyHint[],
  { style, rows }: { readonly style: Style; readonly rows: number },
): string[] {
  const most = rows >= ROWS_FOR_TWO ? 2 : 1;
  const lines = fitting(keys, most, style);
  return lines.map((line) => `${' '.repeat(MARGIN)}${style.palette.faint(line)}`);
}

/** The longer words go first where that saves a line, then what is of least use. */
function fitting(keys: readonly KeyHint[], most: number, style: Style): string[] {
  const full = joined(
    keys.map(({ text }) => text),
    style,
  );
  const short = joined(
    keys.map(({ text, short = text }) => short),
    style,
  );
  const fewest = full.length > short.length ? short : full;
  const least = Math.min(...keys.map(({ rank = Number.POSITIVE_INFINITY }) => rank));
  if (fewest.length <= most || !Number.isFinite(least)) return fewest.slice(0, most);
  return fitting(
    keys.filter(({ rank }) => rank !== least),
    most,
    style,
  );
}

/** No key is broken; each text is ASCII, so that its length is its width. */
function joined(texts: readonly string[], { width, glyphs }: Style): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const longer = `${lines.at(-1)} ${glyphs.separator} ${text}`;
    const isNew = lines.length === 0 || longer.length > width - 2 * MARGIN;
    lines.splice(isNew ? lines.length : -1, isNew ? 0 : 1, isNew ? text : longer);
  }
  return lines;
}

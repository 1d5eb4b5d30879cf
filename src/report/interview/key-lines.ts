import type { TextScreen } from '../../model/interview.ts';
import type { Question } from '../../model/question.ts';
import type { Style } from '../layout/style.ts';
import { MARGIN } from './limited.ts';

/** A key and what it does; abbreviated or omitted if there is little room. */
export interface KeyHint {
  readonly key: string;
  readonly does: string;
  readonly short?: string;
  /** The key with the lowest rank loses its words first. */
  readonly rank: number;
}

const QUIT: KeyHint = { key: 'q', does: 'save, quit', short: 'save', rank: 4 };

interface KeysFor extends Pick<Question, 'several'> {
  readonly isWhyShown: boolean;
  /** What `?` does while the explanation is shown, if it does not hide it; in full and abbreviated. */
  readonly turn?: Pick<KeyHint, 'does' | 'short'>;
}

export function questionKeys({ several, isWhyShown, turn }: KeysFor): KeyHint[] {
  const why = turn ?? { does: isWhyShown ? 'hide why' : 'why' };
  return [
    ...(several ? [{ key: 'space', does: 'pick', rank: 10 }] : []),
    { key: 'enter', does: several ? 'done' : 'choose', rank: 9 },
    { key: '?', ...why, rank: turn === undefined ? 8 : 11 },
    { key: 'u', does: "don't know", rank: 7 },
    { key: 'b', does: 'back', rank: 6 },
    { key: 'e', does: 'edit', rank: 5 },
    { key: 'n', does: 'note', rank: 1 },
    { key: 's', does: 'status', rank: 2 },
    { key: 'f', does: 'finish', rank: 3 },
    QUIT,
  ];
}

export const ANSWERS_KEYS: readonly KeyHint[] = [
  { key: 'up, down', does: 'move', rank: 1 },
  { key: 'enter', does: 'change', rank: 6 },
  { key: 'b', does: 'back', rank: 5 },
  QUIT,
];

export const STATUS_KEYS: readonly KeyHint[] = [
  { key: 'up, down', does: 'scroll', rank: 1 },
  { key: 'enter, b', does: 'back', rank: 5 },
  QUIT,
];

export function textKeys(kind: TextScreen['kind']): KeyHint[] {
  return [
    { key: 'enter', does: 'done', rank: 1 },
    kind === 'name'
      ? { key: 'esc', does: 'leave blank', short: 'skip', rank: 2 }
      : { key: 'esc', does: 'cancel', rank: 2 },
  ];
}

const ROWS_FOR_TWO = 16;

/** All keys in one line, or in two if there are enough rows, with as many words as fit. */
export function keyLines(
  keys: readonly KeyHint[],
  { style, rows }: { readonly style: Style; readonly rows: number },
): string[] {
  const most = rows >= ROWS_FOR_TWO ? 2 : 1;
  const lines = fitting(keys, most, style);
  return lines.map((line) => `${' '.repeat(MARGIN)}${style.palette.faint(line)}`);
}

/** Long words are abbreviated first if that saves a line; then the least useful words are dropped. */
function fitting(keys: readonly KeyHint[], most: number, style: Style): string[] {
  const full = joined(
    keys.map(({ key, does }) => `${key} ${does}`),
    style,
  );
  const short = joined(keys.map(inShort), style);
  const fewest = full.length > short.length ? short : full;
  const least = keys.toSorted((a, b) => a.rank - b.rank);
  const barer = keys.map((_, place) => joined(withBare(keys, least.slice(0, place + 1)), style));
  const width = style.width - 2 * MARGIN;
  const fits = (lines: string[]) =>
    lines.length <= most && lines.every((line) => line.length <= width);
  return [fewest, ...barer].find(fits) ?? [closeTogether(keys).slice(0, Math.max(1, width))];
}

function inShort({ key, does, short = does }: KeyHint): string {
  return `${key} ${short}`;
}

/** Keys without words come last, next to each other. */
function withBare(keys: readonly KeyHint[], bare: readonly KeyHint[]): string[] {
  const worded = keys.filter((each) => !bare.includes(each));
  const rest = keys.filter((each) => bare.includes(each));
  return [...worded.map(inShort), rest.map(({ key }) => key).join(' ')];
}

/** `space enter ?ubensfq` */
function closeTogether(keys: readonly KeyHint[]): string {
  const names = keys.map(({ key }) => key);
  const letters = names.filter(({ length }) => length === 1).join('');
  return [...names.filter(({ length }) => length > 1), letters].join(' ');
}

/** No key is split across lines; each text is ASCII, so its length is its width. */
function joined(texts: readonly string[], { width, glyphs }: Style): string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const longer = `${lines.at(-1)} ${glyphs.separator} ${text}`;
    const isNew = lines.length === 0 || longer.length > width - 2 * MARGIN;
    lines.splice(isNew ? lines.length : -1, isNew ? 0 : 1, isNew ? text : longer);
  }
  return lines;
}

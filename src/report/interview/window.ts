import type { Style } from '../layout/style.ts';
import { block } from './limited.ts';

/** A list item, in at most the given number of lines; at least one. */
export type Item = (most: number) => readonly string[];

interface Frame {
  readonly cursor: number;
  /** Lines that may be taken; 1 at least. */
  readonly height: number;
  readonly style: Style;
}

/**
 * A list within a number of lines. If it is too long, only the one that is pointed at is shown in full, and where the
 * others are too many as well those nearest to it are shown, with marks that say how many are not.
 */
export function windowed(items: readonly Item[], { cursor, height, style }: Frame): string[] {
  const all = items.length > height ? [] : items.flatMap((item) => item(Number.POSITIVE_INFINITY));
  if (items.length <= height && all.length <= height) return all;
  const at = Math.min(Math.max(0, cursor), items.length - 1);
  const own = items[at]?.(height) ?? [];
  const { from, to } = reach({ at, size: items.length, own: own.length, height });
  const hasMarks = own.length + to - from - 1 + marksIn(from, to, items.length) <= height;
  const shown = items
    .slice(from, to)
    .flatMap((item, index) => (from + index === at ? own : item(1)));
  if (!hasMarks)
    return [
      ...shown,
      ...markBeside({ from, to, size: items.length }, height - shown.length, style),
    ];
  return [...markOf(from, style), ...shown, ...markOf(items.length - to, style)];
}

interface Hidden {
  readonly from: number;
  readonly to: number;
  readonly size: number;
}

/** If there is one line for both marks. */
function markBeside({ from, to, size }: Hidden, room: number, style: Style): string[] {
  if (room < 1) return [];
  const { palette, glyphs } = style;
  const words = `${glyphs.more} ${from} more above, ${size - to} below`;
  return block(words, style, { most: 1, paint: palette.faint });
}

function markOf(hidden: number, style: Style): string[] {
  const { palette, glyphs } = style;
  return hidden === 0
    ? []
    : block(`${glyphs.more} ${hidden} more`, style, { paint: palette.faint });
}

interface Reach {
  readonly at: number;
  readonly size: number;
  /** Lines of the one under the cursor. */
  readonly own: number;
  readonly height: number;
}

/** The part of a list around a place that fits, marks included; it grows in both directions as far as it can. */
function reach({ at, size, own, height }: Reach): { from: number; to: number } {
  const fits = (from: number, to: number) =>
    from >= 0 && to <= size && own + (to - from - 1) + marksIn(from, to, size) <= height;
  let from = at;
  let to = at + 1;
  while (fits(from, to + 1) || fits(from - 1, to)) {
    if (fits(from, to + 1)) to += 1;
    if (fits(from - 1, to)) from -= 1;
  }
  return { from, to };
}

function marksIn(from: number, to: number, size: number): number {
  return Number(from > 0) + Number(to < size);
}

import { listHeader, ruleLine } from './header-lines.ts';
import { type KeyHint, keyLines } from './key-lines.ts';
import type { Seen } from './session-view.ts';
import { type Item, windowed } from './window.ts';

interface List {
  readonly title: string;
  /** Stands over the items where there is room. */
  readonly caption?: readonly string[];
  readonly items: readonly Item[];
  readonly keys: readonly KeyHint[];
}

const ROWS_FOR_RULES = 14;

/** A list with one line pointed at, and its keys. */
export function listScreen(list: List, cursor: number, seen: Seen): string[] {
  const { title, caption = [], items, keys } = list;
  const { style, rows } = seen;
  const rule = rows < ROWS_FOR_RULES ? [] : [ruleLine(style)];
  const last = keyLines(keys, seen);
  const over = rows < ROWS_FOR_RULES ? [] : caption;
  const around = 1 + 2 * rule.length + over.length + last.length;
  const height = Math.max(1, rows - 1 - around);
  const shown = windowed(items, { cursor, height, style });
  return [listHeader(title, seen), ...rule, ...over, ...shown, ...rule, ...last];
}

import type { Standing } from '../../model/outlook.ts';
import { block } from './limited.ts';
import type { Seen } from './session-view.ts';
import { standingRow } from './standing-row.ts';

const ROWS_FOR_PANEL = 24;
const FEWEST = 2;

/** How the decisions stand, the open ones first, in at most so many lines; nothing where that tells too little. */
export function panelLines(seen: Seen, height: number): string[] {
  const { rows, style, interview } = seen;
  const { decisions } = interview.outlook;
  const room = Math.min(height, Math.floor(rows / 2));
  if (rows < ROWS_FOR_PANEL || room < Math.min(decisions.length, FEWEST)) return [];
  const open = decisions.filter(({ status }) => status === 'open');
  const inOrder = [...open, ...decisions.filter(({ status }) => status !== 'open')];
  const line = (standing: Standing) => standingRow(standing, seen);
  if (inOrder.length <= room) return inOrder.flatMap(line);
  const told = inOrder.slice(0, room - 1);
  const openLeft = Math.max(0, open.length - told.length);
  const more = `${style.glyphs.more} ${inOrder.length - told.length} more, ${openLeft} of them open; s shows all`;
  return [...told.flatMap(line), ...block(more, style, { most: 1, paint: style.palette.faint })];
}

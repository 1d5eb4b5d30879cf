import { isDecided } from '../../common/decided.ts';
import type { Standing } from '../../model/outlook.ts';
import { block } from './limited.ts';
import type { Seen } from './session-view.ts';
import { standingHeading } from './standing-heading.ts';
import { standingRow } from './standing-row.ts';

const ROWS_FOR_PANEL = 24;
const FEWEST = 2;
const ROOM_FOR_HEADING = 4;

/** How the decisions stand, the open ones first, in at most so many lines; nothing where that tells too little. */
export function panelLines(seen: Seen, height: number): string[] {
  const { rows, style, interview } = seen;
  const { decisions } = interview.outlook;
  const room = Math.min(height, Math.floor(rows / 2));
  if (rows < ROWS_FOR_PANEL || room < Math.min(decisions.length, FEWEST)) return [];
  const open = decisions.filter((each) => !isDecided(each));
  const inOrder = [...open, ...decisions.filter(isDecided)];
  const line = (standing: Standing) => standingRow(standing, seen);
  const head = room < ROOM_FOR_HEADING ? [] : standingHeading(decisions, seen);
  const left = room - head.length;
  if (inOrder.length <= left) return [...head, ...inOrder.flatMap(line)];
  const told = inOrder.slice(0, left - 1);
  const openLeft = Math.max(0, open.length - told.length);
  const more = `${style.glyphs.more} ${inOrder.length - told.length} more, ${openLeft} of them open; s shows all`;
  const end = block(more, style, { most: 1, paint: style.palette.faint });
  return [...head, ...told.flatMap(line), ...end];
}

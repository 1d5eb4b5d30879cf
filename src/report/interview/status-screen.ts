import { overallStatus } from '../../common/decided.ts';
import type { ListScreen } from '../../model/interview.ts';
import type { Standing } from '../../model/outlook.ts';
import { statusText } from '../status.ts';
import { colourless } from '../style.ts';
import { STATUS_KEYS } from './key-lines.ts';
import { block, MARGIN, POINTER } from './limited.ts';
import { listScreen } from './list-screen.ts';
import type { Seen } from './session-view.ts';
import { standingHeading } from './standing-heading.ts';
import { standingRow } from './standing-row.ts';
import { dependsWords, leadWords, plainNames, winsWords } from './standing-words.ts';
import type { Item } from './window.ts';

/** How each decision asked for stands. */
export function statusScreen({ cursor }: ListScreen, seen: Seen): string[] {
  const { decisions } = seen.interview.outlook;
  const items = decisions.map((standing, index) => itemOf(standing, seen, index === cursor));
  const caption = standingHeading(decisions, seen, POINTER);
  const list = { title: 'How it stands', caption, items, keys: STATUS_KEYS };
  return listScreen(list, cursor, seen);
}

/** In a line; the one that is pointed at with all that is known of it. */
function itemOf(standing: Standing, seen: Seen, isAt: boolean): Item {
  const { style, knowledge, interview } = seen;
  const { glyphs } = style;
  const row = () => standingRow(standing, seen, isAt ? glyphs.cursor : '');
  if (!isAt) return row;
  const names = plainNames(knowledge);
  const pinned = interview.sheet.pins.has(standing.id);
  const parts = [
    statusText({ status: overallStatus(standing), pinned }, { ...style, palette: colourless }),
    leadWords(standing, names),
    winsWords(standing),
    dependsWords(standing),
  ];
  const text = parts.filter(Boolean).join(` ${glyphs.separator} `);
  const indent = MARGIN + 2 * POINTER;
  return (most) => [...row(), ...(most < 2 ? [] : block(text, style, { indent, most: most - 1 }))];
}

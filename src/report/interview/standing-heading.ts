import { isDecided } from '../../common/decided.ts';
import type { Standing } from '../../model/outlook.ts';
import { MARGIN } from './limited.ts';
import type { Seen } from './session-view.ts';
import { LONGEST_SHARE, standingColumns } from './standing-columns.ts';

const GAP = 2;
const SHARE_OF = ['share of the ways to answer the rest', 'share of the ways to answer', 'share'];

/** What the numbers in the lines on decisions are, in as many words as fit; nothing where there are none. */
export function standingHeading(
  decisions: readonly Pick<Standing, 'status' | 'applies'>[],
  { style }: Pick<Seen, 'style'>,
  before = 0,
): string[] {
  if (decisions.every(isDecided)) return [];
  const { title, lead } = standingColumns(style, before);
  const ahead = [`${' '.repeat(title)}Ahead now, in points`, 'Ahead now, in points', 'In points'];
  const room = title + lead + LONGEST_SHARE;
  const pairs = SHARE_OF.flatMap((right) => ahead.map((left) => ({ left, right })));
  const fitting = pairs.find(({ left, right }) => left.length + GAP + right.length <= room);
  if (fitting === undefined) return [];
  const { left, right } = fitting;
  const text = `${left}${right.padStart(room - left.length)}`;
  return [`${' '.repeat(MARGIN + before)}${style.palette.faint(text)}`];
}

import type { Standing } from '../../model/outlook.ts';
import { MARGIN } from './limited.ts';
import type { Seen } from './session-view.ts';
import { LONGEST_SHARE, standingColumns } from './standing-columns.ts';

const GAP = 2;
const WINS_WITH = ['wins with random answers to the rest', 'wins with random answers', 'wins'];

/** What the numbers in the lines on decisions are, in as many words as fit; nothing where there are none. */
export function standingHeading(
  decisions: readonly Pick<Standing, 'share'>[],
  { style }: Pick<Seen, 'style'>,
  before = 0,
): string[] {
  if (decisions.every(({ share }) => share === undefined)) return [];
  const { title, lead } = standingColumns(style, before);
  const ahead = [`${' '.repeat(title)}Ahead now, in points`, 'Ahead now, in points', 'In points'];
  const room = title + lead + LONGEST_SHARE;
  const pairs = WINS_WITH.flatMap((right) => ahead.map((left) => ({ left, right })));
  const fitting = pairs.find(({ left, right }) => left.length + GAP + right.length <= room);
  if (fitting === undefined) return [];
  const { left, right } = fitting;
  const text = `${left}${right.padStart(room - left.length)}`;
  return [`${' '.repeat(MARGIN + before)}${style.palette.faint(text)}`];
}

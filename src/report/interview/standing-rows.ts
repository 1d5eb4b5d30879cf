import { isDecided, likeliestOf, overallStatus } from '../../common/decided.ts';
import type { Standing } from '../../model/outlook.ts';
import { paragraph } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { plainNames } from '../words/names.ts';
import { shareWords, shortLeads } from '../words/standing.ts';
import { statusText } from '../words/status.ts';
import { block, limitedRow, MARGIN, POINTER } from './limited.ts';
import type { Seen } from './session-view.ts';

const ROWS_FOR_PANEL = 24;
const FEWEST = 2;
const ROOM_FOR_HEADING = 4;

/** How the decisions stand, the open ones first, in at most so many lines; nothing where that would say too little. */
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
  const shown = inOrder.slice(0, left - 1);
  const openLeft = Math.max(0, open.length - shown.length);
  const more = `${style.glyphs.more} ${inOrder.length - shown.length} more, ${openLeft} of them open; s shows all`;
  const end = block(more, style, { most: 1, paint: style.palette.faint });
  return [...head, ...shown.flatMap(line), ...end];
}

/**
 * A decision in a line: its name, what leads or that it likely does not apply, the share of that, and its status; a
 * pointer before it where there may be one.
 */
export function standingRow(standing: Standing, seen: Seen, pointer?: string): string[] {
  const { style, knowledge, interview } = seen;
  const names = plainNames(knowledge);
  const before = pointer === undefined ? [] : [{ text: pointer, width: POINTER }];
  const columns = standingColumns(style, before.length * POINTER);
  const share = isDecided(standing) ? '' : shareWords(likeliestOf(standing).share);
  const atRight = LONGEST_SHARE - share.length;
  const pinned = interview.sheet.pins.has(standing.id);
  const cells = [
    ...before,
    { text: names.decision(standing.id), width: columns.title },
    { text: fitting(shortLeads(standing, names), columns.lead - 1), width: columns.lead + atRight },
    { text: share, width: columns.share - atRight },
    {
      text: columns.isWide
        ? statusText({ status: overallStatus(standing), pinned }, style)
        : glyphOf(standing, seen),
      width: columns.status,
    },
  ];
  return limitedRow(cells, style, 1);
}

function glyphOf(standing: Standing, { style }: Seen): string {
  const status = overallStatus(standing);
  return status === 'not-applicable' ? style.glyphs.dash : style.glyphs[status];
}

/** The first that stands in one line, or else the last. */
function fitting(texts: readonly string[], width: number): string {
  return texts.find((text) => paragraph(text, width).length === 1) ?? texts.at(-1) ?? '';
}

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

/** How wide the parts of a line on a decision are, each with the blanks behind it. */
interface StandingColumns {
  readonly title: number;
  readonly lead: number;
  readonly share: number;
  readonly status: number;
  /** The status stands there as a word, too. */
  readonly isWide: boolean;
}

const SHARE = 7;
/** The widest share is `< 1 %`. */
const LONGEST_SHARE = 5;
const WIDE = 60;
const STATUS = 15;
const GLYPH = 3;
const WIDEST_TITLE = 25;

/** With so many columns before the line. */
function standingColumns({ width }: Pick<Style, 'width'>, before: number): StandingColumns {
  const isWide = width >= WIDE;
  const status = isWide ? STATUS : GLYPH;
  const title = Math.min(WIDEST_TITLE, Math.floor(width / 3));
  const lead = width - 2 * MARGIN - before - title - status - SHARE;
  return { title, lead, share: SHARE, status, isWide };
}

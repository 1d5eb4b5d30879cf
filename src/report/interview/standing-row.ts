import type { Standing } from '../../model/outlook.ts';
import { paragraph } from '../layout.ts';
import { statusText } from '../status.ts';
import { limitedRow, MARGIN } from './limited.ts';
import type { Seen } from './session-view.ts';
import { leadWords, plainNames, shareWords } from './standing-words.ts';

const SHARE = 7;
/** Columns from which on the status stands there as a word, too. */
const WIDE = 60;
const STATUS = 15;
const GLYPH = 3;
const POINTER = 2;

/** A decision in a line: its name, what leads, the share of that, and its status; a pointer before it where there may be one. */
export function standingRow(standing: Standing, seen: Seen, pointer?: string): string[] {
  const { style, knowledge, interview } = seen;
  const names = plainNames(knowledge);
  const before = pointer === undefined ? [] : [{ text: pointer, width: POINTER }];
  const room = style.width - 2 * MARGIN - before.length * POINTER;
  const title = Math.min(25, Math.floor(style.width / 3));
  const isWide = style.width >= WIDE;
  const status = isWide ? STATUS : GLYPH;
  const lead = room - title - status - SHARE;
  const pinned = interview.sheet.pins.has(standing.id);
  const cells = [
    ...before,
    { text: names.decision(standing.id), width: title },
    { text: fitting(leadWords(standing, names), lead - 1), width: lead },
    { text: shareWords(standing.share), width: SHARE },
    {
      text: isWide ? statusText({ ...standing, pinned }, style) : glyphOf(standing, seen),
      width: status,
    },
  ];
  return limitedRow(cells, style, 1);
}

function glyphOf({ status }: Standing, { style }: Seen): string {
  return status === 'not-applicable' ? style.glyphs.dash : style.glyphs[status];
}

/** The first that stands in one line, or else the last. */
function fitting(texts: readonly string[], width: number): string {
  return texts.find((text) => paragraph(text, width).length === 1) ?? texts.at(-1) ?? '';
}

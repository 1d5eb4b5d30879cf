import { isDecided, likeliestOf, overallStatus } from '../../common/decided.ts';
import type { Standing } from '../../model/outlook.ts';
import { paragraph } from '../layout.ts';
import { statusText } from '../status.ts';
import { limitedRow, POINTER } from './limited.ts';
import type { Seen } from './session-view.ts';
import { LONGEST_SHARE, standingColumns } from './standing-columns.ts';
import { plainNames, shareWords, shortLeads } from './standing-words.ts';

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

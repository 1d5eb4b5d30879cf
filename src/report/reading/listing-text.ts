import stringWidth from 'fast-string-width';
import { largest } from '../../common/lists.ts';
import type { Counts, ListItem } from '../../model/reading.ts';
import { aside, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { count } from '../words/numbers.ts';

/** Columns for ids; a longer one stands in a line of its own. */
const MOST_FOR_IDS = 28;
const LEAST_FOR_IDS = 10;

/** Things with their ids, for typing them: no id is ever broken, though its line may then be longer than the others. */
export function listingText(items: readonly ListItem[], kind: string, style: Style): string {
  const { palette } = style;
  const column = columnFor(items, style.width);
  const lines = items.flatMap(({ id, name, about, parts = [] }) => {
    const text = name === about || about === '' ? name : `${name}: ${about}`;
    const isLong = stringWidth(id) >= column;
    return [
      ...(isLong ? [palette.strong(id)] : []),
      ...besides(isLong ? '' : palette.strong(id), text, { column, width: style.width }),
      ...partLines(parts, column, style),
    ];
  });
  const counted = count(items.length, kind.replace(/ies$/, 'y').replace(/s$/, ''), kind);
  return [...lines, '', ...aside(counted, style), ''].join('\n');
}

/** As wide as the longest id, as far as there is room for what stands beside it. */
function columnFor(items: readonly ListItem[], width: number): number {
  const longest = largest(
    items.map(({ id }) => stringWidth(id) + 2),
    LEAST_FOR_IDS,
  );
  const part = largest(
    items.flatMap(({ parts = [] }) => parts.map((part) => stringWidth(part))),
    0,
  );
  return Math.max(2, Math.min(MOST_FOR_IDS, longest, Math.floor(width / 2), width - part));
}

function besides(
  id: string,
  text: string,
  { column, width }: { readonly column: number; readonly width: number },
): string[] {
  return rows([[{ text: id, width: column }, { text }]], width);
}

/** Ids beside each other; one that is longer than a line stands in its own. */
function partLines(parts: readonly string[], column: number, style: Style): string[] {
  const { palette, glyphs, width } = style;
  if (parts.length === 0) return [];
  const isTooLong = parts.some((part) => column + stringWidth(part) > width);
  return isTooLong
    ? parts.map((part) => `${' '.repeat(column)}${palette.faint(part)}`)
    : besides('', palette.faint(parts.join(` ${glyphs.separator} `)), { column, width });
}

/** How much a knowledge base holds, one line each. */
export function countsText(counts: Counts, style: Style): string {
  return `${countsLines(counts, style).join('\n')}\n`;
}

export function countsLines(counts: Counts, { palette, width }: Style): string[] {
  const lines: readonly (readonly [number, string])[] = [
    [counts.decisions, `decisions with ${counts.alternatives} alternatives`],
    [counts.patterns, 'patterns'],
    [counts.qualities, 'qualities'],
    [counts.questions, `questions with ${counts.choices} choices`],
    [counts.profiles, 'profiles'],
    [counts.claims + counts.conditions, `statements: ${statements(counts)}`],
    [counts.sources, 'footnotes'],
  ];
  const cells = lines.map(([number, text]) => [
    { text: palette.strong(String(number)), width: 7 },
    { text },
  ]);
  return rows(cells, width);
}

function statements({ claims, conditions, sourced, judgement, unsourced, prose }: Counts): string {
  const bare = unsourced > 0 ? `, ${unsourced} with neither` : '';
  return `${claims} claims (${prose} of them in prose) and ${conditions} conditions; ${sourced} with a source, ${judgement} marked as judgement${bare}`;
}

import stringWidth from 'fast-string-width';
import { largest } from '../../common/lists.ts';
import type { Counts, ListItem, ListPart } from '../../model/reading.ts';
import { aside, paragraph, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { count } from '../words/numbers.ts';

/** Columns for ids; a longer one stands in a line of its own. */
const MOST_FOR_IDS = 28;
const LEAST_FOR_IDS = 10;

/** Things with their ids, for typing them: no id is ever broken, though its line may then be longer than the others. */
export function listingText(
  items: readonly ListItem[],
  kind: string,
  style: Style,
  note = '',
): string {
  const column = columnFor(items, style.width);
  const lines = items.flatMap((item, index) => [
    ...groupLines(item, items[index - 1], style),
    ...itemLines(item, column, style),
  ]);
  const counted = count(items.length, kind.replace(/ies$/, 'y').replace(/s$/, ''), kind);
  const notes = note === '' ? [] : ['', ...aside(note, style)];
  return [...lines, ...notes, '', ...aside(counted, style), ''].join('\n');
}

/** A heading where another group begins. */
function groupLines(
  { group }: ListItem,
  before: ListItem | undefined,
  { palette, width }: Style,
): string[] {
  if (group === undefined || group === before?.group) return [];
  return [...(before ? [''] : []), ...paragraph(palette.strong(group), width)];
}

function itemLines(
  { id, name, about, parts = [] }: ListItem,
  column: number,
  style: Style,
): string[] {
  const text = name === about || about === '' ? name : `${name}: ${about}`;
  return [
    ...besides({ id, text, column }, style),
    ...(parts.every((part) => part.about === '')
      ? inlineParts(parts, column, style)
      : parts.flatMap((part) => partLines(part, parts, { column, style }))),
  ];
}

/** As wide as the longest id, as far as there is room for what stands beside it. */
function columnFor(items: readonly ListItem[], width: number): number {
  const longest = largest(
    items.map(({ id }) => stringWidth(id) + 2),
    LEAST_FOR_IDS,
  );
  const part = largest(
    items.flatMap(({ parts = [] }) => parts.map(({ id }) => stringWidth(id))),
    0,
  );
  return Math.max(2, Math.min(MOST_FOR_IDS, longest, Math.floor(width / 2), width - part));
}

interface Row {
  readonly id: string;
  readonly text: string;
  /** Columns up to the text. */
  readonly column: number;
  readonly indent?: number;
}

/** An id with a text beside it; one that is too long stands in a line of its own. */
function besides({ id, text, column, indent = 0 }: Row, { palette, width }: Style): string[] {
  const isLong = indent + stringWidth(id) >= column;
  const cells = [
    { text: '', width: indent },
    { text: isLong ? '' : palette.strong(id), width: column - indent },
    { text },
  ];
  return [
    ...(isLong ? [`${' '.repeat(indent)}${palette.strong(id)}`] : []),
    ...rows([cells.filter((cell) => cell.width !== 0)], width),
  ];
}

/** Ids beside each other; one that is longer than a line stands in its own. */
function inlineParts(parts: readonly ListPart[], column: number, style: Style): string[] {
  const { palette, glyphs, width } = style;
  if (parts.length === 0) return [];
  const ids = parts.map(({ id }) => id);
  const isTooLong = ids.some((id) => column + stringWidth(id) > width);
  const text = palette.faint(ids.join(` ${glyphs.separator} `));
  return isTooLong
    ? ids.map((id) => `${' '.repeat(column)}${palette.faint(id)}`)
    : besides({ id: '', text, column }, style);
}

const PART_INDENT = 2;
const MOST_FOR_PARTS = 22;

/** The id of a part with what it means, in columns of their own below what it belongs to. */
function partLines(
  { id, about }: ListPart,
  parts: readonly ListPart[],
  { column, style }: { readonly column: number; readonly style: Style },
): string[] {
  const indent = Math.min(PART_INDENT, column);
  const longest = largest(parts.map((part) => stringWidth(part.id) + 2));
  const own = indent + Math.min(MOST_FOR_PARTS, longest, Math.floor(style.width / 2));
  return besides({ id, text: about, column: Math.max(column, own), indent }, style);
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

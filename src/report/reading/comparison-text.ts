import stringWidth from 'fast-string-width';
import { largest } from '../../common/lists.ts';
import type { Citation } from '../../model/advice.ts';
import type { ComparedQuality, ComparedSide, Comparison } from '../../model/reading.ts';
import { aside, type Cell, paragraph, rows } from '../layout/layout.ts';
import { limited } from '../layout/limited.ts';
import { withoutLabel } from '../layout/references.ts';
import { signs } from '../layout/style.ts';
import { inCommonLines } from './comparison-common-text.ts';
import { evidenceLines } from './comparison-evidence-text.ts';
import { comparisonVerdictLines } from './comparison-verdict-text.ts';
import { type ComparisonView, decisionsIn } from './comparison-view.ts';

const QUALITY = 24;
/** Columns of a sign; of the name above it at most. */
const SIGNS = 4;
const MOST_OF_A_NAME = 12;

/** Columns of a side below which its sentences would fall apart. */
const NARROWEST_SIDE = 26;
/** Columns below which the beginning of a sentence says nothing. */
const NARROWEST_SENTENCE = 24;

/**
 * Patterns side by side: a line for each quality with the sign of each, and the sentence that makes the difference; then when
 * to use which, and which is ahead for the system at hand.
 */
export function comparisonText(comparison: Comparison, view: ComparisonView): string {
  const table = view.isFull ? fullTable(comparison, view) : signTable(comparison, view);
  return [
    ...inCommonLines(comparison, view),
    ...table,
    ...comparison.patterns.flatMap((pattern) => evidenceLines(pattern, view)),
    ...(view.isFull
      ? []
      : ['', ...aside('--full shows every sentence and every condition', view.style)]),
    ...comparisonVerdictLines(comparison, view),
    '',
  ].join('\n');
}

/** One line for each quality; of different decisions only those that all speak about. */
function signTable({ patterns, qualities, decisions }: Comparison, view: ComparisonView): string[] {
  const { names, style } = view;
  const titles = patterns.map(({ id }) => names.alternative(id));
  const first = Math.min(QUALITY, Math.floor(style.width * 0.4));
  const column = Math.min(nameColumn(titles), Math.floor((style.width - first) / titles.length));
  const rest = style.width - first - titles.length * column;
  const hasSentences = rest >= NARROWEST_SENTENCE;
  const shown = decisionsIn(decisions).length > 1 ? qualities.filter(isShared) : qualities;
  const head: Cell[] = [
    { text: '', width: first },
    ...titles.map((title) => ({ text: style.palette.strong(title), width: column })),
  ];
  const lines = shown.map((row): Cell[] => [
    { text: names.quality(row.quality), width: first },
    ...row.sides.map((side) => ({ text: signs(side.rating, style), width: column })),
    ...(hasSentences ? [{ text: tellingSentence(row, titles, { rest, view }) }] : []),
  ]);
  return shown.length === 0 ? [] : rows([head, ...lines], style.width);
}

/** A name continues on a second line where it is long, but not within a word. */
function nameColumn(titles: readonly string[]): number {
  const words = titles.flatMap((title) => title.split(' '));
  const longestWord = largest(words.map((word) => stringWidth(word)));
  const longest = largest(titles.map((title) => stringWidth(title)));
  return Math.max(SIGNS, Math.min(longest, Math.max(longestWord, MOST_OF_A_NAME)) + 2);
}

function isShared({ sides }: ComparedQuality): boolean {
  return sides.every(({ claims }) => claims.length > 0);
}

/** The first sentence of the side that is rated farthest from the others, in one line. */
function tellingSentence(
  { sides }: ComparedQuality,
  titles: readonly string[],
  { rest, view }: { readonly rest: number; readonly view: ComparisonView },
): string {
  const most = largest(sides.map(({ rating }) => Math.abs(rating)));
  const index = sides.findIndex(({ rating, claims }) => {
    return Math.abs(rating) === most && claims.length > 0;
  });
  const [claim] = sides[index]?.claims ?? [];
  if (claim === undefined) return '';
  const text = `${titles[index]}: ${withoutLabel(claim)}`;
  return view.style.palette.faint(
    limited(text, { width: rest, most: 1, style: view.style }).join(''),
  );
}

/** Every sentence, in columns, or below each other where there is no room for that. */
function fullTable(comparison: Comparison, view: ComparisonView): string[] {
  const side = Math.floor((view.style.width - QUALITY) / comparison.patterns.length);
  return side < NARROWEST_SIDE ? stacked(comparison, view) : sideBySide(comparison, side, view);
}

function sideBySide(
  { patterns, qualities }: Comparison,
  side: number,
  { names, style }: ComparisonView,
): string[] {
  const titles = patterns.map(({ id }) => ({
    text: style.palette.strong(names.alternative(id)),
    width: side,
  }));
  const table = qualities.map(({ quality, sides }) => [
    { text: names.quality(quality), width: QUALITY },
    ...sides.flatMap((each, index) => [
      { text: signs(each.rating, style), width: SIGNS },
      {
        text: sentences(each.claims),
        ...(index < sides.length - 1 && { width: side - SIGNS }),
      },
    ]),
  ]);
  return rows([[{ text: '', width: QUALITY }, ...titles], ...table], style.width);
}

function stacked({ patterns, qualities }: Comparison, { names, style }: ComparisonView): string[] {
  const nameOf = (index: number) => names.alternative(patterns[index]?.id ?? '');
  const line = (side: ComparedSide, index: number): Cell[] => [
    { text: '', width: 2 },
    { text: nameOf(index), width: QUALITY },
    { text: signs(side.rating, style), width: SIGNS },
    { text: sentences(side.claims) },
  ];
  return qualities.flatMap(({ quality, sides }) => [
    ...paragraph(style.palette.strong(names.quality(quality)), style.width),
    ...rows(sides.map(line), style.width),
  ]);
}

/** The sentences without their label, which stands at the beginning of the row. */
function sentences(claims: readonly Citation[]): string {
  return claims
    .map((claim) => `${withoutLabel(claim)}${claim.contested ? ' (contested)' : ''}`)
    .join('; ');
}

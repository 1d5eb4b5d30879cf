import type { Citation } from '../../model/advice.ts';
import type { EvidenceKind, Pattern } from '../../model/pattern.ts';
import type { ComparedQuality, ComparedSide, Comparison } from '../../model/reading.ts';
import { type Cell, paragraph, rows } from '../layout/layout.ts';
import { withoutLabel } from '../layout/references.ts';
import { type Style, signs } from '../layout/style.ts';
import type { Names } from '../words/names.ts';

const QUALITY = 20;
const BAR = 3;
const SIGNS = 3;

/** Columns of a side below which its sentence would fall apart. */
const NARROWEST_SIDE = 26;

/** Patterns side by side, or below each other where there is no room: a bar, a sign and the sentence of each on every quality. */
export function comparisonText(comparison: Comparison, names: Names, style: Style): string {
  const { patterns } = comparison;
  const side = Math.floor((style.width - QUALITY) / patterns.length);
  const look = { names, style };
  return [
    ...(side < NARROWEST_SIDE ? stacked(comparison, look) : sideBySide(comparison, side, look)),
    ...patterns.flatMap((pattern) => chooseWhen(pattern, look)),
    '',
  ].join('\n');
}

interface Look {
  readonly names: Names;
  readonly style: Style;
}

function sideBySide(
  { patterns, qualities }: Comparison,
  side: number,
  { names, style }: Look,
): string[] {
  const titles = patterns.map(({ id }) => ({
    text: style.palette.strong(names.alternative(id)),
    width: side,
  }));
  const table = qualities.map((row) => [
    { text: names.quality(row.quality), width: QUALITY },
    ...sidesOf(row, side, style),
  ]);
  return rows([[{ text: '', width: QUALITY }, ...titles], ...table], style.width);
}

function stacked({ patterns, qualities }: Comparison, { names, style }: Look): string[] {
  return qualities.flatMap(({ quality, sides }) => [
    style.palette.strong(names.quality(quality)),
    ...rows(
      sides.map((side, index) => [
        { text: '', width: 2 },
        { text: names.alternative(patterns[index]?.id ?? ''), width: QUALITY },
        { text: bar(side, style), width: BAR },
        { text: signs(side.rating, style), width: SIGNS },
        { text: sentences(side.claims) },
      ]),
      style.width,
    ),
  ]);
}

function sidesOf({ sides }: ComparedQuality, width: number, style: Style): Cell[] {
  return sides.flatMap((side, index) => {
    const isLast = index === sides.length - 1;
    const rest = width - BAR - SIGNS;
    return [
      { text: bar(side, style), width: BAR },
      { text: signs(side.rating, style), width: SIGNS },
      { text: sentences(side.claims), ...(isLast ? {} : { width: rest }) },
    ];
  });
}

function bar({ rating }: ComparedSide, { glyphs, palette }: Style): string {
  if (rating > 0) return palette.plus(glyphs.full.repeat(rating));
  return rating < 0 ? palette.minus(glyphs.half.repeat(-rating)) : palette.faint(glyphs.none);
}

/** The sentences without their label, which stands at the beginning of the row. */
function sentences(claims: readonly Citation[]): string {
  return claims
    .map((claim) => `${withoutLabel(claim)}${claim.contested ? ' (contested)' : ''}`)
    .join('; ');
}

function chooseWhen(pattern: Pattern, { names, style }: Look): string[] {
  const name = names.alternative(pattern.id);
  const kinds: [EvidenceKind, string][] = [
    ['use-when', `Choose ${name} when`],
    ['avoid-when', `Avoid ${name} when`],
    ['ruled-out-when', `${name} cannot work when`],
  ];
  return kinds.flatMap(([kind, title]) => {
    const texts = pattern.evidence.filter((each) => each.kind === kind).map(({ text }) => text);
    if (texts.length === 0) return [];
    const lines = texts.flatMap((text) =>
      paragraph(`${style.glyphs.separator} ${text}`, style.width, 2),
    );
    return ['', style.palette.strong(title), ...lines];
  });
}

import { largest } from '../../common/lists.ts';
import type { Counts, ListItem } from '../../model/reading.ts';
import { aside, type Cell, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { count } from '../words/numbers.ts';

/** Things with their ids, for typing them. */
export function listingText(items: readonly ListItem[], kind: string, style: Style): string {
  const { palette, glyphs, width } = style;
  const column = Math.min(
    28,
    largest(
      items.map(({ id }) => id.length + 2),
      10,
    ),
  );
  const cells = items.flatMap(({ id, name, about, parts }): Cell[][] => [
    [
      { text: palette.strong(id), width: column },
      { text: name === about ? name : `${name}${about === '' ? '' : `: ${about}`}` },
    ],
    ...(parts
      ? [
          [
            { text: '', width: column },
            { text: palette.faint(parts.join(` ${glyphs.separator} `)) },
          ],
        ]
      : []),
  ]);
  const counted = count(items.length, kind.replace(/ies$/, 'y').replace(/s$/, ''), kind);
  return [...rows(cells, width), '', ...aside(counted, style), ''].join('\n');
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

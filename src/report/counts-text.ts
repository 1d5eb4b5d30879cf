import type { Counts } from '../model/listing.ts';
import { rows } from './layout.ts';
import type { Style } from './style.ts';

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

import type { EvidenceKind, Pattern } from '../../model/pattern.ts';
import { paragraph } from '../layout/layout.ts';
import type { ComparisonView } from './comparison-view.ts';

/** Conditions of a kind that a short comparison prints; one more is printed than left out alone. */
const FEW = { 'use-when': 2, 'avoid-when': 1, 'ruled-out-when': 1 } as const;

/** When to use a pattern, when to avoid it, and when it cannot work. */
export function evidenceLines(
  pattern: Pattern,
  { names, style, isFull }: ComparisonView,
): string[] {
  const name = names.alternative(pattern.id);
  const kinds: [EvidenceKind, string][] = [
    ['use-when', `Choose ${name} when`],
    ['avoid-when', `Avoid ${name} when`],
    ['ruled-out-when', `${name} cannot work when`],
  ];
  return kinds.flatMap(([kind, title]) => {
    const texts = pattern.evidence.filter((each) => each.kind === kind).map(({ text }) => text);
    if (texts.length === 0) return [];
    const isCut = !isFull && texts.length > FEW[kind] + 1;
    const shown = isCut ? texts.slice(0, FEW[kind]) : texts;
    const lines = shown.flatMap((text) => bullet(text, style));
    const more = isCut ? bullet(`${texts.length - shown.length} more`, style) : [];
    return ['', ...paragraph(style.palette.strong(title), style.width), ...lines, ...more];
  });
}

function bullet(text: string, { glyphs, width }: ComparisonView['style']): string[] {
  return paragraph(text, width, 4).map((line, index) =>
    index === 0 ? `  ${glyphs.separator} ${line.trimStart()}` : line,
  );
}

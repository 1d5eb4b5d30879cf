import { plain } from '../../common/text.ts';
import type { Audit } from '../../model/audit.ts';
import { paragraph, rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { countsLines } from '../reading/listing-text.ts';
import { count } from '../words/numbers.ts';

/** What an audit checked and which findings are waived; the others are printed like diagnostics. */
export function auditText(audit: Audit, style: Style): string {
  const lines = [...figureLines(audit, style), ...waivedLines(audit, style)];
  return `${lines.join('\n')}\n`;
}

/** Findings in words for the last line: `2 findings, 1 waived`. */
export function auditSummary({ findings, waived }: Audit): string {
  return `audit: ${count(findings.length, 'finding')}, ${eachOnce(waived).length} waived`;
}

function figureLines({ figures }: Audit, style: Style): string[] {
  const pairs = count(figures.monotonePairs, 'pair');
  const ties = (figures.ties / 10).toFixed(1);
  return [
    ...countsLines(figures, style),
    ...paragraph(
      `${pairs} of a question and a quality that it raises; if every question is answered at random, ${ties}% of the picks are exact ties`,
      style.width,
    ),
  ];
}

function waivedLines({ waived }: Audit, { palette, width }: Style): string[] {
  if (waived.length === 0) return [];
  const lines = eachOnce(waived).flatMap(({ rule, subject, because }) =>
    rows([[{ text: '', width: 2 }, { text: plain(`${subject} (${rule}): ${because}`) }]], width),
  );
  return [palette.strong('Waived'), ...lines];
}

/** One waiver may cover several findings. */
function eachOnce(waived: Audit['waived']): Audit['waived'] {
  return [...new Map(waived.map((each) => [`${each.rule} ${each.subject}`, each])).values()];
}

import { largest } from '../../common/lists.ts';
import { plain } from '../../common/text.ts';
import type { Diagnostic, Severity } from '../../model/knowledge.ts';
import { rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { hintsBelow } from './hints.ts';

const INDENT = 2;
const PLACE = 8;
const SEVERITY = 8;

/** Diagnostics below the names of their files, in the order of the documents; a blank line ends each file. */
export function byFileLines(diagnostics: readonly Diagnostic[], style: Style): string[] {
  const column = largest(
    diagnostics.map((each) => spotOf(each).length + 1),
    PLACE,
  );
  const hints = hintsBelow(diagnostics, style, INDENT + column + SEVERITY);
  const files = [...new Set(diagnostics.map(({ place }) => place.file))];
  return files.flatMap((file) => [
    style.palette.strong(plain(file)),
    ...diagnostics.flatMap((each, index) =>
      each.place.file === file
        ? [...diagnosticLines(each, column, style), ...(hints[index] ?? [])]
        : [],
    ),
    '',
  ]);
}

function spotOf({ place: { line, column } }: Diagnostic): string {
  return `${line}:${column}`;
}

function diagnosticLines(diagnostic: Diagnostic, column: number, style: Style): string[] {
  const { palette, width } = style;
  const { severity, message, rule } = diagnostic;
  const cells = [
    { text: '', width: INDENT },
    { text: palette.faint(spotOf(diagnostic)), width: column },
    { text: severityText(severity, style), width: SEVERITY },
    { text: `${plain(message)} ${palette.faint(`(${rule})`)}` },
  ];
  return rows([cells], width);
}

function severityText(severity: Severity, { palette }: Style): string {
  return severity === 'error' ? palette.minus('error') : palette.caution('warning');
}

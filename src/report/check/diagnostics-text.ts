import { grouped } from '../../common/lists.ts';
import { plain } from '../../common/text.ts';
import type { Diagnostic, Severity } from '../../model/knowledge.ts';
import { rows } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { count } from '../words/numbers.ts';

/** Diagnostics for a terminal: grouped by file, with their hints. */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  documents: number,
  style: Style,
): string {
  const byFile = grouped(diagnostics, ({ place }) => place.file);
  const groups = [...byFile].flatMap(([file, own]) => [
    style.palette.strong(plain(file)),
    ...own.flatMap((each) => diagnosticLines(each, style)),
    '',
  ]);
  return [...groups, summary(diagnostics, documents), ''].join('\n');
}

function diagnosticLines(
  { place, severity, message, hint, rule }: Diagnostic,
  style: Style,
): string[] {
  const { palette, width } = style;
  const where = `${place.line}:${place.column}`;
  const text = `${plain(message)} ${palette.faint(`(${rule})`)}`;
  const cells = [
    { text: '', width: 2 },
    { text: palette.faint(where), width: 8 },
    { text: severityText(severity, style), width: 8 },
    { text },
  ];
  const below =
    hint === undefined ? [] : [[{ text: '', width: 18 }, { text: palette.faint(plain(hint)) }]];
  return rows([cells, ...below], width);
}

function severityText(severity: Severity, { palette }: Style): string {
  return severity === 'error' ? palette.minus('error') : palette.caution('warning');
}

/** Diagnostics as compilers print them: one line each, for editors and scripts. */
export function diagnosticsLines(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ place, severity, message, rule, hint }) => {
      const head = `${plain(place.file)}:${place.line}:${place.column} ${severity} ${plain(message)} (${rule})`;
      return hint === undefined ? `${head}\n` : `${head}\n  hint: ${plain(hint)}\n`;
    })
    .join('');
}

/** `1 error, 2 warnings in 3 documents` */
export function summary(diagnostics: readonly Diagnostic[], documents: number): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')} in ${count(documents, 'document')}`;
}

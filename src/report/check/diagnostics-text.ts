import type { Diagnostic } from '../../model/knowledge.ts';
import { paragraph } from '../layout/layout.ts';
import type { Style } from '../layout/style.ts';
import { count } from '../words/numbers.ts';
import { byFileLines } from './by-file.ts';
import { byKindLines } from './by-kind.ts';

/** With their hints on a screen of 24 lines. */
const MOST_BY_FILE = 10;

/**
 * Diagnostics for a terminal. A few are listed in the order of the documents; many are grouped by rule, errors first, with
 * the first three of each, or all of them on request.
 */
export function diagnosticsText(
  diagnostics: readonly Diagnostic[],
  documents: number,
  { style, showsAll }: { readonly style: Style; readonly showsAll: boolean },
): string {
  const total = summary(diagnostics, documents);
  if (diagnostics.length <= MOST_BY_FILE) {
    return [...byFileLines(diagnostics, style), total, ''].join('\n');
  }
  const { lines, hidden } = byKindLines(diagnostics, { style, showsAll });
  const rest = hidden === 0 ? '' : ` (${hidden} not shown: --all)`;
  return [...lines, ...paragraph(`${total}${rest}`, style.width), ''].join('\n');
}

/** `1 error, 2 warnings in 3 documents` */
export function summary(diagnostics: readonly Diagnostic[], documents: number): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')} in ${count(documents, 'document')}`;
}

import { plain } from '../../common/text.ts';
import type { Diagnostic } from '../../model/knowledge.ts';

/** Diagnostics as compilers print them, for editors and scripts: one line each, followed by the lines of its hint. */
export function diagnosticsLines(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .flatMap(linesOf)
    .map((line) => `${line}\n`)
    .join('');
}

function linesOf({ place, severity, message, rule, hint }: Diagnostic): string[] {
  const head = `${placeWord({ place })} ${severity} ${plain(message)} (${rule})`;
  if (hint === undefined) return [head];
  const [first = '', ...block] = hint.split('\n').map(plain);
  return [head, `  hint: ${first}`, ...block.map((line) => `    ${line}`)];
}

/** `docs/saga.md:14:5`, as editors and terminals open it. */
export function placeWord({ place: { file, line, column } }: Pick<Diagnostic, 'place'>): string {
  return `${plain(file)}:${line}:${column}`;
}

import { plain } from '../../common/text.ts';
import type { Diagnostic } from '../../model/knowledge.ts';
import { type Cell, paragraph, rows } from '../layout/layout.ts';
import { GLUE, type Style } from '../layout/style.ts';

/** What to do about a diagnostic. */
interface Hint {
  /** A sentence; empty if there is no hint. */
  readonly advice: string;
  /** Lines to copy verbatim. */
  readonly block: readonly string[];
}

export function hintOf({ hint = '' }: Pick<Diagnostic, 'hint'>): Hint {
  const [advice = '', ...block] = hint.split('\n').map(plain);
  return { advice, block };
}

/** The hint below each diagnostic, at most once for each rule and sentence. */
export function hintsBelow(
  diagnostics: readonly Diagnostic[],
  style: Style,
  indent: number,
): string[][] {
  const said = new Set<string>();
  return diagnostics.map((diagnostic) => {
    const { advice, block } = hintOf(diagnostic);
    const key = `${diagnostic.rule} ${advice}`;
    const lines = [...(said.has(key) || advice === '' ? [] : [advice]), ...block.map(unbroken)];
    said.add(key);
    return lines.flatMap((line) => paragraph(style.palette.faint(line), style.width, indent));
  });
}

const INDENT = 2;
const SIGN = 2;

/** One hint for several diagnostics, with what is to be copied for each of them; undefined if their hints differ. */
export function commonHint(
  diagnostics: readonly Diagnostic[],
  { palette, glyphs, width }: Style,
): string[] | undefined {
  const hints = diagnostics.map(hintOf);
  const [advice = '', ...others] = new Set(hints.map((each) => each.advice));
  if (others.length > 0) return undefined;
  if (advice === '') return [];
  const lines = [advice, ...hints.flatMap(({ block }) => block.map(unbroken))];
  const cells = lines.map((line, index): Cell[] => [
    { text: '', width: INDENT },
    { text: index === 0 ? palette.faint(glyphs.mitigation) : '', width: SIGN },
    { text: palette.faint(line) },
  ]);
  return rows(cells, width);
}

/** A line with its indentation, which wrapping would remove. */
function unbroken(line: string): string {
  return line.replaceAll(' ', GLUE);
}

import type { Style } from './style.ts';

const CONTINUED = ' \\';
const INDENT = '    ';

/** A command line that a shell takes as it is printed: too long for one line, it goes on after a backslash. */
export function commandLines(
  lead: string,
  words: readonly string[],
  { width }: Pick<Style, 'width'>,
): string[] {
  const lines: string[] = [];
  let line = lead;
  for (const word of words) {
    const next = line === lead || line === INDENT ? `${line}${word}` : `${line} ${word}`;
    if (next.length + CONTINUED.length <= width || line.trim() === '') {
      line = next;
      continue;
    }
    lines.push(`${line}${CONTINUED}`);
    line = `${INDENT}${word}`;
  }
  return [...lines, line];
}

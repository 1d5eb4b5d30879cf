/** The lines of a text, without its byte order mark. */
export function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/);
}

export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Of its line, from 0. */
  readonly index: number;
}

/** Headings with number signs, outside of blocks of code and comments. */
export function headingsIn(lines: readonly string[]): Heading[] {
  return withoutCode(lines).flatMap((line, index) => {
    const signs = /^ {0,3}(#{1,6})(?=\s|$)/.exec(line)?.[1];
    if (signs === undefined) return [];
    const text = line
      .trim()
      .slice(signs.length)
      .trim()
      .replace(/(?<=\s|^)#+$/, '')
      .trim();
    return [{ depth: signs.length, text, index }];
  });
}

/** The lines of the first section with a name, without its heading; undefined if there is none. Any depth, in any case. */
export function sectionOf(
  name: string,
  lines: readonly string[],
): { readonly start: number; readonly end: number } | undefined {
  const headings = headingsIn(lines);
  const at = headings.findIndex(({ text }) => text.toLowerCase() === name);
  const heading = headings[at];
  if (heading === undefined) return undefined;
  return { start: heading.index + 1, end: headings[at + 1]?.index ?? lines.length };
}

/** What stands before the first section. */
export function headOf(lines: readonly string[]): string[] {
  const section = headingsIn(lines).find(({ depth }) => depth > 1);
  return withoutCode(lines).slice(0, section?.index);
}

/** The same lines; those of fenced blocks of code, and of comments that start a line, are empty. */
function withoutCode(lines: readonly string[]): string[] {
  let isOver: ((line: string) => boolean) | undefined;
  return lines.map((line) => {
    const wasInside = isOver !== undefined;
    isOver ??= endOf(line);
    const isInside = isOver !== undefined;
    if (isOver?.(line) && (wasInside || isComment(line))) isOver = undefined;
    return isInside ? '' : line;
  });
}

function isComment(line: string): boolean {
  return /^ {0,3}<!--/.test(line);
}

/** What ends the block that a line starts; undefined if it starts none. */
function endOf(line: string): ((line: string) => boolean) | undefined {
  if (isComment(line)) return (end) => end.includes('-->');
  const [, fence] = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line) ?? [];
  if (fence === undefined) return undefined;
  return (end) => {
    const mark = end.trim();
    return mark.length >= fence.length && mark === (fence[0] ?? '').repeat(mark.length);
  };
}

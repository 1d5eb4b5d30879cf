import type { RootContent } from 'mdast';

/** A place where a document can be cut, unless it lies in fenced code or HTML. */
export interface Cut {
  /** The index of the first character of a line. */
  readonly at: number;
  /** The block that begins there. */
  readonly type: RootContent['type'];
  /** A line that begins a block of this type in the same way. */
  readonly opener: string;
}

/**
 * Lines without indentation that begin a block of the document regardless of what comes before, fenced code and HTML excepted. What stands in an
 * item, footnote or quotation begins plainly: whether a list can begin there depends on the line before.
 */
const CUTS: readonly (readonly [Cut['type'], RegExp])[] = [
  ['heading', /(?<=\n)#(?=#{0,5}[ \t\n])/],
  ['footnoteDefinition', /(?<=\n)\[\^[^\s[\]\\]{1,100}\]: (?=\*\*[^\s*]|[^\s>*+\-\d[])/],
  ['list', /(?<=\n)(?:[-*+]|\d{1,9}[.)]) (?=\*\*[^\s*]|[^\s>*+\-\d[])/],
  ['blockquote', /(?<=\n[ \t]*\n)> (?=\*\*[^\s*]|[^\s>*+\-\d[])/],
  ['paragraph', /(?<=\n(?:[ \t]*|=+|-+)\n)[A-Za-z]/],
];
const ANY_CUT = new RegExp(CUTS.map(([type, { source }]) => `(?<${type}>${source})`).join('|'));

/** The first place at or behind an index. */
export function nextCut(text: string, from: number): Cut | undefined {
  const found = find(ANY_CUT, text, from);
  const [type] = CUTS.find(([each]) => found?.groups?.[each] !== undefined) ?? [];
  if (found === undefined || type === undefined) return undefined;
  return { at: found.index, type, opener: type === 'list' ? `${found[0]}a` : found[0] };
}

const FENCE = /^ {0,3}(`{3,}(?![^\n\r]*`)|~{3,})/;
const FRONT_MATTER = /^\uFEFF?---[ \t]*$/;

/** How HTML begins, and what it ends with; blank lines end all other. */
const HTML: readonly (readonly [RegExp, RegExp])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^ {0,3}<!--/, /-->/],
  [/^ {0,3}<\?/, /\?>/],
  [/^ {0,3}<!\[CDATA\[/, /\]\]>/],
  [/^ {0,3}<!/, />/],
  [/^ {0,3}</, /\n[ \t]*\n/],
];

/** The index where fenced code, HTML or front matter ends that begins in the line at an index; else that index. */
export function verbatimEnd(text: string, from: number): number {
  const line = find(/[^\n\r]*/, text, from)?.[0] ?? '';
  if (from === 0 && FRONT_MATTER.test(line))
    return endOf(/[\n\r]---[ \t]*(?=[\n\r]|$)/, text, line.length) ?? text.length;
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) {
    const closing = new RegExp(`\\n {0,3}${fence}${fence.slice(0, 1)}*[ \\t]*(?=\\n|$)`);
    return endOf(closing, text, from + line.length) ?? text.length;
  }
  const html = HTML.find(([begins]) => begins.test(line));
  return html === undefined ? from : (endOf(html[1], text, from) ?? text.length);
}

function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  const found = find(pattern, text, from);
  return found && found.index + found[0].length;
}

/** The first match that begins at or behind an index. */
function find(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  const search = new RegExp(pattern, `${pattern.flags}g`);
  search.lastIndex = from;
  return search.exec(text) ?? undefined;
}

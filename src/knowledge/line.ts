import type { FootnoteReference, InlineCode, PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Place } from '../model/place.ts';
import { plain } from '../model/plain.ts';

/** One heading or bullet taken apart: its text, and what its author hung on the end. */
export interface Line {
  /** Without markers, footnotes and condition, white space folded. */
  readonly text: string;
  /** What stands before the first colon, and what after; both absent where there is no colon. */
  readonly label?: string;
  readonly rest?: string;
  /** The code span that it starts with. */
  readonly lead?: string;
  readonly markers: readonly string[];
  /** A parenthesis at the end that is none of the markers. */
  readonly parenthesis?: string;
  readonly sources: readonly Named[];
  /** The code span at the end, as written. */
  readonly condition?: Named;
  readonly place: Place;
}

/** A word of a document and where it stands. */
export interface Named {
  readonly name: string;
  readonly place: Place;
}

export const MARKERS: readonly string[] = ['strong', 'contested', 'judgement'];

const LAST_PARENTHESIS = /\s*\(([^()]*)\)[.\s]*$/;
/** `Label (strong): text` means the same as `Label: text (strong)`. */
const MARKED_LABEL = new RegExp(`^([^:(]{1,80}?)\\s*\\((${MARKERS.join('|')})\\):(.*)$`, 'is');
const LABEL = /^([^:]{1,80}):(?:\s+(.*))?$/s;

/** Takes the inline content of a heading or bullet apart; `place` is where it begins. */
export function parseLine(content: readonly PhrasingContent[], place: Place): Line {
  const nodes = content.flatMap(splitAtFootnotes);
  const { kept, markers, condition } = takeTail(nodes, place.file);
  const written = fold(kept.map((node) => plainText(node)).join(''));
  const early = MARKED_LABEL.exec(written);
  const text = early ? `${early[1]}:${early[3]}` : written;
  const label = LABEL.exec(text);
  const parenthesis = LAST_PARENTHESIS.exec(text)?.[1];
  const first = kept[0];
  return {
    text,
    ...(label?.[1] !== undefined && { label: label[1].trim(), rest: (label[2] ?? '').trim() }),
    ...(first?.type === 'inlineCode' && { lead: fold(first.value) }),
    markers: early?.[2] === undefined ? markers : [...markers, early[2].toLowerCase()],
    ...(parenthesis !== undefined && { parenthesis }),
    sources: footnotesIn(nodes, place.file),
    ...(condition && {
      condition: { name: fold(condition.value), place: placeOf(condition, place.file) },
    }),
    place,
  };
}

/** The Markdown parser leaves a footnote without definition in the text; here it becomes a reference like the others. */
function splitAtFootnotes(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text' || !node.value.includes('[^')) return [node];
  const start = node.position?.start ?? { line: 1, column: 1 };
  return node.value.split(/(\[\^[^\]\s]+\])/).map((value, index, parts) => {
    const column = start.column + parts.slice(0, index).join('').length;
    const point = { line: start.line, column };
    const position = { start: point, end: point };
    const isFootnote = index % 2 === 1;
    return isFootnote
      ? { type: 'footnoteReference', identifier: value.slice(2, -1).toLowerCase(), position }
      : { type: 'text', value, position };
  });
}

interface Tail {
  readonly kept: readonly PhrasingContent[];
  readonly markers: readonly string[];
  readonly condition?: InlineCode;
}

/** Strips markers, footnotes and one condition from the end, in whatever order they stand. */
function takeTail(nodes: readonly PhrasingContent[], file: string): Tail {
  const last = nodes.at(-1);
  if (last === undefined) return { kept: [], markers: [] };
  const before = nodes.slice(0, -1);
  if (last.type === 'footnoteReference') return takeTail(before, file);
  if (last.type === 'inlineCode') return takeCondition(last, nodes, file);
  if (last.type !== 'text') return { kept: nodes, markers: [] };
  if (last.value.trim() === '') return takeTail(before, file);
  const marker = LAST_PARENTHESIS.exec(last.value);
  const name = marker?.[1]?.trim().toLowerCase() ?? '';
  if (marker === null || !MARKERS.includes(name)) return { kept: nodes, markers: [] };
  const tail = takeTail([...before, { ...last, value: last.value.slice(0, marker.index) }], file);
  return { ...tail, markers: [...tail.markers, name] };
}

function takeCondition(code: InlineCode, nodes: readonly PhrasingContent[], file: string): Tail {
  if (nodes.length === 1 || !code.value.includes(':')) return { kept: nodes, markers: [] };
  const tail = takeTail(nodes.slice(0, -1), file);
  return tail.condition ? { kept: nodes, markers: [] } : { ...tail, condition: code };
}

function footnotesIn(nodes: readonly PhrasingContent[], file: string): Named[] {
  return nodes
    .filter((node): node is FootnoteReference => node.type === 'footnoteReference')
    .map((node) => ({ name: fold(node.identifier), place: placeOf(node, file) }));
}

/** Where a node of the syntax tree begins; the parser gives every node a position. */
export function placeOf(
  node: { position?: { start: { line: number; column: number } } | undefined },
  file: string,
): Place {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return { file, line, column };
}

/** Plain text with its white space folded to single blanks. */
export function fold(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

import type { InlineCode, PhrasingContent } from 'mdast';
import type { Place } from '../../model/condition.ts';
import type { WrittenCondition } from '../read/condition.ts';
import { fold, placeAt, placeOf, type TextFile, textOf } from '../read/text-file.ts';

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
  /** The code span at the end. */
  readonly condition?: Named & WrittenCondition;
  readonly place: Place;
}

/** A word of a document and where it stands. */
export interface Named {
  readonly name: string;
  readonly place: Place;
}

export const MARKERS: readonly string[] = ['strong', 'contested', 'judgement'];

const LAST_PARENTHESIS = /\(([^()]*)\)[.\s]*$/;
const STOPS_ONLY = /^[\s.]*$/;
/** `Label (strong): text` means the same as `Label: text (strong)`. */
const MARKED_LABEL = new RegExp(`^([^:(]{1,80}?)\\s*\\((${MARKERS.join('|')})\\):(.*)$`, 'is');
const LABEL = /^([^:]{1,80}):(?:\s+(.*))?$/s;

/** Takes the inline content of a heading or bullet apart; `place` is where it begins. */
export function parseLine(
  content: readonly PhrasingContent[],
  place: Place,
  source: TextFile,
): Line {
  const nodes = content.flatMap((node) => splitAtFootnotes(node, source));
  const { kept, markers, condition } = takeTail(nodes);
  const written = fold(
    kept
      .map(textOrGap)
      .join('')
      .replace(/\s*\0+(?=\s*[,.;:!?])/g, ''),
  );
  const early = MARKED_LABEL.exec(written);
  const text = (early ? `${early[1]}:${early[3]}` : written).replace(
    /^([^:]{1,80}?)\s+:(?=\s)/,
    '$1:',
  );
  const label = LABEL.exec(text);
  const parenthesis = LAST_PARENTHESIS.exec(text)?.[1];
  const first = kept[0];
  return {
    text,
    ...(label?.[1] !== undefined && { label: label[1].trim(), rest: (label[2] ?? '').trim() }),
    ...(first?.type === 'inlineCode' && { lead: fold(first.value) }),
    markers: early?.[2] === undefined ? markers : [...markers, early[2].toLowerCase()],
    ...(parenthesis !== undefined && { parenthesis }),
    sources: footnotesIn(nodes, source),
    ...(condition && { condition: conditionIn(condition, source) }),
    place,
  };
}

/** A footnote leaves a gap, which closes before a punctuation mark. */
function textOrGap(node: PhrasingContent): string {
  return node.type === 'footnoteReference' ? '\0' : textOf(node);
}

/** The Markdown parser leaves a footnote without definition in the text; here it becomes a reference like the others. */
function splitAtFootnotes(node: PhrasingContent, source: TextFile): PhrasingContent[] {
  if ('children' in node) {
    const children = node.children.flatMap((child) => splitAtFootnotes(child, source));
    return [{ ...node, children } as PhrasingContent];
  }
  if (node.type !== 'text' || !node.value.includes('[^')) return [node];
  let offset = node.position?.start.offset ?? 0;
  return node.value.split(/(\[\^[^\]\s]+\])/).map((value, index): PhrasingContent => {
    if (index % 2 === 0) return { type: 'text', value };
    offset = Math.max(offset, source.text.indexOf(value, offset));
    const { line, column } = placeAt(source, offset);
    const start = { line, column, offset };
    offset += value.length;
    const identifier = value.slice(2, -1).toLowerCase();
    return { type: 'footnoteReference', identifier, position: { start, end: start } };
  });
}

interface Tail {
  readonly kept: readonly PhrasingContent[];
  readonly markers: readonly string[];
  readonly condition?: InlineCode;
}

/** Strips markers, footnotes and one condition from the end, in whatever order they stand. */
function takeTail(nodes: readonly PhrasingContent[]): Tail {
  const last = nodes.at(-1);
  const before = nodes.slice(0, -1);
  if (last?.type === 'footnoteReference') return takeTail(before);
  if (last?.type === 'inlineCode') return takeCondition(last, nodes);
  if (last?.type !== 'text') return { kept: nodes, markers: [] };
  if (STOPS_ONLY.test(last.value)) return takeTail(before);
  const marker = LAST_PARENTHESIS.exec(last.value);
  const names = (marker?.[1] ?? '').split(',').map((name) => name.trim().toLowerCase());
  if (marker === null || !names.every((name) => MARKERS.includes(name)))
    return { kept: nodes, markers: [] };
  const tail = takeTail([
    ...before,
    { ...last, value: last.value.slice(0, marker.index).trimEnd() },
  ]);
  return { ...tail, markers: [...tail.markers, ...names] };
}

function takeCondition(code: InlineCode, nodes: readonly PhrasingContent[]): Tail {
  if (nodes.length === 1 || !code.value.includes(':')) return { kept: nodes, markers: [] };
  const tail = takeTail(nodes.slice(0, -1));
  return tail.condition ? { kept: nodes, markers: [] } : { ...tail, condition: code };
}

/** The condition as it stands in the document, between its backticks. */
function conditionIn(code: InlineCode, source: TextFile): Named & WrittenCondition {
  const [start, end] = [code.position?.start.offset ?? 0, code.position?.end.offset ?? 0];
  const raw = source.text.slice(start, end);
  const fence = /^`*/.exec(raw)?.[0].length ?? 0;
  return {
    name: fold(code.value),
    place: placeOf(code, source),
    written: raw.slice(fence, raw.length - fence),
    placeAt: (index) => placeAt(source, start + fence + index),
  };
}

function footnotesIn(nodes: readonly PhrasingContent[], source: TextFile): Named[] {
  return nodes.flatMap((node) => {
    if ('children' in node) return footnotesIn(node.children, source);
    if (node.type !== 'footnoteReference') return [];
    return [{ name: fold(node.identifier), place: placeOf(node, source) }];
  });
}

import type { InlineCode, PhrasingContent } from 'mdast';
import type { Place } from '../../model/condition.ts';
import type { WrittenCondition } from '../read/condition.ts';
import { fold, placeAt, placeOf, type TextFile, textOf } from '../read/text-file.ts';
import { type Mark, takeMark } from './marks.ts';
import { MARKERS, takeTail } from './tail.ts';

/** One heading, bullet, paragraph or cell taken apart: its text, and what its author added at the end. */
export interface Line {
  /** Without marks, markers, footnotes and condition, white space folded. */
  readonly text: string;
  /** What stands before the first colon, and what after; both absent if there is no colon. */
  readonly label?: string;
  readonly rest?: string;
  /** What would be the label if it is a known word: before a dash or full stop. */
  readonly asLabel?: Label;
  /** The sign that a tick, a cross or the like at the beginning gives it. */
  readonly mark?: Mark;
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

export interface Label {
  readonly label: string;
  readonly rest: string;
}

/** A word of a document and where it stands. */
export interface Named {
  readonly name: string;
  readonly place: Place;
}

const LAST_PARENTHESIS = /\(([^()]*)\)[.\s]*$/;
/** `Label (strong): text` means the same as `Label: text (strong)`. */
const MARKED_LABEL = new RegExp(`^([^:(]{1,80}?)\\s*\\((${MARKERS.join('|')})\\):(.*)$`, 'is');
const LABEL = /^([^:：]{1,80})(?::(?=\s|$)|：)\s*(.*)$/s;
const SPACED_COLON = /^([^:]{1,80}?)\s+:(?=\s)/;
const AS_LABEL = /^([^:：–—]{1,50}?)(?:\s+[–—-]{1,2}\s+|\s*[–—]\s*|\.\s+)(\S.*)$/s;

/** Takes the inline content of a heading or bullet apart; `place` is where it begins. */
export function parseLine(
  content: readonly PhrasingContent[],
  place: Place,
  source: TextFile,
): Line {
  const nodes = content.flatMap((node) => splitAtFootnotes(node, source));
  const { kept, markers, condition } = takeTail(nodes);
  const all = withoutGaps(kept.map(textOrGap).join(''));
  const marked = takeMark(all);
  const written = marked?.rest ?? all;
  const early = MARKED_LABEL.exec(written);
  const text = (early ? `${early[1]}:${early[3]}` : written).replace(SPACED_COLON, '$1:');
  const parenthesis = LAST_PARENTHESIS.exec(text)?.[1];
  const first = kept[0];
  return {
    text,
    ...labelsOf(text),
    ...(marked && { mark: marked.mark }),
    ...(first?.type === 'inlineCode' && { lead: fold(first.value) }),
    markers: early?.[2] === undefined ? markers : [...markers, early[2].toLowerCase()],
    ...(parenthesis !== undefined && { parenthesis }),
    sources: footnotesIn(nodes, source),
    ...(condition && { condition: conditionIn(condition, source) }),
    place,
  };
}

function labelsOf(text: string): Pick<Line, 'label' | 'rest' | 'asLabel'> {
  const [, label, rest = ''] = LABEL.exec(text) ?? [];
  if (label !== undefined) return { label: label.trim(), rest: rest.trim() };
  const [, before, after] = AS_LABEL.exec(text) ?? [];
  if (before === undefined || after === undefined) return {};
  return { asLabel: { label: before.trim(), rest: after.trim() } };
}

/** The line with the label that it has if a dash or full stop is taken for a colon. */
export function withLabel(line: Line, { label, rest }: Label): Line {
  const { asLabel: _, ...others } = line;
  return { ...others, text: `${label}: ${rest}`, label, rest };
}

/** A line of other words, at the same place and with the same additions. */
export function reworded(line: Line, text: string): Line {
  const { label: _, rest: __, asLabel: ___, ...others } = line;
  return { ...others, text, ...labelsOf(text) };
}

/** A footnote leaves a gap, which closes before a punctuation mark. */
function textOrGap(node: PhrasingContent): string {
  return node.type === 'footnoteReference' ? '\0' : textOf(node);
}

/** White space and gaps are folded first, so that the time grows with the length of the text. */
function withoutGaps(text: string): string {
  return fold(
    text
      .replace(/\s+/g, ' ')
      .replace(/\0+/g, '\0')
      .replace(/ ?\0(?= ?[,.;:!?])/g, ''),
  );
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

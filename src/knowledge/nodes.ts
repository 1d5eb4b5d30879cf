import type { Nodes } from 'mdast';
import type { Place } from '../model/condition.ts';
import type { TextFile } from './layer.ts';

export type Positioned = Pick<Nodes, 'position'>;

/** Where a node of the syntax tree begins; the parser gives every node a position. */
export function placeOf({ position }: Positioned, { file }: Pick<TextFile, 'file'>): Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { file, line, column };
}

/** The place of the character with this index in a text. */
export function placeAt(source: TextFile, offset: number): Place {
  const starts = lineStarts.get(source) ?? startsOf(source);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { file: source.file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

const lineStarts = new WeakMap<TextFile, readonly number[]>();

/** Where each line begins; worked out once for a text. */
function startsOf(source: TextFile): readonly number[] {
  const ends = [...source.text.matchAll(/\n/g)].map(({ index }) => index + 1);
  const starts = [0, ...ends];
  lineStarts.set(source, starts);
  return starts;
}

/** The text of a node without its markup; what stands in different blocks, or after a hard break, stays apart. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'html' && node.value.startsWith('<!--')) return '';
  if ('value' in node) return node.value;
  if ('alt' in node) return node.alt ?? '';
  if (!('children' in node)) return '';
  const isInline = node.children.every(({ type }) => INLINE.has(type));
  return node.children.map(textOf).join(isInline ? '' : ' ');
}

const INLINE: ReadonlySet<string> = new Set([
  'break',
  'delete',
  'emphasis',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'link',
  'linkReference',
  'strong',
  'text',
]);

import type { Nodes } from 'mdast';
import type { Place } from '../model/place.ts';
import type { TextFile } from './layer.ts';

export type Positioned = Pick<Nodes, 'position'>;

/** Where a node of the syntax tree begins; the parser gives every node a position. */
export function placeOf({ position }: Positioned, { file }: Pick<TextFile, 'file'>): Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { file, line, column };
}

/** The place of the character with this index in a text. */
export function placeAt({ file, text }: TextFile, offset: number): Place {
  const before = text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  return { file, line: before.split('\n').length, column: offset - start + 1 };
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

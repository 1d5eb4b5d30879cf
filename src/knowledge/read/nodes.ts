import type { Nodes } from 'mdast';
import type { Place } from '../../model/condition.ts';
import type { TextFile } from './text-file.ts';

/** Where a node of the syntax tree begins; the parser gives every node a position. */
export function placeOf({ position }: Nodes, { file }: TextFile): Place {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { file, line, column };
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

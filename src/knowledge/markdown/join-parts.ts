import type { Nodes, Root, RootContent } from 'mdast';
import type { Part, Start } from './part.ts';

/** Joins the trees of some parts, the first one first, into that of the document. It uses them up. */
export function joinParts(parts: readonly Part[]): Root {
  const children: RootContent[] = [];
  let begin: Start = { line: 1, offset: 0 };
  let isOpen = false;
  for (const part of parts) {
    shift(part.root, begin);
    if (isOpen) goOn(children.at(-1), part.root.children.shift());
    for (const child of part.root.children) children.push(child);
    begin = behind(begin, part.end);
    isOpen = part.isOpen;
  }
  const [first, last] = [parts.at(0)?.root.position, parts.at(-1)?.root.position];
  return {
    type: 'root',
    children,
    ...(first && last && { position: { start: first.start, end: last.end } }),
  };
}

/** Makes positions that count from the beginning of a part count from that of the document. */
function shift(root: Root, begin: Start): void {
  if (begin.offset === 0) return;
  const nodes: Nodes[] = [root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.position) {
      const { start, end } = node.position;
      Object.assign(start, behind(begin, start));
      Object.assign(end, behind(begin, end));
    }
    if ('children' in node) for (const child of node.children) nodes.push(child);
  }
}

function behind(
  begin: Start,
  { line, offset = 0 }: { line: number; offset?: number | undefined },
): Start {
  return { line: begin.line + line - 1, offset: begin.offset + offset };
}

/** A list goes on with the items of another. */
function goOn(list: Nodes | undefined, more: Nodes | undefined): void {
  if (list?.type !== 'list' || more?.type !== 'list') throw new Error('Only lists go on');
  for (const item of more.children) list.children.push(item);
  list.spread ||= more.spread ?? false;
  if (list.position && more.position) list.position.end = more.position.end;
}

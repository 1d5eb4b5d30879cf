import type { Nodes, Root, RootContent } from 'mdast';
import type { TextFile } from '../read/text-file.ts';
import { nextCut, verbatimEnd } from './cuts.ts';
import { guessLabels, isRight, type Labels } from './labels.ts';
import { type Part, parsePart, type Start } from './part.ts';

/**
 * Parses Markdown with front matter and footnotes. The parser takes time that grows with the square of the
 * length. So a text is cut into parts of a least length, where a block certainly begins, and their trees are joined: the result is
 * the same, and so is every position. Throws a `UserError` for what takes far more time than text does.
 */
export function parseMarkdown(source: TextFile, least = 4_096): Root {
  const guess = source.text.length > least ? guessLabels(source.text) : new Set<string>();
  const parts = partsOf(source, least, guess);
  const labels = new Set(parts.flatMap(({ defined }) => [...defined]));
  return joinParts(parts.map((part) => (isRight(part, labels) ? part : parsePart(part, labels))));
}

/** The parts of a text in order. Where a part cannot end, the next one tries to be twice as long. */
function partsOf({ file, text }: TextFile, least: number, known: Labels): Part[] {
  const parts: Part[] = [];
  let [from, line, size] = [0, 1, least];
  do {
    const cut = nextCut(text, Math.max(from + size, verbatimEnd(text, from)));
    const end = cut?.at ?? text.length;
    const own = text.slice(from, end) + (cut?.opener ?? '');
    const part = parsePart({ file, line, text: own, length: end - from, next: cut?.type }, known);
    size = part.length > 0 ? least : 2 * (end - from);
    from += part.length;
    line += part.end.line - 1;
    if (part.length > 0 || text === '') parts.push(part);
  } while (from < text.length);
  return parts;
}

/** Joins the trees of some parts, the first one first, into that of the document. It uses them up. */
function joinParts(parts: readonly Part[]): Root {
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

/** A list continues with the items of another. */
function goOn(list: Nodes | undefined, more: Nodes | undefined): void {
  if (list?.type !== 'list' || more?.type !== 'list') throw new Error('Only lists go on');
  for (const item of more.children) list.children.push(item);
  list.spread ||= more.spread ?? false;
  if (list.position && more.position) list.position.end = more.position.end;
}

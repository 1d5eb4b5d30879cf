import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toMdast } from 'hast-util-to-mdast';
import type { Html, Nodes, PhrasingContent, RootContent } from 'mdast';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { VFile } from 'vfile';
import { placeAt, type TextFile } from '../read/text-file.ts';

type Position = NonNullable<Nodes['position']>;
type Point = Position['start'];

/** What folds away: a summary, and below it anything. */
export interface Details {
  readonly type: 'details';
  readonly summary: readonly PhrasingContent[];
  readonly children: readonly Block[];
  readonly position: Position;
}

/** Markdown in which what was written in HTML has become Markdown as well. */
export type Block = RootContent | Details;

/** Turns HTML into the same nodes as Markdown: tables, lists, headings; what folds away becomes `Details`. */
export function withoutHtml(nodes: readonly Block[], source: TextFile): readonly Block[] {
  if (!nodes.some(({ type }) => type === 'html')) return nodes;
  const builder = new Builder(source);
  for (const node of nodes) {
    if (node.type === 'html') builder.addHtml(node);
    else builder.addNode(node);
  }
  return builder.end();
}

const TAGS = /<details[^>]*>|<\/details\s*>|<summary[^>]*>([\s\S]*?)<\/summary\s*>/gi;
const SPANNING = /<(\/?)(?:table|ul|ol|dl)\b[^>]*>/gi;

interface Open {
  summary: readonly PhrasingContent[];
  readonly children: Block[];
  /** Of the summary, if there is one. */
  position: Details['position'];
}

/** Puts blocks where they belong, one after the other. */
class Builder {
  readonly #source: TextFile;
  readonly #top: Block[] = [];
  readonly #open: Open[] = [];
  /** A table or list that is not closed yet: where it begins, and how deep it is. */
  #span: { readonly start: number; depth: number } | undefined;

  constructor(source: TextFile) {
    this.#source = source;
  }

  addNode(node: Block): void {
    if (this.#span === undefined) this.#push([node]);
  }

  /** The tags of details part what else stands in a piece of HTML. */
  addHtml(node: Html): void {
    const start = node.position?.start.offset ?? 0;
    let index = 0;
    for (const { 0: tag, 1: summary, index: at } of node.value.matchAll(TAGS)) {
      this.#addPiece(node.value.slice(index, at), start);
      this.#addTag(tag, summary, start);
      index = at + tag.length;
    }
    this.#addPiece(node.value.slice(index), start, node.position?.end.offset);
  }

  end(): readonly Block[] {
    if (this.#span) this.#close(this.#source.text.length);
    while (this.#open.length > 0) this.#fold();
    return this.#top;
  }

  #addTag(tag: string, summary: string | undefined, from: number): void {
    if (summary !== undefined) {
      const open = this.#open.at(-1);
      const found = this.#offsetOf(summary, from);
      const paragraph = inMarkdown(`<p>${summary}</p>`, this.#source, found - '<p>'.length)[0];
      if (open && paragraph?.type === 'paragraph') {
        open.summary = paragraph.children;
        open.position = paragraph.position ?? open.position;
      }
    } else if (tag.startsWith('</')) {
      if (this.#open.length > 0) this.#fold();
    } else {
      const start = pointAt(this.#source, this.#offsetOf(tag, from));
      this.#open.push({ summary: [], children: [], position: { start, end: start } });
    }
  }

  /** HTML without details; a table or list may go on in the next piece. */
  #addPiece(html: string, from: number, end?: number): void {
    if (html.trim() === '') return;
    const start = this.#offsetOf(html, from);
    const depth = depthOf(html);
    if (this.#span) {
      this.#span.depth += depth;
      if (this.#span.depth <= 0) this.#close(end ?? start + html.length);
    } else if (depth > 0) {
      this.#span = { start, depth };
    } else {
      this.#push(inMarkdown(html, this.#source, start));
    }
  }

  #close(end: number): void {
    const start = this.#span?.start ?? end;
    this.#span = undefined;
    this.#push(inMarkdown(this.#source.text.slice(start, end), this.#source, start));
  }

  #fold(): void {
    const open = this.#open.pop();
    if (open) this.#push([{ type: 'details', ...open }]);
  }

  #push(blocks: readonly Block[]): void {
    const children = this.#open.at(-1)?.children ?? this.#top;
    for (const block of blocks) children.push(block);
  }

  /** In a list or quotation the value lacks the indent of its lines, so that only its first line is looked for. */
  #offsetOf(html: string, from: number): number {
    const line = html.trimStart().split('\n', 1)[0] ?? '';
    const found = this.#source.text.indexOf(line, from);
    return found < 0 ? from : found - (html.length - html.trimStart().length);
  }
}

function depthOf(html: string): number {
  let depth = 0;
  for (const { 1: slash } of html.matchAll(SPANNING)) depth += slash === '/' ? -1 : 1;
  return depth;
}

function pointAt(source: TextFile, offset: number): Point {
  const { line, column } = placeAt(source, Math.max(0, offset));
  return { line, column, offset };
}

type Parsed = DefaultTreeAdapterMap['node'];

/** Whoever reads the tree does so with a stack, and nobody writes HTML this deep for people. */
const DEEPEST = 200;

function isDeep(tree: Parsed): boolean {
  let level: readonly Parsed[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
  return false;
}

/** The parser would ask for the working folder, which may not be there any more, and needs none. */
const NOWHERE = '';

/** The same as Markdown, with places in the document; `offset` is where it begins there. */
function inMarkdown(html: string, source: TextFile, offset: number): RootContent[] {
  const parsed = parseFragment(html, { sourceCodeLocationInfo: true });
  if (isDeep(parsed)) return [];
  const tree = fromParse5(parsed, { file: new VFile({ value: html, cwd: NOWHERE }) });
  if (tree.type !== 'root') return [];
  breakCells(tree);
  const { children } = toMdast(tree, { nodeHandlers: { comment: () => undefined } }) as {
    children: RootContent[];
  };
  const begin = pointAt(source, offset);
  for (const child of children)
    place(child, { source, offset, position: { start: begin, end: begin } });
  return children;
}

const BREAKING: ReadonlySet<string> = new Set(['li', 'p', 'div']);

/** A cell of Markdown holds one line: what stands in lines of its own in HTML stays apart by a line break. */
function breakCells(node: HastRoot | Element): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'td' || child.tagName === 'th')
      child.children = flattened(child.children);
    else breakCells(child);
  }
}

function flattened(nodes: readonly HastNodes[]): Element['children'] {
  return nodes.flatMap((node): Element['children'] => {
    if (node.type !== 'element')
      return node.type === 'root' || node.type === 'doctype' ? [] : [node];
    if (!['ul', 'ol', ...BREAKING].includes(node.tagName)) return [node];
    const end: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };
    const inner = flattened(node.children);
    return BREAKING.has(node.tagName) ? [...inner, end] : inner;
  });
}

interface Inside {
  readonly source: TextFile;
  readonly offset: number;
  readonly position: Position;
}

/** Moves the places of a tree to where its HTML stands; what has none takes that of its parent. */
function place(node: Nodes, { source, offset, position }: Inside): void {
  const at = (point: Point | undefined) =>
    point?.offset === undefined ? undefined : pointAt(source, offset + point.offset);
  const start = at(node.position?.start) ?? position.start;
  node.position = { start, end: at(node.position?.end) ?? position.end };
  if ('children' in node) {
    for (const child of node.children) place(child, { source, offset, position: node.position });
  }
}

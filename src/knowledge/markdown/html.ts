import type { Element, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { toMdast } from 'hast-util-to-mdast';
import type { Html, Nodes, PhrasingContent, RootContent } from 'mdast';
import { type DefaultTreeAdapterMap, parseFragment } from 'parse5';
import { VFile } from 'vfile';
import { addAll } from '../../common/lists.ts';
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
  const state: State = { source, top: [], open: [], span: undefined };
  for (const node of nodes) {
    if (node.type === 'html') addHtml(node, state);
    else if (state.span === undefined) push([node], state);
  }
  if (state.span) close(source.text.length, state);
  while (state.open.length > 0) fold(state);
  return state.top;
}

/** Bounds keep the time in proportion to the length where nothing closes. */
const TAGS =
  /<details[^>]{0,500}>|<\/details\s{0,9}>|<summary[^>]{0,500}>([\s\S]{0,2000}?)<\/summary\s{0,9}>/gi;
const SPANNING = /<(\/?)(?:table|ul|ol|dl)\b[^>]{0,500}>/gi;

/** What is open while blocks are put where they belong. */
interface State {
  readonly source: TextFile;
  readonly top: Block[];
  readonly open: Open[];
  /** A table or list that is not closed yet: where it begins, and how deep it is. */
  span: { readonly start: number; readonly depth: number } | undefined;
}

interface Open {
  summary: readonly PhrasingContent[];
  readonly children: Block[];
  /** Of the summary, if there is one. */
  position: Details['position'];
}

/** The tags of details part what else stands in a piece of HTML. */
function addHtml(node: Html, state: State): void {
  const start = node.position?.start.offset ?? 0;
  let index = 0;
  for (const { 0: tag, 1: summary, index: at } of node.value.matchAll(TAGS)) {
    addPiece(node.value.slice(index, at), { start }, state);
    if (summary === undefined) addTag(tag, start, state);
    else addSummary(summary, start, state);
    index = at + tag.length;
  }
  addPiece(node.value.slice(index), { start, end: node.position?.end.offset }, state);
}

function addTag(tag: string, from: number, state: State): void {
  if (!tag.startsWith('</')) {
    const start = pointAt(state.source, offsetOf(tag, from, state));
    state.open.push({ summary: [], children: [], position: { start, end: start } });
  } else if (state.open.length > 0) fold(state);
}

function addSummary(summary: string, from: number, state: State): void {
  const open = state.open.at(-1);
  const offset = offsetOf(summary, from, state) - '<p>'.length;
  const [paragraph] = inMarkdown(`<p>${summary}</p>`, state.source, offset);
  if (open === undefined || paragraph?.type !== 'paragraph') return;
  open.summary = paragraph.children;
  open.position = paragraph.position ?? open.position;
}

/** Where a node begins, and where it ends if a piece of it is the last. */
interface Bounds {
  readonly start: number;
  readonly end?: number | undefined;
}

/** HTML without details; a table or list may go on in the next piece. */
function addPiece(html: string, bounds: Bounds, state: State): void {
  if (html.trim() === '') return;
  const start = offsetOf(html, bounds.start, state);
  const depth = depthOf(html) + (state.span?.depth ?? 0);
  if (depth > 0) state.span = { start: state.span?.start ?? start, depth };
  else if (state.span) close(bounds.end ?? start + html.length, state);
  else push(inMarkdown(html, state.source, start), state);
}

function close(end: number, state: State): void {
  const start = state.span?.start ?? end;
  state.span = undefined;
  push(inMarkdown(state.source.text.slice(start, end), state.source, start), state);
}

function fold(state: State): void {
  const open = state.open.pop();
  if (open) push([{ type: 'details', ...open }], state);
}

function push(blocks: readonly Block[], { open, top }: State): void {
  addAll(open.at(-1)?.children ?? top, blocks);
}

/** In a list or quotation the value lacks the indent of its lines, so that only its first line is looked for. */
function offsetOf(html: string, from: number, { source }: State): number {
  const line = html.trimStart().split('\n', 1)[0] ?? '';
  const found = source.text.indexOf(line, from);
  return found < 0 ? from : found - (html.length - html.trimStart().length);
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

/** Readers of the tree recurse, and HTML written for people is never this deep. */
const DEEPEST = 200;

function isDeep(tree: Parsed): boolean {
  let level: readonly Parsed[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
  return false;
}

/** The parser would ask for the working folder, which may no longer exist, and does not need one. */
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

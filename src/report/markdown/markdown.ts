import type { BlockContent, List, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Unsafe } from 'mdast-util-to-markdown';
import { plain } from '../../common/text.ts';

/** A piece of a line: text that is to be shown as it is, or a node. */
export type Inline = string | PhrasingContent;
export type Line = string | readonly Inline[];

/** Prints blocks as Markdown; text never becomes markup, HTML or a link. Ends with a line break. */
export function markdownText(blocks: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...blocks] };
  return toMarkdown(root, {
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    unsafe: [...LABEL_ENDS, ...MATHS],
    ...{ bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one' },
  });
}

/** adr-tools copies a title as it is written into the text of a link, and into a label of Graphviz in quotes. */
const LABEL_ENDS: Unsafe[] = [']', '"', '\\'].map((character) => ({
  character,
  inConstruct: 'headingAtx',
}));

/** GitHub and mind maps read `$x$` as a formula. */
const MATHS: Unsafe[] = [{ character: '$', inConstruct: 'phrasing' }];

export function heading(depth: 1 | 2 | 3 | 4, line: Line): RootContent {
  return { type: 'heading', depth, children: phrasing(line) };
}

export function paragraph(line: Line): BlockContent {
  return { type: 'paragraph', children: phrasing(line) };
}

/** An entry of a list: its line, and the list below it. */
export type Item = Line | { readonly line: Line; readonly below: readonly List[] };

/** Nothing where there is no entry. */
export function bullets(items: readonly Item[]): List[] {
  if (items.length === 0) return [];
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: items.map((item) => {
        const { line, below } = isLine(item) ? { line: item, below: [] } : item;
        const shown = typeof line === 'string' ? filled(line) : line;
        return { type: 'listItem', spread: false, children: [paragraph(shown), ...below] };
      }),
    },
  ];
}

/** Rows of cells, the first of which is the head. */
export function table(cells: readonly (readonly Line[])[]): RootContent {
  return {
    type: 'table',
    children: cells.map((row) => ({
      type: 'tableRow',
      children: row.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
    })),
  };
}

export function strong(text: string): PhrasingContent {
  return { type: 'strong', children: phrasing(filled(text)) };
}

export function emphasis(text: string): PhrasingContent {
  return { type: 'emphasis', children: phrasing(filled(text)) };
}

export function code(text: string): PhrasingContent {
  return { type: 'inlineCode', value: oneLine(text) };
}

export function link(url: string, text: string): PhrasingContent {
  return { type: 'link', url, children: phrasing(text) };
}

/** A text in which web addresses are links. */
export function withLinks(text: string): Inline[] {
  return oneLine(text)
    .split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/)
    .map((part, index) => (index % 2 === 1 ? link(part, part) : part));
}

function isLine(item: Item): item is Line {
  return typeof item === 'string' || 'map' in item;
}

function phrasing(line: Line): PhrasingContent[] {
  return [line]
    .flat()
    .map((part) => (typeof part === 'string' ? { type: 'text', value: oneLine(part) } : part));
}

/** An empty entry, or nothing between marks, would be read as something else. */
function filled(text: string): string {
  return oneLine(text).trim() === '' ? '–' : text;
}

/** Without invisible characters; a line break is a space. */
function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ');
}

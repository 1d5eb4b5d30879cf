import type { Heading, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import type { Place } from '../model/condition.ts';
import type { Source } from '../model/knowledge.ts';
import type { TextFile } from './layer.ts';
import { fold, type Line, type Named, parseLine } from './line.ts';
import { placeOf, textOf } from './nodes.ts';

/** A Markdown document as headings and bullets: what it says, before what it means. */
export interface Outline {
  readonly frontMatter?: Named;
  /** What stands before the first heading that opens a pattern. */
  readonly preamble: Body;
  readonly sections: readonly Section[];
  readonly footnotes: readonly Source[];
}

/** Everything under one heading, up to the next of its level. */
export interface Section extends Body {
  readonly line: Line;
  readonly sections: readonly Section[];
}

/** Paragraphs (and tables, quotations, code: whatever is not a list) and bullets, in their order. */
export interface Body {
  readonly paragraphs: readonly Line[];
  readonly bullets: readonly Bullet[];
}

export interface Bullet {
  readonly line: Line;
  readonly children: readonly Bullet[];
}

/** Reads the tree into an outline; a first-level heading titles the document and opens nothing. */
export function outline(root: Root, source: TextFile): Outline {
  const yaml = root.children.find((node) => node.type === 'yaml');
  const parts = cutAtTitles(root.children.filter((node) => !isAside(node)));
  const heads = parts.map((part) => bodyOf(part.slice(0, startOf(part)), source));
  return {
    ...(yaml && { frontMatter: { name: yaml.value, place: placeOf(yaml, source) } }),
    preamble: {
      paragraphs: heads.flatMap(({ paragraphs }) => paragraphs),
      bullets: heads.flatMap(({ bullets }) => bullets),
    },
    sections: parts.flatMap((part) => sectionsOf(part.slice(startOf(part)), source)),
    footnotes: root.children
      .filter((node) => node.type === 'footnoteDefinition')
      .map((node) => ({
        id: node.identifier,
        text: fold(textOf(node)),
        place: placeOf(node, source),
      })),
  };
}

/** A first-level heading ends what stands before it. */
function cutAtTitles(nodes: readonly RootContent[]): RootContent[][] {
  const parts: RootContent[][] = [[]];
  for (const node of nodes) {
    if (isTitle(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}

/** The index of the first heading, or the end. */
function startOf(nodes: readonly RootContent[]): number {
  const index = nodes.findIndex((node) => node.type === 'heading');
  return index === -1 ? nodes.length : index;
}

function isAside(node: RootContent): boolean {
  return ['yaml', 'footnoteDefinition', 'definition', 'thematicBreak'].includes(node.type);
}

function isTitle(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1;
}

/** Cuts a run of nodes that starts with a heading into sections; deeper headings nest. */
function sectionsOf(nodes: readonly RootContent[], source: TextFile): Section[] {
  const sections: Section[] = [];
  for (let start = 0; start < nodes.length; ) {
    const heading = nodes[start];
    if (heading?.type !== 'heading') break;
    let end = start + 1;
    while (end < nodes.length && !closes(nodes[end], heading)) end += 1;
    sections.push(sectionOf(heading, nodes.slice(start + 1, end), source));
    start = end;
  }
  return sections;
}

/** A heading of the same or a higher level ends a section. */
function closes(node: RootContent | undefined, { depth }: Heading): boolean {
  return node?.type === 'heading' && node.depth <= depth;
}

function sectionOf(heading: Heading, content: readonly RootContent[], source: TextFile): Section {
  const end = startOf(content);
  return {
    line: parseLine(heading.children, placeOf(heading, source), source),
    ...bodyOf(content.slice(0, end), source),
    sections: sectionsOf(content.slice(end), source),
  };
}

function bodyOf(nodes: readonly RootContent[], source: TextFile): Body {
  return {
    paragraphs: nodes
      .filter((node) => node.type !== 'list' && textOf(node) !== '')
      .map((node) => lineOf(node, source)),
    bullets: nodes
      .filter((node) => node.type === 'list')
      .flatMap((list) => bulletsOf(list, source)),
  };
}

function bulletsOf(list: List, source: TextFile): Bullet[] {
  return list.children.map((item) => bulletOf(item, source));
}

/** The first paragraph is the bullet itself; further blocks other than lists become bullets below it. */
function bulletOf(item: ListItem, source: TextFile): Bullet {
  const [first, ...others] = item.children;
  const own = first?.type === 'paragraph' ? first.children : [];
  const blocks = own.length > 0 || first === undefined ? others : item.children;
  return {
    line: parseLine(own, placeOf(item, source), source),
    children: blocks.flatMap((block) =>
      block.type === 'list'
        ? bulletsOf(block, source)
        : [{ line: lineOf(block, source), children: [] }],
    ),
  };
}

function lineOf(node: RootContent, source: TextFile): Line {
  const place: Place = placeOf(node, source);
  if (node.type === 'paragraph') return parseLine(node.children, place, source);
  const text: PhrasingContent = { type: 'text', value: textOf(node) };
  return parseLine([text], place, source);
}

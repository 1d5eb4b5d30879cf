import type { Heading, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import type { Source } from '../../model/knowledge.ts';
import type { Pattern } from '../../model/pattern.ts';
import { fold, placeOf, type TextFile, textOf } from '../read/text-file.ts';
import { type Line, type Named, parseLine } from './line.ts';

/** A Markdown document as headings and bullets: what it says, before what it means. */
export interface Outline {
  readonly frontMatter?: Named;
  /** What stands before the first heading that opens a pattern. */
  readonly preamble: readonly Line[];
  readonly sections: readonly Section[];
  readonly footnotes: readonly Source[];
}

/** A heading or a bullet with what stands under it. */
export interface Section extends Body {
  readonly form: Pattern['form'];
  readonly line: Line;
}

interface Body {
  /** What is not a list: paragraphs, tables, quotations, code. A bullet has its own among the children. */
  readonly paragraphs: readonly Line[];
  /** The bullets of all lists, then the headings one level down. */
  readonly children: readonly Section[];
}

/** Reads the tree into an outline; a first-level heading titles the document and opens nothing. */
export function outline(root: Root, source: TextFile): Outline {
  const yaml = root.children.find((node) => node.type === 'yaml');
  const parts = cutAtTitles(root.children.filter((node) => !isAside(node)));
  const heads = parts.map((part) => bodyOf(part.slice(0, startOf(part)), source));
  return {
    ...(yaml && { frontMatter: { name: yaml.value, place: placeOf(yaml, source) } }),
    preamble: [
      ...heads.flatMap(({ paragraphs }) => paragraphs),
      ...linesOf(heads.flatMap(({ children }) => children)),
    ],
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

/** All lines of some sections, in the order of the document. */
export function linesOf(sections: readonly Section[]): Line[] {
  return sections.flatMap(({ line, paragraphs, children }) => [
    line,
    ...paragraphs,
    ...linesOf(children),
  ]);
}

/** A first-level heading ends what stands before it. */
function cutAtTitles(nodes: readonly RootContent[]): RootContent[][] {
  const parts: RootContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 1) parts.push([]);
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

/** Cuts a run of nodes that starts with a heading into sections; deeper headings nest. */
function sectionsOf(nodes: readonly RootContent[], source: TextFile): Section[] {
  const sections: Section[] = [];
  for (let start = 0; start < nodes.length; ) {
    const heading = nodes[start];
    if (heading?.type !== 'heading') break;
    let end = start + 1;
    while (end < nodes.length && !closes(nodes[end], heading)) end += 1;
    sections.push(headingOf(heading, nodes.slice(start + 1, end), source));
    start = end;
  }
  return sections;
}

/** A heading of the same or a higher level ends a section. */
function closes(node: RootContent | undefined, { depth }: Heading): boolean {
  return node?.type === 'heading' && node.depth <= depth;
}

function headingOf(heading: Heading, content: readonly RootContent[], source: TextFile): Section {
  const end = startOf(content);
  const { paragraphs, children } = bodyOf(content.slice(0, end), source);
  return {
    form: 'heading',
    line: parseLine(heading.children, placeOf(heading, source), source),
    paragraphs,
    children: [...children, ...sectionsOf(content.slice(end), source)],
  };
}

function bodyOf(nodes: readonly RootContent[], source: TextFile): Body {
  return {
    paragraphs: nodes
      .filter((node) => node.type !== 'list' && textOf(node) !== '')
      .map((node) => lineOf(node, source)),
    children: nodes
      .filter((node) => node.type === 'list')
      .flatMap((list) => bulletsOf(list, source)),
  };
}

function bulletsOf(list: List, source: TextFile): Section[] {
  return list.children.map((item) => bulletOf(item, source));
}

/** The first paragraph is the bullet itself; further blocks other than lists become bullets below it. */
function bulletOf(item: ListItem, source: TextFile): Section {
  const [first, ...others] = item.children;
  const own = first?.type === 'paragraph' ? first.children : [];
  const blocks = own.length > 0 || first === undefined ? others : item.children;
  const children = blocks.flatMap((block) =>
    block.type === 'list' ? bulletsOf(block, source) : [bullet(lineOf(block, source), [])],
  );
  return bullet(parseLine(own, placeOf(item, source), source), children);
}

function bullet(line: Line, children: readonly Section[]): Section {
  return { form: 'bullet', line, paragraphs: [], children };
}

function lineOf(node: RootContent, source: TextFile): Line {
  const place = placeOf(node, source);
  if (node.type === 'paragraph') return parseLine(node.children, place, source);
  const text: PhrasingContent = { type: 'text', value: textOf(node) };
  return parseLine([text], place, source);
}

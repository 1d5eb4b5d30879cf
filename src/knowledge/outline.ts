import type { Heading, List, ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Source } from '../model/knowledge-base.ts';
import type { Place } from '../model/place.ts';
import { fold, type Line, type Named, parseLine, placeOf } from './line.ts';

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
export function outline(root: Root, file: string): Outline {
  const yaml = root.children.find((node) => node.type === 'yaml');
  const content = root.children.filter((node) => !isAside(node) && !isTitle(node));
  const start = content.findIndex((node) => node.type === 'heading');
  const head = start === -1 ? content : content.slice(0, start);
  return {
    ...(yaml && { frontMatter: { name: yaml.value, place: placeOf(yaml, file) } }),
    preamble: bodyOf(head, file),
    sections: start === -1 ? [] : sectionsOf(content.slice(start), file),
    footnotes: root.children
      .filter((node) => node.type === 'footnoteDefinition')
      .map((node) => ({
        id: node.identifier,
        text: fold(plainText(node)),
        place: placeOf(node, file),
      })),
  };
}

function isAside(node: RootContent): boolean {
  return ['yaml', 'footnoteDefinition', 'definition', 'thematicBreak'].includes(node.type);
}

function isTitle(node: RootContent): boolean {
  return node.type === 'heading' && node.depth === 1;
}

/** Cuts a run of nodes that starts with a heading into sections; deeper headings nest. */
function sectionsOf(nodes: readonly RootContent[], file: string): Section[] {
  const sections: Section[] = [];
  let rest = nodes;
  while (rest[0]?.type === 'heading') {
    const heading = rest[0];
    const length = lengthOfSection(rest, heading.depth);
    sections.push(sectionOf(heading, rest.slice(1, length), file));
    rest = rest.slice(length);
  }
  return sections;
}

function lengthOfSection(nodes: readonly RootContent[], depth: number): number {
  const next = nodes.findIndex(
    (node, index) => index > 0 && node.type === 'heading' && node.depth <= depth,
  );
  return next === -1 ? nodes.length : next;
}

function sectionOf(heading: Heading, content: readonly RootContent[], file: string): Section {
  const start = content.findIndex((node) => node.type === 'heading');
  const end = start === -1 ? content.length : start;
  return {
    line: parseLine(heading.children, placeOf(heading, file)),
    ...bodyOf(content.slice(0, end), file),
    sections: sectionsOf(content.slice(end), file),
  };
}

function bodyOf(nodes: readonly RootContent[], file: string): Body {
  return {
    paragraphs: nodes.filter((node) => node.type !== 'list').map((node) => lineOf(node, file)),
    bullets: nodes.filter((node) => node.type === 'list').flatMap((list) => bulletsOf(list, file)),
  };
}

function bulletsOf(list: List, file: string): Bullet[] {
  return list.children.map((item) => bulletOf(item, file));
}

/** The first paragraph is the bullet itself; further blocks other than lists become bullets below it. */
function bulletOf(item: ListItem, file: string): Bullet {
  const [first, ...others] = item.children;
  const own = first?.type === 'paragraph' ? first.children : [];
  const blocks = own.length > 0 || first === undefined ? others : item.children;
  return {
    line: parseLine(own, placeOf(item, file)),
    children: blocks.flatMap((block) =>
      block.type === 'list'
        ? bulletsOf(block, file)
        : [{ line: lineOf(block, file), children: [] }],
    ),
  };
}

function lineOf(node: RootContent, file: string): Line {
  const place: Place = placeOf(node, file);
  if (node.type === 'paragraph') return parseLine(node.children, place);
  const text: PhrasingContent = { type: 'text', value: plainText(node) };
  return parseLine([text], place);
}

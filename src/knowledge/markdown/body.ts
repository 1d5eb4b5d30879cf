import type { Heading, List, RootContent } from 'mdast';
import type { LeftOut } from '../../model/reading.ts';
import { fold, placeOf, textOf } from '../read/text-file.ts';
import { type Block, withoutHtml } from './html.ts';
import { type Line, parseLine } from './line.ts';
import { bulletsOf, isLine } from './lists.ts';
import { isPicture, type ParagraphPart, paragraphParts } from './paragraphs.ts';
import { type Body, bullet, label, type Reading, type Section } from './section.ts';
import { plainTable, tableSections } from './tables.ts';

/** What stands between two headings: its prose, and its labels and bullets. */
export function bodyOf(blocks: readonly Block[], reading: Reading): Body {
  const parts = partsOf(blocks, reading);
  return {
    paragraphs: parts.filter(isLine),
    children: parts.filter((part): part is Section => !isLine(part)),
  };
}

/** The index of the first heading, or the end. */
export function firstHeading(blocks: readonly Block[]): number {
  const index = blocks.findIndex(({ type }) => type === 'heading');
  return index === -1 ? blocks.length : index;
}

/** Cuts a run of blocks that starts with a heading into sections; deeper headings nest. */
export function sectionsOf(blocks: readonly Block[], reading: Reading): Section[] {
  const sections: Section[] = [];
  for (let start = 0; start < blocks.length; ) {
    const heading = blocks[start];
    if (heading?.type !== 'heading') break;
    let end = start + 1;
    while (end < blocks.length && !closes(blocks[end], heading)) end += 1;
    sections.push(sectionOf(heading, blocks.slice(start + 1, end), reading));
    start = end;
  }
  return sections;
}

/** A heading of the same or a higher level ends a section. */
function closes(block: Block | undefined, { depth }: Heading): boolean {
  return block?.type === 'heading' && block.depth <= depth;
}

function sectionOf(heading: Heading, content: readonly Block[], reading: Reading): Section {
  const line = parseLine(heading.children, placeOf(heading, reading.source), reading.source);
  return { form: 'heading', depth: heading.depth, line, ...contentOf(content, reading) };
}

/** A body, and below it the sections of its headings. */
function contentOf(blocks: readonly Block[], reading: Reading): Body {
  const end = firstHeading(blocks);
  const { paragraphs, children } = bodyOf(blocks.slice(0, end), reading);
  return { paragraphs, children: [...children, ...sectionsOf(blocks.slice(end), reading)] };
}

/** The lines and sections of some blocks in their order; what is neither is left out. */
function partsOf(blocks: readonly Block[], reading: Reading): (Line | Section)[] {
  const all = withoutHtml(blocks, reading.source);
  const parts: (Line | Section)[] = [];
  let isLabelled = false;
  for (let index = 0; index < all.length; ) {
    const { parts: read, next } = readBlock(all, index, { reading, isLabelled });
    for (const part of read) parts.push(part);
    isLabelled ||= read.some((part) => !isLine(part) && part.form === 'label');
    index = next;
  }
  return withMarks(parts);
}

/** Several paragraphs that begin with a tick, a cross or the like are items. */
function withMarks(parts: readonly (Line | Section)[]): (Line | Section)[] {
  const isMarked = (part: Line | Section) => isLine(part) && Boolean(part.mark);
  if (parts.filter(isMarked).length < 2) return [...parts];
  return parts.map((part) => (isLine(part) && part.mark ? bullet(part) : part));
}

interface Read {
  readonly parts: readonly (Line | Section)[];
  /** The index of the block that comes next. */
  readonly next: number;
}

interface Position {
  readonly reading: Reading;
  /** Labels stand before it: an unlabelled list is no longer one of plain benefits. */
  readonly isLabelled: boolean;
}

function readBlock(blocks: readonly Block[], index: number, position: Position): Read {
  const { reading } = position;
  const block = blocks[index];
  const next = index + 1;
  switch (block?.type) {
    case 'paragraph':
      return readParagraph(blocks, index, position);
    case 'list':
      return readLists(blocks, index, reading);
    case 'heading': {
      const place = placeOf(block, reading.source);
      return { parts: [label(parseLine(block.children, place, reading.source), [])], next };
    }
    case 'details': {
      const { paragraphs, children } = contentOf(block.children, reading);
      const { line, column } = block.position.start;
      const place = { file: reading.source.file, line, column };
      const summary = parseLine(block.summary, place, reading.source);
      return { parts: [label(summary, children, paragraphs)], next };
    }
    case 'table':
      return { parts: tableSections(block, reading) ?? [plainTable(block, reading)], next };
    default:
      if (block === undefined) return { parts: [], next };
      return {
        parts: leaveOut(block, block.type === 'blockquote' ? 'quotation' : 'code', reading),
        next,
      };
  }
}

/** All lists that follow each other, with what is left out between them. */
function readLists(
  blocks: readonly Block[],
  index: number,
  reading: Reading,
): Read & { parts: Section[] } {
  const lists: List[] = [];
  let next = index;
  for (let block = blocks[next]; block?.type === 'list'; block = blocks[next]) {
    lists.push(block);
    next += 1;
  }
  return { parts: bulletsOf(lists, reading, partsOf), next };
}

/** A paragraph, which may be the label of what follows it. */
function readParagraph(blocks: readonly Block[], index: number, position: Position): Read {
  const { reading, isLabelled } = position;
  const block = blocks[index];
  const next = index + 1;
  if (block?.type !== 'paragraph') return { parts: [], next };
  if (isPicture(block)) return { parts: leaveOut(block, 'image', reading), next };
  const parts = paragraphParts(block, reading);
  const last = parts.at(-1);
  if (last === undefined) return { parts: [], next };
  const others = parts.slice(0, -1).map(({ section }) => section);
  const isAbove = blocks[next]?.type === 'list' && (isLabelled || last.kind === 'label');
  const read =
    last.kind === 'container' || isAbove
      ? readLabel(last, blocks, next, reading)
      : { parts: [last.kind === 'name' ? label(lineIn(last.section), []) : last.section], next };
  return { parts: [...others, ...read.parts], next: read.next };
}

/** A label with what it stands above. How many paragraphs a plain one covers is unclear. */
function readLabel(
  part: ParagraphPart,
  blocks: readonly Block[],
  next: number,
  reading: Reading,
): Read {
  const below =
    part.kind === 'container' && part.isEmpty
      ? labelled(blocks, next, reading)
      : listBelow(blocks, next, reading);
  const section = withContent(part.section, below);
  const isUnclear = part.isPlain && below.children.length === 0 && below.paragraphs.length > 1;
  return { parts: [isUnclear ? { ...section, isUnclear } : section], next: below.next };
}

function lineIn(part: Line | Section): Line {
  return isLine(part) ? part : part.line;
}

interface Content extends Body {
  readonly next: number;
}

function withContent(part: Line | Section, { children, paragraphs }: Content): Section {
  const own = isLine(part) ? [] : part.children;
  return label(lineIn(part), [...own, ...children], paragraphs);
}

function listBelow(blocks: readonly Block[], index: number, reading: Reading): Content {
  if (blocks[index]?.type !== 'list') return { paragraphs: [], children: [], next: index };
  const { parts, next } = readLists(blocks, index, reading);
  return { paragraphs: [], children: parts, next };
}

/** What a label stands above: paragraphs; or lists, with what leads into them. */
function labelled(blocks: readonly Block[], index: number, reading: Reading): Content {
  const paragraphs: Line[] = [];
  let next = index;
  for (
    let block = blocks[next];
    block !== undefined && isPlain(block, reading);
    block = blocks[next]
  ) {
    if (block.type === 'paragraph') {
      paragraphs.push(parseLine(block.children, placeOf(block, reading.source), reading.source));
    } else leaveOut(block, block.type === 'blockquote' ? 'quotation' : 'code', reading);
    next += 1;
  }
  if (blocks[next]?.type !== 'list') return { paragraphs, children: [], next };
  for (const { text, place } of paragraphs) reading.leftOut.push({ text, why: 'lead-in', place });
  return listBelow(blocks, next, reading);
}

type Plain = Extract<RootContent, { type: 'paragraph' | 'code' | 'blockquote' }>;

/** A paragraph without a label, code or a quotation. */
function isPlain(block: Block, reading: Reading): block is Plain {
  if (block.type === 'code' || block.type === 'blockquote') return true;
  if (block.type !== 'paragraph' || isPicture(block)) return false;
  return paragraphParts(block, reading).every(({ kind }) => kind === 'text');
}

const SILENT: ReadonlySet<string> = new Set([
  'definition',
  'footnoteDefinition',
  'thematicBreak',
  'yaml',
  'html',
]);

function leaveOut(
  node: Exclude<Block, { type: 'details' }>,
  why: LeftOut['why'],
  { leftOut, source }: Reading,
): [] {
  if (SILENT.has(node.type)) return [];
  leftOut.push({ text: fold(textOf(node)).slice(0, 80), why, place: placeOf(node, source) });
  return [];
}

import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent } from 'mdast';
import { fold, placeOf, textOf } from '../read/text-file.ts';
import { type Line, parseLine } from './line.ts';
import type { Mark } from './marks.ts';
import { bullet, type Reading, type Section } from './section.ts';
import { type Segment, segmentsOf } from './segments.ts';

/** Reads the blocks below a bullet. */
export type ReadBlocks = (
  blocks: readonly (BlockContent | DefinitionContent)[],
  reading: Reading,
) => readonly (Line | Section)[];

/** The bullets of lists that follow each other; where `+` and `-` take turns they are signs. */
export function bulletsOf(lists: readonly List[], reading: Reading, read: ReadBlocks): Section[] {
  const markers = lists.map((list) => markerOf(list, reading));
  const isSigned = markers.includes('+') && markers.includes('-');
  return lists.flatMap((list, index) => {
    if (isLinkList(list, reading)) {
      reading.leftOut.push({
        text: fold(textOf(list)).slice(0, 80),
        why: 'links',
        place: placeOf(list, reading.source),
      });
      return [];
    }
    const bullets = list.children.flatMap((item) => bulletsIn(item, reading, read));
    return isSigned ? bullets.map((each) => marked(each, signOf(markers[index]))) : bullets;
  });
}

function markerOf(list: List | ListItem, { source }: Reading): string {
  return source.text.charAt(list.position?.start.offset ?? 0);
}

function signOf(marker: string | undefined): Mark {
  return marker === '+' ? 1 : -1;
}

function marked(section: Section, mark: Mark): Section {
  return section.line.mark === undefined
    ? { ...section, line: { ...section.line, mark } }
    : section;
}

/** One bullet, or several where an item holds several labels: `- **Pros:** fast **Cons:** costly`. */
function bulletsIn(item: ListItem, reading: Reading, read: ReadBlocks): Section[] {
  const [first, ...others] = item.children;
  const place = placeOf(item, reading.source);
  const own = first?.type === 'paragraph' ? first.children : [];
  if (own.length === 0) return withoutText(item, reading, read);
  const segments = segmentsOf(own, place, reading);
  const below = childrenOf(read(others, reading));
  const [head, ...more] = segments;
  if (head === undefined) return [bullet(parseLine([], place, reading.source), below)];
  const last = more.at(-1);
  if (last?.isContainer && !head.isContainer && !last.line.rest) {
    const inner = more.slice(0, -1).map(bulletOf);
    return [bullet(head.line, inner), bullet(last.line, [...bulletOf(last).children, ...below])];
  }
  if (more.length === 0 || !head.isContainer) {
    return [bullet(head.line, [...bulletOf(head).children, ...more.map(bulletOf), ...below])];
  }
  return segments.map((segment, index) => {
    const isLast = index === segments.length - 1;
    return bullet(segment.line, [...bulletOf(segment).children, ...(isLast ? below : [])]);
  });
}

function bulletOf({ line, items }: Segment): Section {
  return bullet(
    line,
    items.map((item) => bullet(item)),
  );
}

/** `- + fast` is a list in a list for Markdown, and a sign for people. */
function withoutText(
  { children, position }: ListItem,
  reading: Reading,
  read: ReadBlocks,
): Section[] {
  const [only] = children;
  if (children.length === 1 && only?.type === 'list') {
    const marker = markerOf(only, reading);
    const isSign = marker === '+' || marker === '-';
    const inner = bulletsOf([only], reading, read);
    return isSign ? inner.map((each) => marked(each, signOf(marker))) : inner;
  }
  const start = position?.start ?? { line: 1, column: 1 };
  const place = { file: reading.source.file, line: start.line, column: start.column };
  return [bullet(parseLine([], place, reading.source), childrenOf(read(children, reading)))];
}

/** Paragraphs below a bullet become bullets below it. */
function childrenOf(parts: readonly (Line | Section)[]): Section[] {
  return parts.map((part) => (isLine(part) ? bullet(part) : part));
}

export function isLine(part: Line | Section): part is Line {
  return 'text' in part;
}

/** Links to somewhere else, with or without a few words about each; a label that is a link is none. */
function isLinkList(list: List, reading: Reading): boolean {
  const items = itemsIn(list);
  const [first] = items;
  if (first === undefined) return false;
  if (items.length === 1) return linkIn(first, reading) === 'all';
  return items.every((content) => linkIn(content, reading) !== undefined);
}

function itemsIn(list: List): (readonly PhrasingContent[])[] {
  return list.children.flatMap(({ children }) =>
    children.flatMap((child) => {
      if (child.type === 'paragraph') return [child.children];
      return child.type === 'list' ? itemsIn(child) : [];
    }),
  );
}

/** Whether a link is all of an item, or where it begins. */
function linkIn(
  content: readonly PhrasingContent[],
  { effects }: Reading,
): 'all' | 'first' | undefined {
  const isWord = (node: PhrasingContent) =>
    /[\p{L}\p{N}]/u.test(textOf(node).replace(/:[a-z_]+:/g, ''));
  const telling = content.filter((node) => isWord(node) || isLink(node));
  const [first] = telling;
  if (first === undefined || !isLink(first)) return undefined;
  if (telling.length === 1) return 'all';
  return effects.qualitiesOf(fold(textOf(first))).length > 0 ? undefined : 'first';
}

function isLink(node: PhrasingContent): boolean {
  if (node.type === 'strong' || node.type === 'emphasis') return node.children.every(isLink);
  return node.type === 'link' || node.type === 'linkReference';
}

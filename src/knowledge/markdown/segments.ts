import type { PhrasingContent } from 'mdast';
import type { Place } from '../../model/condition.ts';
import { placeOf, textOf } from '../read/text-file.ts';
import { type Line, parseLine, reworded } from './line.ts';
import { takeMark } from './marks.ts';
import type { Reading } from './section.ts';

/** A part of a paragraph: `**Pros:** fast. **Cons:** costly.` has two. */
export interface Segment {
  readonly line: Line;
  /** It begins with the name of a container. */
  readonly isContainer: boolean;
  /** It begins with a mark or bullet, in a paragraph of several parts. */
  readonly isItem: boolean;
  /** The lines below a name that has its line for itself. */
  readonly items: readonly Line[];
}

interface Start {
  readonly node: number;
  readonly offset: number;
}

/** Cuts a paragraph where the name of a container, or a line with a mark, begins. */
export function segmentsOf(
  content: readonly PhrasingContent[],
  place: Place,
  reading: Reading,
): Segment[] {
  const starts = content.flatMap((node, index) => startsIn(node, index, content, reading));
  if (starts.length === 0) {
    return [
      {
        line: parseLine(content, place, reading.source),
        isContainer: false,
        isItem: false,
        items: [],
      },
    ];
  }
  const first = starts[0];
  const isBare = first?.node === 0 && first.offset === 0;
  const all = isBare ? starts : [{ node: 0, offset: 0, isContainer: false }, ...starts];
  return all.flatMap((start, index) => {
    const part = between(content, start, all[index + 1]);
    const at = index === 0 ? place : placeOfStart(content, start, reading);
    const [line, ...items] = start.isContainer
      ? linesIn(part, at, reading)
      : [parseLine(part, at, reading.source)];
    if (line === undefined || line.text === '') return [];
    const isBegun = start.isContainer === false && all.length > 1 && (index > 0 || isBare);
    return [{ line: withoutBullet(line), isContainer: start.isContainer, isItem: isBegun, items }];
  });
}

function withoutBullet(line: Line): Line {
  return BULLET.test(line.text) ? reworded(line, line.text.replace(BULLET, '')) : line;
}

/** A name that has its line for itself, and each line below it; anything else is one line. */
function linesIn(part: readonly PhrasingContent[], place: Place, reading: Reading): Line[] {
  const { source } = reading;
  const starts = part.flatMap((node, index): Start[] => {
    if (node.type === 'break') return [{ node: index + 1, offset: 0 }];
    if (node.type !== 'text') return [];
    return [...node.value.matchAll(/\n/g)].map(({ index: at }) => ({
      node: index,
      offset: at + 1,
    }));
  });
  const [first] = starts;
  const name = first && parseLine(between(part, { node: 0, offset: 0 }, first), place, source);
  if (name === undefined || name.rest || !isContainer(name.text, reading)) {
    return [parseLine(part, place, source)];
  }
  const items = starts.map((start, index) =>
    parseLine(between(part, start, starts[index + 1]), placeOfStart(part, start, reading), source),
  );
  return [name, ...items.filter(({ text }) => text !== '')];
}

function startsIn(
  node: PhrasingContent,
  index: number,
  content: readonly PhrasingContent[],
  reading: Reading,
): (Start & { isContainer: boolean })[] {
  if (node.type === 'text') return startsInText(node.value, index, content, reading);
  if (node.type !== 'strong' && node.type !== 'emphasis') return [];
  const isLabel =
    isAtStart(content, index) && isFollowedByColon(node, content.slice(index + 1, index + 3));
  const name = textOf(node);
  return isLabel && isContainer(name, reading)
    ? [{ node: index, offset: 0, isContainer: true }]
    : [];
}

/** How many nodes before a name are looked at. */
const FEW = 4;

/** The first of a paragraph, of a line, or after the end of a sentence, but for pictures. */
function isAtStart(content: readonly PhrasingContent[], index: number): boolean {
  const from = Math.max(0, index - FEW);
  const before = content
    .slice(from, index)
    .map((node) => (node.type === 'break' ? '\n' : textOf(node)))
    .join('');
  return (
    /(?:[.;!?|。；！？]\s+|\n)[^\p{L}\p{N}]*$/u.test(before) ||
    (from === 0 && !/[\p{L}\p{N}]/u.test(before))
  );
}

function isFollowedByColon(node: PhrasingContent, rest: readonly PhrasingContent[]): boolean {
  const [next] = rest;
  if (/[:：.]\s*$/.test(textOf(node)) || next === undefined || next.type === 'break') return true;
  if (next.type !== 'text') return false;
  return (
    /^(?:\s*[:：]|\s+[–—-]+\s|[^\S\n]*\n)/.test(next.value) ||
    (rest.length === 1 && next.value.trim() === '')
  );
}

const LABELS = /(?:^|(?<=\n)|(?<=[.;!?。；！？]\s))[^\n.;:：!?。；]{1,60}[:：]/g;
const BULLET = /^\s*[•▪◦‣●]\s+/;

const PICTURE = /^\s*\p{Extended_Pictographic}/u;

/** It begins with a tick, a cross, another picture, or a bullet that is none for Markdown. */
function isItem(line: string): boolean {
  return takeMark(line) !== undefined || BULLET.test(line) || PICTURE.test(line);
}

const LINES = /(?:^|(?<=\n))[^\n]+/g;
/** The last line of a text that has several: a name that was glued to the end of a list. */
const LAST_LINE = /(?<=\n)[^\n]{1,60}$/;

function startsInText(
  text: string,
  index: number,
  content: readonly PhrasingContent[],
  reading: Reading,
): (Start & { isContainer: boolean })[] {
  const isAtBegin = index === 0 || content[index - 1]?.type === 'break';
  const labels = [...text.matchAll(LABELS)]
    .filter(({ 0: found, index: at }) => (at > 0 || isAtBegin) && isContainer(found, reading))
    .map(({ index: offset }) => ({ node: index, offset, isContainer: true }));
  const last = index === content.length - 1 ? LAST_LINE.exec(text) : null;
  if (last && labels.at(-1)?.offset !== last.index && isContainer(last[0], reading)) {
    labels.push({ node: index, offset: last.index, isContainer: true });
  }
  const lines = content.length === 1 && !text.includes('\n') ? [] : text.matchAll(LINES);
  const marks = [...lines]
    .filter(({ 0: line, index: at }) => (at > 0 || isAtBegin) && isItem(line))
    .map(({ index: offset }) => ({ node: index, offset, isContainer: false }))
    .filter(({ offset }) => !labels.some((label) => label.offset === offset));
  return [...labels, ...marks].sort((a, b) => a.offset - b.offset);
}

function isContainer(name: string, { containers, names }: Reading): boolean {
  return containers.find(name, (each) => names.resolveTitle(each) !== undefined) !== undefined;
}

/** The nodes from one start to the next; a text may be cut at both ends. */
function between(
  content: readonly PhrasingContent[],
  from: Start,
  to: Start | undefined,
): PhrasingContent[] {
  const last = to?.node ?? content.length;
  const nodes = content.slice(from.node, last + (to && to.offset > 0 ? 1 : 0));
  return nodes.flatMap((node, index): PhrasingContent[] => {
    if (node.type !== 'text') return [node];
    const start = index === 0 ? from.offset : 0;
    const end = from.node + index === last ? to?.offset : undefined;
    const value = node.value.slice(start, end);
    return value === '' ? [] : [{ ...node, value }];
  });
}

function placeOfStart(
  content: readonly PhrasingContent[],
  { node: index, offset }: Start,
  { source }: Reading,
): Place {
  const node = content[index];
  if (node === undefined) return { file: source.file, line: 1, column: 1 };
  const place = placeOf(node, source);
  if (node.type !== 'text' || offset === 0) return place;
  const lines = node.value.slice(0, offset).split('\n').length - 1;
  return lines === 0 ? place : { ...place, line: place.line + lines, column: 1 };
}

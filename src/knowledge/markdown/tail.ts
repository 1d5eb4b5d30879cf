import type { InlineCode, PhrasingContent } from 'mdast';
import { addAll } from '../../common/lists.ts';

export const MARKERS: readonly string[] = ['strong', 'contested', 'judgement'];

/** What an author added at the end of a line, and what stands before it. */
export interface Tail {
  readonly kept: readonly PhrasingContent[];
  readonly markers: readonly string[];
  readonly condition?: InlineCode;
}

/** Strips markers, footnotes and one condition from the end, in any order; if there are two conditions, neither. */
export function takeTail(nodes: readonly PhrasingContent[]): Tail {
  const behind = takeMarkersFrom(nodes);
  const condition = behind.kept.at(-1);
  if (condition === undefined || !isCondition(condition) || behind.kept.length === 1) return behind;
  const before = takeMarkersFrom(behind.kept.slice(0, -1));
  const other = before.kept.at(-1);
  if (other !== undefined && isCondition(other) && before.kept.length > 1) return behind;
  return { kept: before.kept, markers: [...before.markers, ...behind.markers], condition };
}

/** Strips markers and footnotes from the end. */
function takeMarkersFrom(nodes: readonly PhrasingContent[]): Tail {
  const kept = [...nodes];
  const markers: string[] = [];
  for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
    const marked: Marked | undefined = isBlank(last) ? { names: [] } : takeMarkers(last);
    if (marked === undefined) break;
    kept.pop();
    if (marked.before) kept.push(marked.before);
    addAll(markers, marked.names.reverse());
  }
  return { kept, markers: markers.reverse() };
}

function isCondition(node: PhrasingContent): node is InlineCode {
  return node.type === 'inlineCode' && node.value.includes(':');
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'footnoteReference' || (node.type === 'text' && endOf(node.value) === 0);
}

/** Where a text ends if full stops and blanks do not count. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) end -= 1;
  return end;
}

interface Marked {
  readonly names: string[];
  /** The text without them. */
  readonly before?: PhrasingContent;
}

/** The markers in the parenthesis at the end of a text; undefined if it holds anything else. */
function takeMarkers(node: PhrasingContent): Marked | undefined {
  if (node.type !== 'text') return undefined;
  const end = endOf(node.value);
  const open = node.value.lastIndexOf('(', end);
  if (open < 0 || node.value.charAt(end - 1) !== ')') return undefined;
  const names = node.value.slice(open + 1, end - 1).split(',');
  const markers = names.map((name) => name.trim().toLowerCase());
  if (!markers.every((name) => MARKERS.includes(name))) return undefined;
  return { names: markers, before: { ...node, value: node.value.slice(0, open).trimEnd() } };
}

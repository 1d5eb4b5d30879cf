import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../../src/common/user-error.ts';
import { refuseUnparsable } from '../../src/knowledge/markdown/limits.ts';
import { parseMarkdown } from '../../src/knowledge/markdown/markdown.ts';
import type { Vocabulary } from '../../src/knowledge/markdown/section.ts';
import { parseDocument } from '../../src/knowledge/patterns/parse-document.ts';
import { decodeText, type TextFile } from '../../src/knowledge/read/text-file.ts';
import { assemble } from '../support/assemble.ts';
import { soundLayer } from '../support/layers.ts';
import { parseUncut } from '../support/uncut.ts';

const FILE = 'doc.md';

/** What is wrong with reading a document; undefined where nothing is. */
export type Check = (text: string, vocabulary: Vocabulary) => string | undefined;

/** What is wrong with reading a document, in words that are the same for the same fault; another check comes last. */
export function faultOf(text: string, vocabulary: Vocabulary, last?: Check): string | undefined {
  try {
    const source = decodeText(FILE, new TextEncoder().encode(text.replaceAll('\0', '')));
    refuseUnparsable(source);
    const fault = strayIn(source, readings(source, vocabulary)) ?? otherTreeOf(source);
    return fault ?? last?.(source.text, vocabulary);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    if (error instanceof Error)
      return `${error.name}: ${error.message.slice(0, 80)} ${placeIn(error)}`;
    return String(error);
  }
}

/** All that is reported of a document: by itself, and through all rules beside a sound one. */
function readings({ file, text }: TextFile, vocabulary: Vocabulary): unknown[] {
  const assembled = assemble([soundLayer({ documents: { [file]: text } })], '');
  return [parseDocument(file, text, vocabulary), assembled];
}

/** A reported place that is not in the document. */
function strayIn({ file, text }: TextFile, reported: unknown): string | undefined {
  const lines = text.split('\n');
  const isStray = ({ line, column }: { line: number; column: number }) =>
    !(line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1);
  const stray = placesIn(reported).find((place) => place.file === file && isStray(place));
  return stray && 'a place that is not in the document';
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

function placesIn(reported: unknown): Place[] {
  const [places, seen]: [Place[], Set<unknown>] = [[], new Set()];
  const todo = [reported];
  while (todo.length > 0) {
    const value = todo.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isPlace(value)) places.push(value);
    const parts = value instanceof Map ? value.values() : Object.values(value);
    for (const part of parts) todo.push(part);
  }
  return places;
}

function isPlace(value: object): value is Place {
  return 'file' in value && 'line' in value && 'column' in value;
}

/** Whether cutting a document at every place where it can be changes what its parser makes of it. */
function otherTreeOf(source: TextFile): string | undefined {
  const plain = (tree: unknown) => JSON.parse(JSON.stringify(tree));
  const isSame = isDeepStrictEqual(plain(parseMarkdown(source, 1)), plain(parseUncut(source.text)));
  return isSame ? undefined : 'a tree that differs from that of the whole document';
}

/** Where an error was thrown, without the line: lines move. */
function placeIn({ stack = '' }: Error): string {
  return /at (?:\S+ \()?\S*?((?:src|node_modules)\/[\w./@-]+)/.exec(stack)?.[1] ?? '';
}

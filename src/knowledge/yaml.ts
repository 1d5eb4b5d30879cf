import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';
import { plain } from '../model/plain.ts';

/** A YAML (or JSON) text that fits a schema, or what is wrong with it. */
export type YamlResult<T> =
  | { readonly ok: true; readonly data: T; readonly at: Locate }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The place of the value at a path of keys and indexes; the nearest one above it where it is missing. */
export type Locate = (path: readonly PropertyKey[]) => Place;

/** A text that stands in a file, from a line on (front matter does not begin at line 1). */
export interface YamlText {
  readonly file: string;
  readonly text: string;
  readonly firstLine?: number;
}

const MOST_ALIASES = 50;

/** Parses and checks; collects every problem with its place, never throws on bad input. */
export function readYaml<T>(source: YamlText, schema: z.ZodType<T>): YamlResult<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, prettyErrors: false });
  const offsetToPlace = placer(source, lines);
  const broken = document.errors.map(({ message, pos: [start] }) =>
    problem('invalid-yaml', sentence(message), offsetToPlace(start)),
  );
  if (broken.length > 0) return { ok: false, diagnostics: broken };
  const value = toPlain(document);
  if (value instanceof Error) {
    return {
      ok: false,
      diagnostics: [problem('invalid-yaml', sentence(value.message), offsetToPlace(0))],
    };
  }
  const at: Locate = (path) => offsetToPlace(offsetOf(document, path));
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, data: result.data, at };
  const diagnostics = result.error.issues.map(({ path, message }) =>
    problem('invalid-yaml', `${whereabouts(path)}${message}`, at(path)),
  );
  return { ok: false, diagnostics };
}

/** Aliases that multiply without end are refused by the parser with an error. */
function toPlain(document: Document): unknown {
  try {
    return plainly(document.toJS({ maxAliasCount: MOST_ALIASES }));
  } catch (error) {
    return error;
  }
}

/** The value with plain text in all its strings, as an escape may hide any character in YAML. */
function plainly(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [plain(key), plainly(each)]),
  );
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function placer({ file, firstLine = 1 }: YamlText, lines: LineCounter) {
  return (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
}

function problem(rule: string, message: string, place: Place): Diagnostic {
  return { rule, severity: 'error', message, place };
}

function sentence(message: string): string {
  const first = message.split('\n')[0] ?? '';
  if (/call stack/.test(first)) return 'Nested too deeply';
  return `Invalid YAML: ${first}`.replace(/[.:]$/, '').replace(/ at line \d+, column \d+$/, '');
}

function whereabouts(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `\`${path.map(String).join('.')}\`: `;
}

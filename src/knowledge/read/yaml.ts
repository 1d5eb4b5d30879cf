import { type Document, parseDocument } from 'yaml';
import { z } from 'zod';
import { tooDeepAt } from '../../common/nesting.ts';
import { bounded, plain } from '../../common/text.ts';
import type { Place } from '../../model/condition.ts';
import type { Diagnostic } from '../../model/knowledge.ts';
import { type Fault, oddityIn, thrownWords, wordsOf } from './odd-yaml.ts';
import { placeAt, type TextFile } from './text-file.ts';
import { nodesIn, repeatedKeysIn, type YamlNodes } from './yaml-nodes.ts';

/** A YAML (or JSON) text that fits a schema, or what is wrong with it. */
export type YamlResult<T> =
  | { readonly ok: true; readonly data: T; readonly at: Locate }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The place of the value at a path of keys and indexes; the nearest one above it where it is missing. */
export type Locate = (path: readonly PropertyKey[]) => Place;

/** A text that stands in a file, from a line on (front matter does not begin at line 1). */
export interface YamlText extends TextFile {
  readonly firstLine?: number;
}

/** Lower-case words joined by hyphens. */
export const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What names a thing in YAML, in conditions and on the command line. */
export const idSchema = z
  .string()
  .regex(ID, 'is not an id: write lower-case words joined by hyphens');

/** What people read, or what stands for something in their texts. */
export const textSchema = z.string().regex(/\S/, 'is empty');

/** Parses and checks; collects every problem with its place, never throws on bad input. */
export function readYaml<T>(source: YamlText, schema: z.ZodType<T>): YamlResult<T> {
  const deep = tooDeepAt(source.text);
  if (deep !== undefined) return refused(source, [{ message: 'Nested too deeply', offset: deep }]);
  const document = parseDocument(source.text, OPTIONS);
  const composed = toPlain(document, source);
  if ('faults' in composed) return refused(source, composed.faults);
  const result = schema.safeParse(composed.value);
  const nodes = nodesIn(document);
  if (!result.success) {
    const faults = result.error.issues.flatMap((issue) => faultsIn(issue, nodes));
    return refused(source, faults);
  }
  return { ok: true, data: result.data, at: (path) => placeIn(source, nodes.offsetOf(path)) };
}

function refused(source: YamlText, faults: readonly Fault[]): YamlResult<never> {
  const diagnostics = faults.map(({ message, offset }): Diagnostic => {
    const place = placeIn(source, offset);
    return { rule: 'invalid-yaml', severity: 'error', message: bounded(message), place };
  });
  return { ok: false, diagnostics };
}

function placeIn(source: YamlText, offset: number): Place {
  const place = placeAt(source, offset);
  return { ...place, line: place.line + (source.firstLine ?? 1) - 1 };
}

/** Keys are strings, and the parser itself says nothing on standard error; keys that stand twice are found afterwards. */
const OPTIONS = {
  ...{ prettyErrors: false, stringKeys: true, logLevel: 'error' as const },
  uniqueKeys: false,
};

const MOST_ALIASES = 50;

/** The value of a document as plain data. The parser rejects aliases that expand too far with an error. */
function toPlain(
  document: Document.Parsed,
  source: YamlText,
): { readonly value: unknown } | { readonly faults: readonly Fault[] } {
  const broken = brokenIn(document, source);
  if (broken.length > 0) return { faults: broken };
  const odd = oddityIn(document);
  if (odd !== undefined) return { faults: [odd] };
  try {
    return { value: plainly(document.toJS({ maxAliasCount: MOST_ALIASES })) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const message = sentence(thrownWords(error), source);
    return { faults: [{ message, offset: aliasIn(source, error) }] };
  }
}

/** What is no YAML, or stands twice. */
function brokenIn(document: Document.Parsed, source: YamlText): readonly Fault[] {
  const errors = document.errors.map((error) => ({
    message: sentence(wordsOf(error), source),
    offset: error.pos[0],
  }));
  const repeated = repeatedKeysIn(document).map((offset) => ({
    message: sentence('Map keys must be unique', source),
    offset,
  }));
  if (repeated.length === 0) return errors;
  return [...errors, ...repeated].sort((a, b) => a.offset - b.offset);
}

/** Where the alias stands that an error names. */
function aliasIn({ text }: YamlText, { message }: Error): number {
  const name = /alias.*: (\S+)$/.exec(message)?.[1];
  return name === undefined ? 0 : Math.max(0, text.indexOf(`*${name}`));
}

/** The value with plain text in all its strings, as an escape may hide any character in YAML. */
function plainly(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map(plainly);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainly(each)]));
}

/** What a schema objects to; an unknown key is a fault of its own, at the key, as the place of its value says nothing about a name. */
function faultsIn(issue: z.core.$ZodIssue, nodes: YamlNodes): Fault[] {
  const { path, message } = issue;
  if (issue.code !== 'unrecognized_keys') {
    return [{ message: `${whereabouts(path)}${tidy(message)}`, offset: nodes.offsetOf(path) }];
  }
  return issue.keys.map((key) => ({
    message: `${whereabouts(path)}Unknown key \`${key}\``,
    offset: nodes.offsetOfKey(path, key),
  }));
}

function sentence(message: string, { file }: YamlText): string {
  const kind = /\.json$/i.test(file) ? 'JSON' : 'YAML';
  const first = `Invalid ${kind}: ${message.split('\n')[0] ?? ''}`;
  return first.replace(/[.:]$/, '').replace(/ at line \d+, column \d+$/, '');
}

/** Rewords the messages of the schema library. */
function tidy(message: string): string {
  return message.replace(
    /^Invalid input: expected (\w+), received (\w+)$/,
    (_, wanted, found) => `expected ${nounFor(wanted)}, found ${nounFor(found)}`,
  );
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
  null: 'nothing',
  undefined: 'nothing',
};

function nounFor(type: string): string {
  return NOUNS[type] ?? type;
}

function whereabouts(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `\`${path.map(String).join('.')}\`: `;
}

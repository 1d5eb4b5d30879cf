import { createHash } from 'node:crypto';
import stringify from 'json-stringify-pretty-compact';
import type { z } from 'zod';
import { jsonEscaped } from '../common/text.ts';
import type { RecordedDecision } from '../model/record.ts';
import { MARK } from './record-mark.ts';
import { RECORD_VERSION, recordSchema } from './record-schema.ts';

const END = '-->';
/** Columns: an entry of a list takes a line. */
const WIDTH = 300;

/** The data of a record as a Markdown comment, which no reader shows; ends with a line break. */
export function dataComment(record: RecordedDecision): string {
  const data = { ...record, checksum: checksumOf(record) };
  return `${MARK}\n${withoutMarkup(jsonEscaped(stringify(data, { maxLength: WIDTH })))}\n${END}\n`;
}

/** Nothing in it ends the comment or starts a tag. */
function withoutMarkup(json: string): string {
  return json.replace(/[<>]/g, (sign) => (sign === '<' ? '\\u003c' : '\\u003e'));
}

export type RecordData =
  | { readonly record: RecordedDecision }
  /** It has data that cannot be used; `isNewer` if a newer version of the program wrote it. */
  | { readonly problem: string; readonly isNewer?: true };

/** The data in the text of a record, the last if there are several; undefined if there is none. */
export function dataIn(text: string): RecordData | undefined {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const start = startIn(lines);
  if (start < 0) return undefined;
  const end = lines.findIndex((line, index) => index > start && line.trim() === END);
  if (end < 0) return { problem: `the comment with its data does not end with \`${END}\`` };
  return dataOf(lines.slice(start + 1, end).join('\n'));
}

/** The line where the data begins; the first is 1, and 0 means that there is none. */
export function dataLineOf(text: string): number {
  return startIn(text.split(/\r?\n/)) + 1;
}

/** Blanks around it make no difference: editors add and remove them. */
function startIn(lines: readonly string[]): number {
  return lines.findLastIndex((line) => line.trim() === MARK);
}

function dataOf(json: string): RecordData {
  const parsed = parse(json);
  if (!isObject(parsed)) return { problem: 'its data is not JSON' };
  const { checksum, ...data } = parsed;
  const { version } = data;
  if (typeof version === 'number' && version > RECORD_VERSION) {
    return {
      problem: `its data has version ${version}, and this program reads up to ${RECORD_VERSION}`,
      isNewer: true,
    };
  }
  const read = recordSchema.safeParse(data);
  if (!read.success) return { problem: `its data is incomplete: ${firstIssue(read.error)}` };
  if (checksum !== checksumOf(data)) return { problem: 'its data does not match its checksum' };
  return { record: read.data };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstIssue({ issues: [first] }: z.ZodError): string {
  return `\`${first?.path.join('.') ?? ''}\`: ${first?.message ?? 'unreadable'}`;
}

/** Of the data without the checksum, in the order of its fields. */
function checksumOf(data: object): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex');
}

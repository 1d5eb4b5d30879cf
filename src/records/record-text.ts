import { parseDocument } from 'yaml';
import { plain } from '../common/text.ts';

/** Where a record says its status: in front matter, in a list below the title, or in a section of its own. */
export type RecordShape = 'madr' | 'nygard';

/** What the text of a record says, whichever tool wrote it. */
export interface RecordText {
  readonly shape: RecordShape;
  /** Without the number that some tools put before it; empty if there is no heading. */
  readonly title: string;
  /** The line of the title; the first is 1. */
  readonly line: number;
  /** As it is written; absent if there is none. */
  readonly status?: string;
  /** As it is written. */
  readonly date?: string;
}

/** Reads the title, the status and the date of a record. */
export function readRecordText(text: string): RecordText {
  const lines = text.split(/\r?\n/);
  const front = frontMatterOf(lines);
  const body = lines.slice(front.end);
  const headings = headingsIn(body);
  const title = headings.find(({ depth }) => depth === 1);
  const status = front.values.status ?? listed('status', body) ?? firstLineOf('status', body);
  const date = front.values.date ?? listed('date', body) ?? dateLine(body);
  return {
    shape: front.end > 0 ? 'madr' : 'nygard',
    title: plain((title?.text ?? front.values.title ?? '').replace(/^\d+\.\s+/, '')),
    line: front.end + (title?.index ?? 0) + 1,
    ...(status !== undefined && { status: plain(status) }),
    ...(date !== undefined && { date: plain(date) }),
  };
}

/** The lines of a section, without its heading; undefined if there is none. Any depth, in any case. */
export function sectionOf(
  name: string,
  lines: readonly string[],
): { readonly start: number; readonly end: number } | undefined {
  const headings = headingsIn(lines);
  const at = headings.findIndex(({ text }) => text.toLowerCase() === name);
  const heading = headings[at];
  if (heading === undefined) return undefined;
  return { start: heading.index + 1, end: headings[at + 1]?.index ?? lines.length };
}

interface FrontMatter {
  /** The lines that it takes; 0 if there is none. */
  readonly end: number;
  readonly values: Readonly<Record<'status' | 'date' | 'title', string | undefined>>;
}

const NONE = { status: undefined, date: undefined, title: undefined };

/** Front matter that cannot be read says nothing. */
export function frontMatterOf(lines: readonly string[]): FrontMatter {
  const close = lines[0]?.trimEnd() === '---' ? lines.indexOf('---', 1) : -1;
  if (close < 0) return { end: 0, values: NONE };
  const document = parseDocument(lines.slice(1, close).join('\n'), { logLevel: 'silent' });
  const value = (key: string) => {
    const found = document.errors.length === 0 ? scalarAt(key, document) : undefined;
    return found === undefined || found === null ? undefined : String(found);
  };
  return {
    end: close + 1,
    values: { status: value('status'), date: value('date'), title: value('title') },
  };
}

function scalarAt(key: string, document: ReturnType<typeof parseDocument>): unknown {
  const { contents } = document;
  const isMap = contents !== null && 'items' in contents && document.has(key);
  const value = isMap ? document.get(key) : undefined;
  return typeof value === 'object' ? undefined : value;
}

interface Heading {
  readonly depth: number;
  readonly text: string;
  /** Of its line, from 0. */
  readonly index: number;
}

/** Headings with number signs, outside blocks of code. */
function headingsIn(lines: readonly string[]): Heading[] {
  return withoutCode(lines).flatMap((line, index) => {
    const [, signs = '', text = ''] = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line) ?? [];
    return signs === '' ? [] : [{ depth: signs.length, text, index }];
  });
}

/** The same lines, with those of fenced blocks of code empty. */
function withoutCode(lines: readonly string[]): string[] {
  let fence: string | undefined;
  return lines.map((line) => {
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    const isCode = fence !== undefined || mark !== undefined;
    if (fence === undefined) fence = mark;
    else if (mark === fence) fence = undefined;
    return isCode ? '' : line;
  });
}

/** `- Status: accepted` before the first section. */
function listed(name: string, body: readonly string[]): string | undefined {
  const at = listedAt(name, body);
  return at === undefined ? undefined : body[at]?.replace(/^[^:]*:\s*/, '').trim();
}

/** The line of such an entry. */
export function listedAt(name: string, body: readonly string[]): number | undefined {
  const section = headingsIn(body).find(({ depth }) => depth > 1);
  const head = body.slice(0, section?.index);
  const at = head.findIndex((line) => new RegExp(`^[-*+]\\s+${name}\\s*:`, 'i').test(line));
  return at < 0 ? undefined : at;
}

/** What a section begins with. Tools add later statuses below it: one that supersedes the record wins. */
function firstLineOf(name: string, body: readonly string[]): string | undefined {
  const section = sectionOf(name, body);
  if (section === undefined) return undefined;
  const own = body
    .slice(section.start, section.end)
    .map((line) => line.trim())
    .filter(Boolean);
  return own.find((line) => isSuperseded(line)) ?? own[0];
}

/** `Date: 2026-11-30`, as the records of adr-tools have it. */
function dateLine(body: readonly string[]): string | undefined {
  return body.map((line) => /^Date:\s*(.+)$/i.exec(line)?.[1]?.trim()).find(Boolean);
}

/** `superseded by …`, also in the spelling of adr-tools. */
export function isSuperseded(status: string): boolean {
  return /^super[cs]eded\b/i.test(status);
}

/** Why a record no longer holds; undefined if it does. */
export function endedBy(status: string): 'superseded' | 'rejected' | 'deprecated' | undefined {
  if (isSuperseded(status)) return 'superseded';
  if (/^rejected\b/i.test(status)) return 'rejected';
  return /^deprecated\b/i.test(status) ? 'deprecated' : undefined;
}

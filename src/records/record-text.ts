import { decodeString } from 'micromark-util-decode-string';
import { plain } from '../common/text.ts';
import { frontMatterOf } from './front-matter.ts';
import { headingsIn, headOf, linesOf, sectionOf } from './headings.ts';

/** Where a record says its status: in front matter, in a section of its own, or in a list below the title. */
export type RecordShape = 'madr' | 'nygard' | 'log4brains';

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
  const lines = linesOf(text);
  const front = frontMatterOf(lines);
  const body = lines.slice(front.end);
  const title = headingsIn(body).find(({ depth }) => depth === 1);
  // Without the backslashes that keep signs from being markup.
  const written = title && decodeString(title.text);
  const listedStatus = listed('status', body);
  const status = front.values.status ?? listedStatus ?? firstLineOf('status', body);
  const date = front.values.date ?? listed('date', body) ?? dateLine(body);
  return {
    shape: front.end > 0 ? 'madr' : listedStatus === undefined ? 'nygard' : 'log4brains',
    title: plain((written ?? front.values.title ?? '').replace(/^\d+\.\s+/, '')),
    line: front.end + (title?.index ?? 0) + 1,
    ...(status !== undefined && { status: plain(status) }),
    ...(date !== undefined && { date: plain(date) }),
  };
}

/** `- Status: accepted` before the first section. */
function listed(name: string, body: readonly string[]): string | undefined {
  const at = listedAt(name, body);
  return at === undefined ? undefined : body[at]?.replace(/^[^:]*:/, '').trim();
}

/** The line of such an entry. */
export function listedAt(name: string, body: readonly string[]): number | undefined {
  const entry = new RegExp(`^[-*+]\\s+${name}\\s*:`, 'i');
  const at = headOf(body).findIndex((line) => entry.test(line));
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

/** `Date: 2026-11-30` before the first section, as the records of adr-tools have it. */
function dateLine(body: readonly string[]): string | undefined {
  return headOf(body)
    .map((line) => /^Date:(.+)$/i.exec(line)?.[1]?.trim())
    .find(Boolean);
}

/** `superseded by …`, also in the spelling of adr-tools, and in a list or emphasised. */
export function isSuperseded(status: string): boolean {
  return /^\W*super[cs]eded\b/i.test(status);
}

/** Why a record no longer holds; undefined if it does. */
export function endedBy(status: string): 'superseded' | 'rejected' | 'deprecated' | undefined {
  if (isSuperseded(status)) return 'superseded';
  if (/^\W*rejected\b/i.test(status)) return 'rejected';
  return /^\W*deprecated\b/i.test(status) ? 'deprecated' : undefined;
}

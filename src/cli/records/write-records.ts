import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plain, visible } from '../../common/text.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { KeptRecord, RecordedDecision, Recording, WrittenRecord } from '../../model/record.ts';
import { fileNameFor, nextNumber, paddedNumber } from '../../records/file-names.ts';
import { supersededText } from '../../records/supersede.ts';
import type { Superseded } from '../../report/record/record-view.ts';
import { numberedLink, numberedTitle } from '../../report/record/title.ts';
import { writtenAt } from '../output-file.ts';
import { createFile, replaceFile } from '../whole-file.ts';
import { type OwnRecord, ownRecords, recordsAbout } from './own-records.ts';
import { readRecordFolder } from './record-folder.ts';

/** A record that may be written: its data, and its text once its number is known. */
export interface Draft {
  readonly title: string;
  /** How certain the pick is, in words. */
  readonly certainty: string;
  readonly record: RecordedDecision;
  readonly textAs: (number: number, supersedes: Superseded | undefined) => string;
}

export interface Writing {
  readonly folder: string;
  readonly knowledge: KnowledgeBase;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Also where the pick is the one that a record states already. */
  readonly renew: boolean;
}

type Written = Pick<Recording, 'written' | 'kept' | 'unread'>;

/**
 * Writes drafts as new files of a folder that exists, and marks the records that they supersede. The new file comes first: a
 * run that is cut short leaves no decision without a record. Throws a `UserError`.
 */
export function writeRecords(drafts: readonly Draft[], writing: Writing): Written {
  const { folder } = writing;
  const make: Maker['make'] = (draft, first, before) => {
    for (let number = first; ; number += 1) {
      const file = fileNameFor(number, draft.title);
      const text = draft.textAs(number, before[0] && supersededBy(before[0]));
      if (!written(join(folder, file), () => createFile(join(folder, file), text))) continue;
      const newer = { number, file, title: draft.title };
      const unmarked = before.filter((old) => !isMarked(old, newer, writing));
      return { number, file, unmarked: unmarked.map((each) => each.file) };
    }
  };
  // A run that was cut short, or a file that was restored, leaves an old record unmarked.
  const keep: Maker['keep'] = (newest, older) => {
    for (const old of older) if (newest.supersedes(old.file)) isMarked(old, newest, writing);
  };
  return eachDraft(drafts, writing, { make, keep });
}

/** The same without writing anything; the folder need not exist. */
export function plannedRecords(drafts: readonly Draft[], writing: Writing): Written {
  const make: Maker['make'] = (draft, number, before) => ({
    number,
    file: fileNameFor(number, draft.title),
    unmarked: [],
    text: draft.textAs(number, before[0] && supersededBy(before[0])),
  });
  return eachDraft(drafts, writing, { make, keep: () => undefined });
}

type Made = Pick<WrittenRecord, 'number' | 'file' | 'unmarked' | 'text'>;

interface Maker {
  readonly make: (draft: Draft, number: number, before: readonly OwnRecord[]) => Made;
  /** What is done about older records if the newest stays in force. */
  readonly keep: (newest: OwnRecord, older: readonly OwnRecord[]) => void;
}

function eachDraft(
  drafts: readonly Draft[],
  { folder, knowledge, renew }: Writing,
  { make, keep }: Maker,
): Written {
  const files = existsSync(folder) ? readRecordFolder(folder) : [];
  const names = files.map(({ file }) => file);
  const own = ownRecords(files, knowledge);
  const recorded: WrittenRecord[] = [];
  const kept: KeptRecord[] = [];
  for (const draft of drafts) {
    const { title, record, certainty } = draft;
    const { decision } = record;
    const before = recordsAbout(record, own);
    const [newest, ...older] = before;
    if (newest !== undefined && !renew && isSamePick(newest.record, record)) {
      keep(newest, older);
      kept.push({ decision, file: newest.file, title: newest.title });
      continue;
    }
    const made = make(draft, nextNumber(names), before);
    names.push(made.file);
    const supersedes = before.map(({ file }) => file);
    recorded.push({ decision, title, certainty, ...made, supersedes });
  }
  const unread = files.flatMap((each) => ('problem' in each ? [each.file] : []));
  return { written: recorded, kept, unread };
}

function isSamePick(one: RecordedDecision, other: RecordedDecision): boolean {
  return one.recommended.toSorted().join() === other.recommended.toSorted().join();
}

function supersededBy({ number, file, title, record }: OwnRecord): Superseded {
  return { name: nameOf({ number, file }), file, title: numberedTitle(number, title), record };
}

type Named = Pick<OwnRecord, 'number' | 'file'>;

function nameOf({ number, file }: Named): string {
  return number === 0 ? plain(slugOf(file)) : `ADR-${paddedNumber(number)}`;
}

function slugOf(file: string): string {
  return file.replace(/\.md$/i, '');
}

/** Marks a record as superseded by a newer one; false if it states no status. */
function isMarked(
  old: OwnRecord,
  { number, file, title }: Named & Pick<OwnRecord, 'title'>,
  { date }: Writing,
): boolean {
  const text = written(old.path, () => readFileSync(old.path, 'utf8'));
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const marked = supersededText(text.slice(mark.length), {
    name: nameOf({ number, file }),
    slug: slugOf(file),
    link: numberedLink(file, number, title),
    date,
  });
  if (marked === undefined) return false;
  written(old.path, () => replaceFile(old.path, `${mark}${marked}`));
  return true;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Throws a `UserError` where the system refuses the path. */
function written<T>(path: string, write: () => T): T {
  return writtenAt(visible(path), AGAIN, write);
}

const AGAIN =
  'remove the cause and run the command again; records that are written already are kept';

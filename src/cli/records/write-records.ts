import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visible } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { KeptRecord, RecordedDecision, Recording, WrittenRecord } from '../../model/record.ts';
import { fileNameFor, nextNumber, paddedNumber } from '../../records/file-names.ts';
import { supersededText } from '../../records/supersede.ts';
import type { Superseded } from '../../report/record/record-view.ts';
import { numberedLink, numberedTitle } from '../../report/record/title.ts';
import { codeOf, createFile, replaceFile } from '../whole-file.ts';
import { isAbout, type OwnRecord, ownRecords } from './own-records.ts';
import { readRecordFolder } from './record-folder.ts';

/** A record that may be written: its data, and its text once its number is known. */
export interface Draft {
  readonly title: string;
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

type Written = Pick<Recording, 'written' | 'kept'>;

/**
 * Writes drafts as new files of a folder that exists, and marks the records that they supersede. The new file comes first: a
 * run that is cut short leaves no decision without a record. Throws a `UserError`.
 */
export function writeRecords(drafts: readonly Draft[], writing: Writing): Written {
  const { folder } = writing;
  return eachDraft(drafts, writing, (draft, first, before) => {
    for (let number = first; ; number += 1) {
      const file = fileNameFor(number, draft.title);
      const text = draft.textAs(number, before[0] && supersededBy(before[0]));
      if (!written(join(folder, file), () => createFile(join(folder, file), text))) continue;
      const unmarked = before.filter((old) => !isMarked(old, { number, file, draft }, writing));
      return { number, file, unmarked: unmarked.map((each) => each.file) };
    }
  });
}

/** The same without writing anything; the folder need not exist. */
export function plannedRecords(drafts: readonly Draft[], writing: Writing): Written {
  return eachDraft(drafts, writing, (draft, number, before) => ({
    number,
    file: fileNameFor(number, draft.title),
    unmarked: [],
    text: draft.textAs(number, before[0] && supersededBy(before[0])),
  }));
}

type Made = Pick<WrittenRecord, 'number' | 'file' | 'unmarked' | 'text'>;

function eachDraft(
  drafts: readonly Draft[],
  { folder, knowledge, renew }: Writing,
  make: (draft: Draft, number: number, before: readonly OwnRecord[]) => Made,
): Written {
  const files = lstatSync(folder, { throwIfNoEntry: false }) ? readRecordFolder(folder) : [];
  const names = files.map(({ file }) => file);
  const own = ownRecords(files, knowledge);
  const recorded: WrittenRecord[] = [];
  const kept: KeptRecord[] = [];
  for (const draft of drafts) {
    const { title, record } = draft;
    const { decision } = record;
    const before = own.filter((each) => isAbout(each.record, record));
    const [newest] = before;
    if (newest !== undefined && !renew && isSamePick(newest.record, record)) {
      kept.push({ decision, file: newest.file, title: newest.title });
      continue;
    }
    const made = make(draft, nextNumber(names), before);
    names.push(made.file);
    recorded.push({ decision, title, ...made, supersedes: before.map(({ file }) => file) });
  }
  return { written: recorded, kept };
}

function isSamePick(one: RecordedDecision, other: RecordedDecision): boolean {
  return one.recommended.toSorted().join() === other.recommended.toSorted().join();
}

function supersededBy({ number, file, title }: OwnRecord): Superseded {
  return { name: nameOf(number), file, title: numberedTitle(number, title) };
}

function nameOf(number: number): string {
  return `ADR-${paddedNumber(number)}`;
}

interface Newer {
  readonly number: number;
  readonly file: string;
  readonly draft: Draft;
}

/** Marks a record as superseded; false if it states no status. */
function isMarked(old: OwnRecord, { number, file, draft }: Newer, { date }: Writing): boolean {
  const text = written(old.path, () => readFileSync(old.path, 'utf8'));
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const marked = supersededText(text.slice(mark.length), {
    name: nameOf(number),
    slug: file.replace(/\.md$/, ''),
    link: numberedLink(file, number, draft.title),
    date,
  });
  if (marked === undefined) return false;
  written(old.path, () => replaceFile(old.path, `${mark}${marked}`));
  return true;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Throws a `UserError` where the system refuses the path. */
function written<T>(path: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    throw new UserError(
      `\`${visible(path)}\` cannot be written (${code})`,
      'remove the cause and run the command again; records that are written already are kept',
    );
  }
}

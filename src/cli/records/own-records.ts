import { presentRecord } from '../../knowledge/answers/present-record.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { RecordedDecision } from '../../model/record.ts';
import { numberOf } from '../../records/file-names.ts';
import { dataIn } from '../../records/record-data.ts';
import { endedBy, readRecordText } from '../../records/record-text.ts';
import type { RecordFile, UnreadRecord } from './record-folder.ts';
import { type RejectedSuccessor, rejectedSuccessorAmong } from './rejected-successor.ts';

/** A record that this program wrote, and that still holds. */
export interface OwnRecord {
  readonly file: string;
  readonly path: string;
  /** 0 if its file has none. */
  readonly number: number;
  /** The name of the file if it has none. */
  readonly title: string;
  /** Under the ids of today. */
  readonly record: RecordedDecision;
  /** It says that it supersedes a file. */
  readonly supersedes: (file: string) => boolean;
}

/** Those among the files of a folder, the newest first; what is a link, has ended or cannot be read is left out. */
export function ownRecords(
  files: readonly (RecordFile | UnreadRecord)[],
  knowledge: KnowledgeBase,
): OwnRecord[] {
  const rejectedSuccessor = rejectedSuccessorAmong(files);
  return files
    .flatMap((each) =>
      'text' in each && !each.isLink ? ownRecord(each, { knowledge, rejectedSuccessor }) : [],
    )
    .sort((one, other) => other.number - one.number);
}

interface Known {
  readonly knowledge: KnowledgeBase;
  readonly rejectedSuccessor: RejectedSuccessor;
}

function ownRecord(
  { file, path, text }: RecordFile,
  { knowledge, rejectedSuccessor }: Known,
): OwnRecord[] {
  const data = dataIn(text);
  if (data === undefined || !('record' in data)) return [];
  const { title, status = '' } = readRecordText(text);
  if (endedBy(status) !== undefined && rejectedSuccessor(status) === undefined) return [];
  const named = text.split('\n').filter((line) => line.startsWith('Supersedes ['));
  return [
    {
      ...{ file, path, number: numberOf(file) ?? 0 },
      title: title === '' ? file : title,
      record: presentRecord(data.record, knowledge),
      supersedes: (other) => named.some((line) => line.includes(`(${encodeURIComponent(other)})`)),
    },
  ];
}

/**
 * Those that are about the same decision for the same part of the same system, the newest first. A system or a part that a record
 * does not name is the one that the others name, if they all name the same.
 */
export function recordsAbout(record: RecordedDecision, own: readonly OwnRecord[]): OwnRecord[] {
  const same = own.filter((each) => each.record.decision === record.decision);
  const exact = same.filter((each) => placeOf(each.record) === placeOf(record));
  if (exact.length > 0) return exact;
  const near = same.filter((each) => mayBe(record, each.record));
  return new Set(near.map((each) => placeOf(each.record))).size > 1 ? [] : near;
}

type Placed = Pick<RecordedDecision, 'system' | 'scope'>;

function placeOf({ system, scope }: Placed): string {
  return JSON.stringify([system, scope]);
}

function mayBe(record: Placed, other: Placed): boolean {
  return (['system', 'scope'] as const).every(
    (name) => record[name] === undefined || record[name] === other[name],
  );
}

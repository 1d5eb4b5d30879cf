import { presentRecord } from '../../knowledge/answers/present-record.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { RecordedDecision } from '../../model/record.ts';
import { numberOf } from '../../records/file-names.ts';
import { dataIn } from '../../records/record-data.ts';
import { endedBy, readRecordText } from '../../records/record-text.ts';
import type { RecordFile, UnreadRecord } from './record-folder.ts';

/** A record that this program wrote, and that still holds. */
export interface OwnRecord {
  readonly file: string;
  readonly path: string;
  /** 0 if its file has none. */
  readonly number: number;
  readonly title: string;
  /** Under the ids of today. */
  readonly record: RecordedDecision;
}

/** Those among the files of a folder, the newest first; what is a link, has ended or cannot be read is left out. */
export function ownRecords(
  files: readonly (RecordFile | UnreadRecord)[],
  knowledge: KnowledgeBase,
): OwnRecord[] {
  return files
    .flatMap((each) => ('text' in each && !each.isLink ? ownRecord(each, knowledge) : []))
    .sort((one, other) => other.number - one.number);
}

function ownRecord({ file, path, text }: RecordFile, knowledge: KnowledgeBase): OwnRecord[] {
  const data = dataIn(text);
  const { title, status = '' } = readRecordText(text);
  if (data === undefined || !('record' in data) || endedBy(status) !== undefined) return [];
  const record = presentRecord(data.record, knowledge);
  return [{ file, path, number: numberOf(file) ?? 0, title, record }];
}

/** It is about the same decision for the same part of the same system. */
export function isAbout(one: RecordedDecision, other: RecordedDecision): boolean {
  return (
    one.decision === other.decision && one.system === other.system && one.scope === other.scope
  );
}

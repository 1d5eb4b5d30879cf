import { sep } from 'node:path';
import { nameFor } from '../../knowledge/files.ts';
import type { RecordedDecision } from '../../model/record.ts';
import type { Cause, Outcome, SkippedRecord, VerifiedRecord } from '../../model/verification.ts';
import { numberOf } from '../../records/file-names.ts';
import { changedOutcome } from '../../records/outcome.ts';
import { dataIn, dataLineOf, type RecordData } from '../../records/record-data.ts';
import { saysHowToVerify } from '../../records/record-mark.ts';
import { endedBy, type RecordText, readRecordText } from '../../records/record-text.ts';
import type { RecordFile, UnreadRecord } from './record-folder.ts';
import { type RejectedSuccessor, rejectedSuccessorAmong } from './rejected-successor.ts';

type Headed = Pick<VerifiedRecord, 'file' | 'title' | 'line' | 'rejectedSuccessor'>;

/** A file of a folder: what is known of it before anything is decided again. */
export type FoundRecord =
  | { readonly kind: 'skipped'; readonly skipped: SkippedRecord }
  /** What it was decided with cannot be read. */
  | { readonly kind: 'unusable'; readonly verified: VerifiedRecord }
  | {
      readonly kind: 'usable';
      readonly head: Headed;
      readonly record: RecordedDecision;
      /** How somebody has changed its text; absent if nobody has. */
      readonly edited?: Cause;
    };

/** Tells records that are to be verified from those that no longer count, those of other tools, and those that are damaged. */
export function recordsFound(files: readonly (RecordFile | UnreadRecord)[]): FoundRecord[] {
  const rejectedSuccessor = rejectedSuccessorAmong(files);
  return files.map((each) => recordFound(each, rejectedSuccessor));
}

function recordFound(
  each: RecordFile | UnreadRecord,
  rejectedSuccessor: RejectedSuccessor,
): FoundRecord {
  const file = nameFor(each.path).replaceAll(sep, '/');
  if (!('text' in each)) {
    const { problem } = each;
    if (problem === undefined) return { kind: 'skipped', skipped: { file, because: 'other-tool' } };
    return unusable({ file, title: each.file, line: 1 }, { outcome: 'not-decidable', problem });
  }
  if (each.isLink) return { kind: 'skipped', skipped: { file, because: 'link' } };
  return recordIn(each, file, rejectedSuccessor);
}

function recordIn(
  { text, file: name }: RecordFile,
  file: string,
  rejectedSuccessor: RejectedSuccessor,
): FoundRecord {
  const data = dataIn(text) ?? lostData(name, text);
  if (data === undefined) return { kind: 'skipped', skipped: { file, because: 'other-tool' } };
  const said = readRecordText(text);
  const { status = '' } = said;
  const ended = endedBy(status);
  const successor = rejectedSuccessor(status);
  if (ended !== undefined && successor === undefined) {
    return { kind: 'skipped', skipped: { file, because: ended } };
  }
  const head = {
    ...headOf(said, { file, name }),
    ...(successor !== undefined && { rejectedSuccessor: successor }),
  };
  if ('record' in data) return usable(head, data.record, text);
  const { problem, isNewer } = data;
  if (isNewer) return unusable(head, { outcome: 'not-decidable', problem });
  const line = dataLineOf(text) || head.line;
  return unusable({ ...head, line }, { outcome: 'edited', problem });
}

/** A record of which somebody has removed the data; undefined for a file of another tool. */
function lostData(name: string, text: string): RecordData | undefined {
  const isRecord = numberOf(name) !== undefined && saysHowToVerify(text);
  return isRecord ? { problem: 'the comment with its data is gone' } : undefined;
}

function headOf(
  { title, line }: RecordText,
  { file, name }: { readonly file: string; readonly name: string },
): Headed {
  return { file, title: title === '' ? name : title, line };
}

function usable(head: Headed, record: RecordedDecision, text: string): FoundRecord {
  const changed = changedOutcome(text, record.outcome);
  if (changed === undefined) return { kind: 'usable', head, record };
  const { line, found } = changed;
  const edited: Cause = {
    kind: 'text',
    expected: record.outcome,
    ...(found !== undefined && { found }),
  };
  return { kind: 'usable', head: { ...head, line }, record, edited };
}

function unusable(
  head: Headed,
  { outcome, problem }: { readonly outcome: Outcome; readonly problem: string },
) {
  const causes: Cause[] = [{ kind: 'data', problem }];
  return { kind: 'unusable', verified: { ...head, outcome, causes, fired: [] } } as const;
}

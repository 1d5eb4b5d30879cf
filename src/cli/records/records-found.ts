import { sep } from 'node:path';
import { nameFor } from '../../knowledge/files.ts';
import type { RecordedDecision } from '../../model/record.ts';
import type { Cause, Outcome, SkippedRecord, VerifiedRecord } from '../../model/verification.ts';
import { changedOutcome } from '../../records/outcome.ts';
import { dataIn, dataLineOf } from '../../records/record-data.ts';
import { endedBy, type RecordText, readRecordText } from '../../records/record-text.ts';
import type { RecordFile, UnreadRecord } from './record-folder.ts';

type Headed = Pick<VerifiedRecord, 'file' | 'title' | 'line'>;

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
export function recordFound(each: RecordFile | UnreadRecord): FoundRecord {
  const file = nameFor(each.path).replaceAll(sep, '/');
  if (!('text' in each)) {
    const { problem } = each;
    if (problem === undefined) return { kind: 'skipped', skipped: { file, because: 'other-tool' } };
    return unusable({ file, title: each.file, line: 1 }, { outcome: 'not-decidable', problem });
  }
  if (each.isLink) return { kind: 'skipped', skipped: { file, because: 'link' } };
  return recordIn(each, file);
}

function recordIn({ text, file: name }: RecordFile, file: string): FoundRecord {
  const data = dataIn(text);
  if (data === undefined) return { kind: 'skipped', skipped: { file, because: 'other-tool' } };
  const said = readRecordText(text);
  const ended = endedBy(said.status ?? '');
  if (ended !== undefined) return { kind: 'skipped', skipped: { file, because: ended } };
  const head = headOf(said, { file, name });
  if ('record' in data) return usable(head, data.record, text);
  const { problem, isNewer } = data;
  if (isNewer) return unusable(head, { outcome: 'not-decidable', problem });
  return unusable({ ...head, line: dataLineOf(text) }, { outcome: 'edited', problem });
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

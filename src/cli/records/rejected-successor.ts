import { endedBy, readRecordText } from '../../records/record-text.ts';
import { successorIn } from '../../records/successor.ts';
import type { RecordFile, UnreadRecord } from './record-folder.ts';

/** The file that a status names as the successor, if that was rejected: then the record still holds. */
export type RejectedSuccessor = (status: string) => string | undefined;

/** Looks for successors among the files of a folder. */
export function rejectedSuccessorAmong(
  files: readonly (RecordFile | UnreadRecord)[],
): RejectedSuccessor {
  const names = files.map(({ file }) => file);
  return (status) => {
    const successor = successorIn(status, names);
    const found = files.find(({ file }) => file === successor);
    return found !== undefined && isRejected(found) ? successor : undefined;
  };
}

function isRejected(each: RecordFile | UnreadRecord): boolean {
  return 'text' in each && endedBy(readRecordText(each.text).status ?? '') === 'rejected';
}

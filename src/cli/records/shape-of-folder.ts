import { existsSync, statSync } from 'node:fs';
import { numberOf } from '../../records/file-names.ts';
import { type RecordShape, readRecordText } from '../../records/record-text.ts';
import { type RecordFile, readRecordFolder, type UnreadRecord } from './record-folder.ts';

/** How the newest record of a folder looks; undefined if there is none. Throws a `UserError` if it cannot be read. */
export function shapeOfFolder(folder: string): RecordShape | undefined {
  const newest = numberedIn(folder).at(-1);
  return newest === undefined ? undefined : readRecordText(newest.text).shape;
}

function numberedIn(folder: string): RecordFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return [];
  return readRecordFolder(folder)
    .filter(isReadable)
    .filter(({ file }) => numberOf(file) !== undefined)
    .sort((one, other) => (numberOf(one.file) ?? 0) - (numberOf(other.file) ?? 0));
}

/** It could be read, and is no link. */
function isReadable(file: RecordFile | UnreadRecord): file is RecordFile {
  return 'text' in file && !file.isLink;
}

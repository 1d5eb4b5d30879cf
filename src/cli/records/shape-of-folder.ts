import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { numberOf } from '../../records/file-names.ts';
import { type RecordShape, readRecordText } from '../../records/record-text.ts';
import { markdownIn, readRecordFile } from './record-folder.ts';

/** How the newest record of a folder looks; undefined if there is none. Throws a `UserError` if the folder cannot be read. */
export function shapeOfFolder(folder: string): RecordShape | undefined {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return undefined;
  const numbered = markdownIn(folder)
    .filter((file) => numberOf(file) !== undefined)
    .sort((one, other) => (numberOf(one) ?? 0) - (numberOf(other) ?? 0));
  for (const file of numbered.reverse()) {
    const read = readRecordFile(file, join(folder, file));
    if ('text' in read && !read.isLink) return readRecordText(read.text).shape;
  }
  return undefined;
}

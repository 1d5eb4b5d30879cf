import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../common/user-error.ts';
import { infoAt, linkInfo, orUnreadable, textAt } from '../../knowledge/files.ts';

interface FileInFolder {
  /** Its name in the folder. */
  readonly file: string;
  /** The folder, as it was named, and the file. */
  readonly path: string;
}

/** A Markdown file, which may be a record. */
export interface RecordFile extends FileInFolder {
  /** With plain line ends; empty for a link, as what it leads to is not read. */
  readonly text: string;
  readonly isLink: boolean;
}

/** A Markdown file that cannot be read: why, and what to do about it. */
export interface UnreadRecord extends FileInFolder {
  readonly problem: string;
  readonly hint?: string;
}

/**
 * The Markdown files of a folder in the order of their names, without those in folders below it and hidden ones. Throws a
 * `UserError` only if the folder itself cannot be read.
 */
export function readRecordFolder(folder: string): (RecordFile | UnreadRecord)[] {
  if (linkInfo(folder) === undefined) {
    throw new UserError(`There is no folder \`${folder}\``, 'name the folder of the records');
  }
  if (!infoAt(folder).isDirectory()) {
    throw new UserError(`\`${folder}\` is not a folder`, 'name the folder of the records');
  }
  return orUnreadable(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => isMarkdown(entry.name) && !entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((file) => readRecordFile(file, join(folder, file)));
}

function isMarkdown(name: string): boolean {
  return /^[^.].*\.md$/i.test(name);
}

function readRecordFile(file: string, path: string): RecordFile | UnreadRecord {
  try {
    const info = linkInfo(path);
    if (info?.isSymbolicLink()) return { file, path, text: '', isLink: true };
    if (info?.isFile() === false) throw new UserError(`\`${path}\` is not a file`, 'move it');
    return { file, path, text: textAt(path, 'record').text, isLink: false };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = error;
    return { file, path, problem: message, ...(hint !== undefined && { hint }) };
  }
}

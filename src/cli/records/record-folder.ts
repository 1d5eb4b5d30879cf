import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../common/user-error.ts';
import { infoAt, linkInfo, orUnreadable, startOf, textAt } from '../../knowledge/files.ts';
import { hasMark } from '../../records/record-mark.ts';

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

/** A Markdown file that cannot be read as text, and why; without a problem, it is of another tool. */
export interface UnreadRecord extends FileInFolder {
  readonly problem?: string;
}

/**
 * The Markdown files of a folder in the order of their names, without those in folders below it and hidden ones. Throws a
 * `UserError` only if the folder itself cannot be read.
 */
export function readRecordFolder(folder: string): (RecordFile | UnreadRecord)[] {
  return markdownIn(folder).map((file) => readRecordFile(file, join(folder, file)));
}

/** The names of these files, without reading any. */
export function markdownIn(folder: string): string[] {
  if (linkInfo(folder) === undefined) {
    throw new UserError(`There is no folder \`${folder}\``, WHERE);
  }
  if (!infoAt(folder).isDirectory()) {
    throw new UserError(`\`${folder}\` is not a folder`, WHERE);
  }
  return orUnreadable(folder, () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => isMarkdown(entry.name) && !entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const WHERE = 'name the folder of the records; `arch-advisor adr` writes them';

function isMarkdown(name: string): boolean {
  return /^[^.].*\.md$/i.test(name);
}

/** Pipes and devices are not opened: reading them may never end. */
export function readRecordFile(file: string, path: string): RecordFile | UnreadRecord {
  return orProblem({ file, path }, () => {
    const info = linkInfo(path);
    if (info?.isSymbolicLink()) return { file, path, text: '', isLink: true };
    return info?.isFile() === true ? textOrOther(file, path) : { file, path };
  });
}

/** Only a file with our data has to be text. Throws a `UserError` if such a file is not, or if the system refuses to read it. */
function textOrOther(file: string, path: string): RecordFile | UnreadRecord {
  try {
    return { file, path, text: textAt(path, 'record').text, isLink: false };
  } catch (error) {
    if (!(error instanceof UserError) || hasMark(startOf(path, LOOKED_AT))) throw error;
    return { file, path };
  }
}

/** Bytes of a file in which our data is looked for. */
const LOOKED_AT = 64 * 1024 * 1024;

function orProblem(
  place: FileInFolder,
  read: () => RecordFile | UnreadRecord,
): RecordFile | UnreadRecord {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { ...place, problem: error.message };
  }
}

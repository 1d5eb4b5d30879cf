import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { visible } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import { nameFor, orUnreadable } from './files.ts';
import type { Skipped, Unread } from './layers.ts';

/** What lies below a folder. */
export interface Found {
  /** Paths of files, and of links to files, in order. */
  readonly files: string[];
  readonly unread: Unread[];
  readonly skipped: Skipped[];
}

/**
 * Looks through a folder and those in it for files with the right name. Hidden folders and files and `node_modules` are
 * not documentation, and links to folders may lead in circles: none of them is followed. Throws a `UserError` only
 * where the folder itself cannot be read.
 */
export function filesBelow(folder: string, isWanted: (name: string) => boolean): Found {
  const found: Found = { files: [], unread: [], skipped: [] };
  const folders = [folder];
  for (let at = folders.pop(); at !== undefined; at = folders.pop()) {
    for (const entry of entriesIn(at, folder, found.unread)) {
      const path = join(at, entry.name);
      const kind = kindOf(entry, path);
      if (kind === 'folder') folders.push(path);
      else take(path, kind, isWanted(entry.name), found);
    }
  }
  found.files.sort();
  return found;
}

function take(path: string, kind: Exclude<Kind, 'folder'>, isWanted: boolean, found: Found): void {
  if (kind === 'linked folder') {
    found.skipped.push({ file: nameFor(path), reason: 'it is a link to a folder' });
  } else if (isWanted && kind === 'file') found.files.push(path);
  else if (isWanted) found.unread.push(noFile(path));
}

/** Nothing if a folder in the one that was named cannot be read; that is reported. */
function entriesIn(folder: string, root: string, unread: Unread[]): Dirent[] {
  try {
    const entries = orUnreadable(folder, () => readdirSync(folder, { withFileTypes: true }));
    return entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  } catch (error) {
    if (folder === root || !(error instanceof UserError)) throw error;
    unread.push(unreadAt(folder, error));
    return [];
  }
}

type Kind = 'file' | 'folder' | 'linked folder' | 'other';

/** A link that leads nowhere counts as a file: reading it says so. */
function kindOf(entry: Dirent, path: string): Kind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  const info = statOf(path);
  if (info === undefined || info.isFile()) return 'file';
  return info.isDirectory() ? 'linked folder' : 'other';
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Pipes, devices and the like: who reads them may wait forever. */
function noFile(path: string): Unread {
  const error = new UserError(`\`${visible(path)}\` is not a file`, 'move it out of the folder');
  return unreadAt(path, error);
}

/** What is reported of a path that cannot be read. */
export function unreadAt(path: string, { message, hint }: UserError): Unread {
  return { file: nameFor(path), message, ...(hint !== undefined && { hint }) };
}

import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Only who runs the program may read it. */
export const PRIVATE = 0o600;
const USUAL = 0o666;
/** How the names of files end that `createFile` has not finished. */
const UNFINISHED = '.unfinished';

/**
 * Puts a text in the place of a file, or makes the file; whoever reads it, and whatever happens, finds the old text or
 * the new one, whole. A new file gets the mode, less what the system takes from it. Throws the system's error.
 */
export function replaceFile(path: string, text: string, mode?: number): void {
  writeFileAtomic.sync(path, '', {
    ...(mode !== undefined && { mode }),
    // A nearly full disk takes part of a text without an error: this goes on until all is written, or fails.
    tmpfileCreated: (unfinished) => writeFileSync(unfinished, text),
  });
  syncFolder(dirname(realpathSync(path)));
}

/**
 * Makes a file where there is none; no reader ever sees it incomplete. False if something lies there
 * already, which stays as it is: of several that try at once, one succeeds. Throws the system's error.
 */
export function createFile(path: string, text: string, mode = USUAL): boolean {
  const unfinished = `${path}.${process.pid}${randomBytes(4).readUInt32BE()}${UNFINISHED}`;
  try {
    writeSafely(unfinished, text, mode);
    const isLinked = isMade(() => linkSync(unfinished, path));
    if (isLinked) syncFolder(dirname(path));
    return isLinked ?? isMadeInPlace(path, text, mode);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Removes what runs that were killed have left unfinished in a folder in which nobody else creates files now. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/\.\d+\.unfinished$/.test(name)) rmSync(join(folder, name), { force: true });
  }
}

function writeSafely(path: string, text: string, mode: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** For file systems without hard links: the name is reserved first and filled in one step. */
function isMadeInPlace(path: string, text: string, mode: number): boolean {
  const isOurs = isMade(() => closeSync(openSync(path, 'wx', mode))) === true;
  if (isOurs) replaceFile(path, text);
  return isOurs;
}

/** False if there is a file already, undefined if the file system has no such step. */
function isMade(make: () => void): boolean | undefined {
  try {
    make();
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    if (NO_LINKS.has(code)) return undefined;
    throw error;
  }
}

const NO_LINKS: ReadonlySet<string> = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
]);

/** Only then is a file to be found under its new name after the power has failed. */
function syncFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    try {
      fsyncSync(opened);
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    if (!NO_SYNC.has(codeOf(error))) throw error;
  }
}

/** What systems say whose folders cannot be synced, or that may be written but not be opened. */
const NO_SYNC: ReadonlySet<string> = new Set([
  'EISDIR',
  'EPERM',
  'EACCES',
  'EINVAL',
  'ENOTSUP',
  'EOPNOTSUPP',
]);

/** The system's name for what went wrong; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

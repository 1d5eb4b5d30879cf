import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, rmSync, writeFileSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';

/** Only who runs the program may read it. */
export const PRIVATE = 0o600;
const USUAL = 0o666;

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
}

/**
 * Makes a file where there is none; nobody ever sees it without its whole text. False where something lies there
 * already, which stays as it is: of several that try at once, one succeeds. Throws the system's error.
 */
export function createFile(path: string, text: string, mode = USUAL): boolean {
  const unfinished = `${path}.${process.pid}${randomBytes(4).readUInt32BE()}`;
  try {
    writeSafely(unfinished, text, mode);
    return isMade(() => linkSync(unfinished, path)) ?? isMadeInPlace(path, text, mode);
  } finally {
    rmSync(unfinished, { force: true });
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

/** Where a second name for a file is not to be had: the name is taken first, and filled in one step. */
function isMadeInPlace(path: string, text: string, mode: number): boolean {
  const isOurs = isMade(() => closeSync(openSync(path, 'wx', mode))) === true;
  if (isOurs) replaceFile(path, text);
  return isOurs;
}

/** False where there is a file already, undefined where the file system has no such step. */
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

/** The system's name for what went wrong; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

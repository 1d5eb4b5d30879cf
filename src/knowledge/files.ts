import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { relative, resolve } from 'node:path';
import { visible } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import { decodeText, type TextFile, unreadable } from './read/text-file.ts';

const MEBIBYTE = 1024 * 1024;

/** What a file is read as: how many bytes it may have, and what to do where it has more. */
const LIMITS = {
  document: { most: 10 * MEBIBYTE, hint: 'split it into one document per topic' },
  knowledge: {
    most: 4 * MEBIBYTE,
    hint: 'knowledge files are normally much smaller: is this the right file?',
  },
  answers: {
    most: 4 * MEBIBYTE,
    hint: 'answer files are normally much smaller: is this the right file?',
  },
  record: {
    most: 4 * MEBIBYTE,
    hint: 'decision records are normally much smaller: is it one?',
  },
  baseline: {
    most: 4 * MEBIBYTE,
    hint: 'baselines are normally much smaller: is this the right file?',
  },
  advice: {
    most: 64 * MEBIBYTE,
    hint: 'saved advice is normally much smaller: is this the right file?',
  },
} as const;

export type FileKind = keyof typeof LIMITS;

/** Bytes that are read of a source of this kind. */
export function largest(kind: FileKind): number {
  return LIMITS[kind].most;
}

/** Says that a source holds more than is ever read of one. */
export function tooLarge(name: string, kind: FileKind): UserError {
  const { most, hint } = LIMITS[kind];
  return new UserError(`\`${name}\` is larger than ${most / MEBIBYTE} MiB`, hint);
}

/** Reads an answer file as UTF-8 text, without byte order mark. Throws a `UserError` that says why it cannot. */
export async function readText(path: string): Promise<TextFile> {
  return textAt(path, 'answers');
}

/** The same for any kind of file. */
export function textAt(path: string, kind: FileKind): TextFile {
  const { text } = decodeText(path, readBytes(path, kind));
  return { file: nameFor(path), text };
}

/** What lies at a path. Throws a `UserError` where nothing does, or nothing that may be looked at. */
export function infoAt(path: string): Stats {
  if (linkInfo(path) && !orUnreadable(path, () => existsAt(path))) {
    throw new UserError(`\`${path}\` is a broken link`, 'fix the link or remove it');
  }
  return orUnreadable(path, () => statSync(resolve(path)));
}

function existsAt(path: string): boolean {
  return statSync(resolve(path), { throwIfNoEntry: false }) !== undefined;
}

/** What lies at a path itself, be it a link; undefined if nothing does. Throws a `UserError`. */
export function linkInfo(path: string): Stats | undefined {
  return orUnreadable(path, () => lstatSync(resolve(path), { throwIfNoEntry: false }));
}

/** The one path of a file, however it is reached. */
export function realPath(path: string): string {
  return orUnreadable(path, () => realpathSync(resolve(path)));
}

/** Runs what reads at a path. Throws a `UserError` where the path is to blame. */
export function orUnreadable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function readBytes(path: string, kind: FileKind): Buffer {
  const info = infoAt(path);
  if (info.isDirectory()) throw new UserError(`\`${path}\` is a folder`, 'name a file in it');
  if (info.isCharacterDevice() || info.isBlockDevice()) {
    throw new UserError(`\`${path}\` is a device`, 'name a file');
  }
  const most = largest(kind);
  if (info.size > most) throw tooLarge(path, kind);
  const bytes = orUnreadable(path, () => bytesAt(resolve(path), info.isFIFO(), most));
  if (bytes === undefined) throw new UserError(`\`${path}\` is not a file`, 'name a file');
  if (bytes.length > most) throw tooLarge(path, kind);
  return bytes;
}

/** The first bytes of a file, or a few more; none of anything else, such as a pipe. Throws a `UserError`. */
export function startOf(path: string, most: number): Buffer {
  return orUnreadable(path, () => bytesAt(resolve(path), false, most)) ?? Buffer.alloc(0);
}

/** A pipe is waited for, as who named it wants; nothing else is, and least what took the place of a file just now. */
function bytesAt(path: string, isPipe: boolean, most: number): Buffer | undefined {
  const file = openSync(path, isPipe ? constants.O_RDONLY : constants.O_RDONLY | NO_WAITING);
  try {
    return isPipe || fstatSync(file).isFile() ? bytesIn(file, most) : undefined;
  } finally {
    closeSync(file);
  }
}

/** Absent if the system has no such thing. */
const NO_WAITING = constants.O_NONBLOCK ?? 0;

const CHUNK = 64 * 1024;

/** All that there is, or a little more than a file may have: some files have no end. */
function bytesIn(file: number, most: number): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  while (size <= most) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readSync(file, chunk);
    if (length === 0) break;
    chunks.push(chunk.subarray(0, length));
    size += length;
  }
  return Buffer.concat(chunks);
}

/** As the user would open it: from the current folder where it lies below, else in full. */
export function nameFor(path: string): string {
  const full = resolve(path);
  const here = currentFolder();
  const short = here === undefined ? full : relative(here, full);
  return visible(short.startsWith('..') ? full : short);
}

/** Undefined if it was deleted: then nothing lies below it. */
export function currentFolder(): string | undefined {
  try {
    return process.cwd();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

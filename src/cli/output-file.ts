import { constants } from 'node:fs';
import { access, lstat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { shellWord, visible } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import { infoAt } from '../knowledge/files.ts';
import type { Context } from './context.ts';
import { type PromptOptions, prompterFor } from './prompts/prompter-for.ts';
import type { Ended } from './terminal/progress.ts';
import { codeOf, createFile, replaceFile } from './whole-file.ts';

/** What is typed for it where a file to write is expected. */
const STANDARD_OUTPUT = '-';

/** A file that a result goes to. */
export interface OutputFile {
  readonly path: string;
  /** It is there and may be replaced. */
  readonly replaces: boolean;
}

export interface OutputOptions extends PromptOptions {
  readonly output?: string;
  readonly force?: boolean;
}

/**
 * The file for a result, or undefined for standard output; to be asked for before anything is worked out. A file that
 * exists is replaced with `--force`, or if somebody on a terminal agrees. Throws a `UserError` where none can be written.
 */
export async function outputFileFor(
  options: OutputOptions,
  context: Context,
): Promise<Ended<OutputFile | undefined>> {
  const { output: path, force } = options;
  if (path === undefined || path === STANDARD_OUTPUT) return { value: undefined };
  if (path.endsWith('/') || path.endsWith(sep)) throw aFolder(path);
  const isThere = await exists(path);
  if (isThere) await refuseUnusable(path);
  await refuseUnwritable(path, OTHER_FILE);
  if (!isThere || force) return { value: { path, replaces: isThere } };
  if (!context.canAsk) throw taken(path, HINT);
  const agreed = await mayReplace(`${visible(path)} exists. Replace it?`, options, context);
  if ('exitCode' in agreed) return agreed;
  if (!agreed.value) throw taken(path, HINT);
  return { value: { path, replaces: true } };
}

const OTHER_FILE = 'name another file after -o';
const HINT = `--force replaces it; or ${OTHER_FILE}`;

/** Only a file can be replaced by another. */
async function refuseUnusable(path: string): Promise<void> {
  const info = infoAt(path);
  if (info.isDirectory()) throw aFolder(path);
  if (!info.isFile()) throw new UserError(`\`${path}\` is not a file`, OTHER_FILE);
  await access(resolve(path), constants.W_OK).catch((error: unknown) => {
    throw unwritable(path, error, OTHER_FILE);
  });
}

function aFolder(path: string): UserError {
  const inside = shellWord(join(path, 'advice.md'));
  return new UserError(`\`${path}\` is a folder`, `name a file in it, such as ${inside}`);
}

/** Asks on the terminal whether a file may be replaced. */
export async function mayReplace(
  question: string,
  options: PromptOptions,
  context: Context,
): Promise<Ended<boolean>> {
  const prompter = await prompterFor(options, context);
  return prompter.agreed(question);
}

/** Writes a result whole or not at all; a file that appeared meanwhile stays as it is. Throws a `UserError`. */
export function writeOutput({ path, replaces }: OutputFile, text: string): void {
  const isWritten = writtenAt(path, OTHER_FILE, () => {
    if (!replaces) return createFile(resolve(path), text);
    replaceFile(resolve(path), text);
    return true;
  });
  if (!isWritten) throw taken(path, HINT);
}

/** A link that leads nowhere counts as well. */
export function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

export function taken(path: string, hint: string): UserError {
  return new UserError(`\`${path}\` exists`, hint);
}

/** Throws a `UserError` where no file can be made in the folder of a path. */
export async function refuseUnwritable(path: string, hint: string): Promise<void> {
  await access(join(dirname(resolve(path)), sep), constants.W_OK).catch((error: unknown) => {
    throw unwritable(path, error, hint);
  });
}

/** Runs what writes at a path. Throws a `UserError` where the system refuses it. */
export function writtenAt<T>(path: string, hint: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw unwritable(path, error, hint);
  }
}

function unwritable(path: string, error: unknown, hint: string): unknown {
  const code = codeOf(error);
  if (code === '') return error;
  const why = REASONS.get(code);
  return new UserError(
    `\`${path}\` cannot be written (${code})`,
    why === undefined ? hint : `${why}; ${hint}`,
  );
}

const FULL = 'there is no space left on the device';
const NO_RIGHT = 'you may not write there';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'its folder does not exist'],
  ['ENOTDIR', 'its folder is a file'],
  ['EACCES', NO_RIGHT],
  ['EPERM', NO_RIGHT],
  ['EROFS', NO_RIGHT],
  ['ENOSPC', FULL],
  ['EDQUOT', FULL],
]);

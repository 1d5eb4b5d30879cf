import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { addAbortSignal, type Readable } from 'node:stream';
import { plain } from '../../model/plain.ts';
import { UserError } from '../../model/user-error.ts';
import type { Context } from '../context.ts';

/** Where lines come from. */
export interface LineInput {
  readonly name: string;
  /** Bytes; unknown for a pipe. */
  readonly size?: number;
  /** The bytes piece by piece, until the signal. */
  readonly chunks: (signal: AbortSignal) => AsyncGenerator<Uint8Array, void>;
}

const STANDARD_INPUT = '-';

interface Wish {
  readonly files: readonly string[];
  readonly answers?: string;
}

/** The files in their order, else standard input. Throws a `UserError` for what cannot be read, before anything is. */
export async function lineInputs(
  { files, answers }: Wish,
  { stdin }: Pick<Context, 'stdin'>,
): Promise<readonly LineInput[]> {
  if (files.length === 0 && stdin.isTTY === true) {
    throw new UserError(
      'There is nothing to read: no file is named, and standard input is a terminal',
      'name a file of JSON lines, or send them through a pipe',
    );
  }
  const paths = files.length === 0 ? [STANDARD_INPUT] : files;
  refuseTwice([...paths, ...(answers === undefined ? [] : [answers])]);
  const inputs: LineInput[] = [];
  for (const path of paths) {
    inputs.push(path === STANDARD_INPUT ? standardInput(stdin) : await fileInput(path));
  }
  return inputs;
}

function refuseTwice(paths: readonly string[]): void {
  if (paths.filter((path) => path === STANDARD_INPUT).length < 2) return;
  throw new UserError(
    'Standard input, `-`, stands for two files',
    'it can be read once: name a file for one of them',
  );
}

function standardInput(stdin: Readable): LineInput {
  return { name: 'standard input', chunks: (signal) => chunksOf(stdin, signal) };
}

const CHUNK = 256 * 1024;

async function fileInput(path: string): Promise<LineInput> {
  const told = tellingWhy(path);
  const info = await stat(path).catch(told);
  if (info.isDirectory()) throw new UserError(`\`${path}\` is a folder`, 'name files in it');
  await access(path, constants.R_OK).catch(told);
  return {
    name: plain(path),
    ...(info.isFile() && { size: info.size }),
    chunks: (signal) => chunksOf(createReadStream(path, { highWaterMark: CHUNK }), signal, told),
  };
}

async function* chunksOf(
  stream: Readable,
  signal: AbortSignal,
  told: (error: unknown) => never = rethrow,
): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of addAbortSignal(signal, stream)) yield chunk;
  } catch (error) {
    if (!signal.aborted) told(error);
  }
}

function rethrow(error: unknown): never {
  throw error;
}

/** Throws, as a `UserError` where the path is to blame. */
function tellingWhy(path: string): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS.get(code);
    throw reason === undefined ? error : new UserError(reason(path), 'check the path');
  };
}

const REASONS: ReadonlyMap<string, (path: string) => string> = new Map([
  ['ENOENT', (path) => `There is no file \`${path}\``],
  ['EACCES', (path) => `\`${path}\` may not be read`],
  ['EPERM', (path) => `\`${path}\` may not be read`],
  ['ENAMETOOLONG', (path) => `\`${path.slice(0, 80)}…\` leads nowhere`],
  ['ELOOP', (path) => `\`${path}\` leads nowhere`],
  ['EISDIR', (path) => `\`${path}\` is not a file`],
  ['ENOTDIR', (path) => `\`${path}\` is not a file`],
  ['EIO', (path) => `\`${path}\` cannot be read`],
]);

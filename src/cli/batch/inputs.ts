import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { plain } from '../../common/text.ts';
import { UserError } from '../../common/user-error.ts';
import { unreadable } from '../../knowledge/read/text-file.ts';
import type { Context } from '../context.ts';
import { refuseStandardInputTwice, STANDARD_INPUT } from '../standard-input.ts';

/** Where lines come from. */
export interface LineInput {
  readonly name: string;
  /** Bytes; unknown for a pipe. */
  readonly size?: number;
  /** The bytes piece by piece, until the signal. */
  readonly chunks: (signal: AbortSignal) => AsyncGenerator<Uint8Array, void>;
}

interface Wish {
  readonly files: readonly string[];
  readonly answers: readonly string[];
}

/** The files in their order, else standard input. Throws a `UserError` for unreadable ones, before anything is read. */
export async function lineInputs(
  { files, answers }: Wish,
  { stdin }: Pick<Context, 'stdin'>,
): Promise<readonly LineInput[]> {
  if (files.length === 0 && stdin.isTTY === true) {
    throw new UserError(
      'There is nothing to read: no file was named, and standard input is a terminal',
      'name a file of JSON lines, or pipe them in',
    );
  }
  const paths = files.length === 0 ? [STANDARD_INPUT] : files;
  refuseStandardInputTwice([...paths, ...answers]);
  const inputs: LineInput[] = [];
  for (const path of paths) {
    inputs.push(path === STANDARD_INPUT ? standardInput(stdin) : await fileInput(path));
  }
  return inputs;
}

function standardInput(stdin: Readable): LineInput {
  return { name: 'standard input', chunks: (signal) => chunksOf(stdin, signal) };
}

const CHUNK = 256 * 1024;

async function fileInput(path: string): Promise<LineInput> {
  const refuse = refusing(path);
  const full = resolve(path);
  const info = await stat(full).catch(refuse);
  if (info.isDirectory()) throw new UserError(`\`${path}\` is a folder`, 'name the files in it');
  await access(full, constants.R_OK).catch(refuse);
  return {
    name: plain(path),
    ...(info.isFile() && { size: info.size }),
    chunks: (signal) => chunksOf(createReadStream(full, { highWaterMark: CHUNK }), signal, refuse),
  };
}

async function* chunksOf(
  stream: Readable,
  signal: AbortSignal,
  refuse: (error: unknown) => never = rethrow,
): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of addAbortSignal(signal, stream)) yield chunk;
  } catch (error) {
    if (!signal.aborted) refuse(error);
  }
}

function rethrow(error: unknown): never {
  throw error;
}

function refusing(path: string): (error: unknown) => never {
  return (error) => {
    throw unreadable(path, error);
  };
}

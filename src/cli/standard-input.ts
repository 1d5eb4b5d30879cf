import type { Readable } from 'node:stream';
import { UserError } from '../common/user-error.ts';
import { type FileKind, largest, textAt, tooLarge } from '../knowledge/files.ts';
import { decodeText, type TextFile } from '../knowledge/read/text-file.ts';
import type { Context } from './context.ts';

/** What is typed for it where a file is expected. */
export const STANDARD_INPUT = '-';

/** The text of a file, or of standard input. Throws a `UserError`. */
export async function textFrom(
  path: string,
  { stdin }: Pick<Context, 'stdin'>,
  kind: FileKind = 'answers',
): Promise<TextFile> {
  return path === STANDARD_INPUT
    ? decodeText('standard input', await bytesFrom(stdin, kind))
    : textAt(path, kind);
}

/** All of it, unless it is more than a file may have: then the rest is not waited for. */
async function bytesFrom(stdin: Readable, kind: FileKind): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largest(kind)) throw tooLarge('standard input', kind);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Throws a `UserError`: what has been read once is gone. */
export function refuseStandardInputTwice(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === STANDARD_INPUT).length < 2) return;
  throw new UserError(
    'Standard input (`-`) is named twice',
    'it can be read only once: name a file for one of them',
  );
}

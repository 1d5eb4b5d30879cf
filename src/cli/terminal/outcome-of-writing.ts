import { UserError } from '../../common/user-error.ts';
import type { Output, World } from '../context.ts';

type Outputs = Pick<World, 'stdout' | 'stderr'>;

/**
 * Watches both outputs. What it returns waits until all is written, and returns why something could not be: a
 * `UserError`, as the place that the user chose is to blame. A reader that closes the pipe early (`| head -1`) is not an error.
 */
export function outcomeOfWriting({
  stdout,
  stderr,
}: Outputs): () => Promise<UserError | undefined> {
  const outputs = [
    { stream: stdout, name: 'standard output' },
    { stream: stderr, name: 'standard error' },
  ];
  const lost: UserError[] = [];
  for (const { stream, name } of outputs) {
    stream.on('error', (error) => {
      const code = 'code' in error ? String(error.code) : error.message;
      if (code !== 'EPIPE') lost.push(unwritable(name, code));
    });
  }
  return async () => {
    for (const { stream } of outputs) await flushed(stream);
    return lost[0];
  };
}

function unwritable(name: string, code: string): UserError {
  const where = FULL.has(code) ? 'there is no space left on the device' : 'redirect it elsewhere';
  return new UserError(`Cannot write to ${name} (${code})`, `${where}; the output is incomplete`);
}

const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/**
 * An error is reported after what was written last, in a turn of its own. Where nothing waits to be written, nothing is
 * written either: a full disk refuses even that.
 */
function flushed(stream: Output): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writableLength === 0) setImmediate(resolve);
    else stream.write('', () => setImmediate(resolve));
  });
}

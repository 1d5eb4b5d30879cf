import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { devNull } from 'node:os';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const REPORT = fileURLToPath(new URL('report-cpu.mjs', import.meta.url));

/** Where a program reads from and writes to; nothing where absent. */
export interface Files {
  readonly input?: string;
  readonly output?: string;
}

/**
 * Runs a Node program; resolves to the CPU time it took from its start to its end, in nanoseconds. Rejects where it fails;
 * with 1 it only says that it found something.
 */
export async function cpuOf(args: readonly string[], files: Files = {}): Promise<number> {
  const [input, output] = [
    openSync(files.input ?? devNull, 'r'),
    openSync(files.output ?? devNull, 'w'),
  ];
  const child = spawn(process.execPath, ['--import', REPORT, ...args], {
    stdio: [input, output, 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [code, report] = await Promise.all([ended, text(reportOf(child.stdio[3]))]);
  [input, output].forEach(closeSync);
  if (code !== 0 && code !== 1) throw new Error(`${args.join(' ')} ended with ${code}`);
  return 1_000 * Number(report);
}

function reportOf(stream: unknown): NodeJS.ReadableStream {
  if (isReadable(stream)) return stream;
  throw new Error('There is no pipe for the report');
}

function isReadable(stream: unknown): stream is NodeJS.ReadableStream {
  return typeof stream === 'object' && stream !== null && 'read' in stream;
}

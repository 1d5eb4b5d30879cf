import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { linesTo } from '../support/batch-lines.ts';
import { folderWith } from '../support/temporary-folder.ts';
import { openTerminal } from '../support/terminal.ts';

const PROGRAM = 'bin/arch-advisor.js';
const SMALL = ['--knowledge', 'tests/fixtures/cli'];
const execute = promisify(execFile);

/** Runs a shell script in which `batch` is the command. */
function shell(script: string) {
  const command = `"${process.execPath}" ${PROGRAM} batch ${SMALL.join(' ')}`;
  return execute('bash', ['-c', `batch() { ${command} "$@"; }; ${script}`], {
    maxBuffer: 2 ** 28,
  });
}

/** The built program, to be fed and read piece by piece. */
function started(flags: readonly string[] = []) {
  return spawn(process.execPath, [PROGRAM, 'batch', ...SMALL, ...flags], {
    env: { PATH: process.env.PATH ?? '' },
  });
}

async function codeOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

function idsIn(stdout: string): unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).id);
}

test.each(['head -1', 'head -c 10', 'true'])(
  'ends quietly, and stops reading, when the reader is `%s`',
  async (reader) => {
    const script = `yes '{"id":1}' | batch | ${reader} > /dev/null; echo "\${PIPESTATUS[1]}" >&2`;
    expect((await shell(script)).stderr).toBe('0\n');
  },
);

test('thousands of lines come out in their order, from a file as from a pipe', async () => {
  const count = 5_000;
  const path = join(await folderWith({ 'a.jsonl': linesTo(count) }), 'a.jsonl');
  const wanted = Array.from({ length: count }, (_, id) => id);
  const file = await shell(`batch "${path}"`);
  expect(idsIn(file.stdout)).toEqual(wanted);
  const piped = await shell(`cat "${path}" | batch`);
  expect(piped).toEqual(file);
});

test('pieces may end anywhere, in the middle of a character too', async () => {
  const child = started();
  const out = text(child.stdout);
  const bytes = Buffer.from('{"id":"ä😀"}\n{"id":"€"}\n');
  for (const byte of bytes) {
    child.stdin.write(Uint8Array.of(byte));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  child.stdin.end();
  expect(idsIn(await out)).toEqual(['ä😀', '€']);
  expect(await codeOf(child)).toBe(0);
});

test('a line is previous answer the next one comes', async () => {
  const child = started();
  for (const id of ['first', 'second']) {
    child.stdin.write(`${JSON.stringify({ id })}\n`);
    const [answer] = await once(child.stdout, 'data');
    expect(idsIn(String(answer))).toEqual([id]);
  }
  child.stdin.end();
  expect(await codeOf(child)).toBe(0);
});

test('an input that is cut in the middle of a line says so, after all lines before it', async () => {
  const failing = shell(`printf '{"id":1}\\n{"id":2,"ans' | batch`);
  const { code, stdout, stderr } = await failing.catch((error: unknown) => Object(error));
  expect({ code, stderr }).toEqual({ code: 1, stderr: '1 of 2 lines failed\n' });
  expect(stdout.split('\n')[1]).toContain('The input ends in the middle of this line');
});

test('nothing comes of nothing', async () => {
  expect(await shell('batch < /dev/null')).toEqual({ stdout: '', stderr: '' });
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends it after the lines that are done, while it waits for more',
  async (signal, code) => {
    const child = started();
    const remarks = text(child.stderr);
    child.stdin.write(linesTo(3));
    let out = '';
    while (out.split('\n').length < 4) out += String((await once(child.stdout, 'data'))[0]);
    child.kill(signal);
    expect(await codeOf(child)).toBe(code);
    expect(idsIn(out)).toEqual([0, 1, 2]);
    expect(await remarks).toBe('Interrupted after 3 lines\n');
  },
);

test('a signal in the middle of the work leaves whole lines', async () => {
  const path = join(await folderWith({ 'a.jsonl': linesTo(100_000) }), 'a.jsonl');
  const child = started([path]);
  const out = text(child.stdout);
  await once(child.stdout, 'readable');
  child.kill('SIGINT');
  expect(await codeOf(child)).toBe(130);
  const ids = idsIn(await out);
  expect(ids).toEqual(ids.map((_, index) => index));
  expect(ids.length).toBeLessThan(100_000);
});

test('a summary that is interrupted tells of what is done', async () => {
  const child = started(['--summary', '--json']);
  const [out, remarks] = [text(child.stdout), text(child.stderr)];
  await new Promise((resolve) => child.stdin.write(`${'x'.repeat(4_000)}\n`.repeat(500), resolve));
  child.kill('SIGTERM');
  expect(await codeOf(child)).toBe(143);
  const { lines, failed } = JSON.parse(await out);
  expect(lines).toBeGreaterThan(0);
  expect(failed).toBe(lines);
  expect(await remarks).toContain(`Interrupted after ${lines} lines\n`);
});

test('a terminal alone is refused instead of waited for', async () => {
  const { exitCode, output } = await openTerminal(['batch'], await folderWith({})).exit;
  expect(exitCode).toBe(2);
  expect(output).toContain('There is nothing to read');
});

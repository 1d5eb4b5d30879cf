import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { until } from '../bench/interview-steps.ts';
import { folderWith } from '../support/temporary-folder.ts';
import { keys, openTerminal, type Setting } from '../support/terminal.ts';

const SHORT = ['list', 'profiles'];
const LONG = ['list', 'decisions'];
/** What only the last screen of the long one holds. */
const END = /34 decisions/;
const ROWS = 24;

async function opened(args: readonly string[], setting: Setting = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-'));
  return openTerminal(args, folder, { rows: ROWS, ...setting });
}

/** Nothing set: what the program does by itself. */
const UNSET = { ARCH_ADVISOR_PAGER: 'less' };

test('what is longer than the screen is shown page by page, and the exit code is that of the command', async () => {
  const terminal = await opened(LONG, { env: UNSET });
  await terminal.waitFor(':');
  expect(terminal.output()).not.toMatch(END);
  terminal.type('G');
  await terminal.waitFor('34 decisions');
  terminal.type('q');
  expect((await terminal.exit).exitCode).toBe(0);
});

test('a reader who leaves early is no failure, and a failure stays one', async () => {
  const args = ['recommend', '--strict', '--full'];
  const terminal = await opened(args, { env: UNSET });
  await terminal.waitFor(':');
  terminal.type('q');
  const { output, exitCode } = await terminal.exit;
  expect(exitCode).toBe(1);
  expect(output).not.toContain('EPIPE');
});

test('Ctrl-C in the pager leaves it running, and q ends both', async () => {
  const terminal = await opened(LONG, { env: UNSET });
  const isReady = (output: string) => /\n:$/.test(stripVTControlCharacters(output));
  await until(terminal, isReady);
  const { length } = terminal.output();
  terminal.type(keys.interrupt);
  await until(terminal, (output) => output.length > length && isReady(output));
  terminal.type('G');
  await terminal.waitFor('34 decisions');
  terminal.type('q');
  const { output, exitCode } = await terminal.exit;
  expect(exitCode).toBe(0);
  expect(output).not.toMatch(/\n\s+at /);
});

test('what fits is printed at once', async () => {
  const { output, exitCode } = await (await opened(SHORT, { env: { ARCH_ADVISOR_PAGER: 'false' } }))
    .exit;
  expect(output).toContain('12 profiles');
  expect(exitCode).toBe(0);
});

test('colours reach the pager', async () => {
  const env = { ...UNSET, NO_COLOR: '', FORCE_COLOR: '1' };
  const terminal = await opened(['recommend', '--full', '--profile', 'chat'], { env });
  await terminal.waitFor(':');
  expect(terminal.output()).toContain('\u001b[1m');
  expect(terminal.output()).not.toContain('ESC[');
  terminal.type('q');
  await terminal.exit;
});

test.each([
  [
    'ARCH_ADVISOR_PAGER before PAGER',
    { ARCH_ADVISOR_PAGER: 'sed s/^/own:/', PAGER: 'false' },
    /own:\w/,
  ],
  [
    'PAGER with its arguments',
    { ARCH_ADVISOR_PAGER: undefined, PAGER: 'sed s/^/theirs:/' },
    /theirs:\w/,
  ],
  ['none where it is empty', { ARCH_ADVISOR_PAGER: '', PAGER: 'false' }, END],
  ['none where it is cat', { ARCH_ADVISOR_PAGER: 'cat', PAGER: 'false' }, END],
  ['none on a terminal that cannot move', { ARCH_ADVISOR_PAGER: 'false', TERM: 'dumb' }, END],
  ['none where there is no such command', { ARCH_ADVISOR_PAGER: '/no/such/pager' }, END],
])('%s', async (_name, env, expected) => {
  const { output, exitCode } = await (await opened(LONG, { env })).exit;
  expect(output).toMatch(expected);
  expect(exitCode).toBe(0);
});

test('less may be missing', async () => {
  const env = { ARCH_ADVISOR_PAGER: undefined, PATH: await folderWith({}) };
  const { output, exitCode } = await (await opened(LONG, { env })).exit;
  expect(output).toMatch(END);
  expect(output).not.toContain('not found');
  expect(exitCode).toBe(0);
});

test('--no-pager prints at once', async () => {
  const env = { ARCH_ADVISOR_PAGER: 'false' };
  const { output, exitCode } = await (await opened([...LONG, '--no-pager'], { env })).exit;
  expect(output).toMatch(END);
  expect(exitCode).toBe(0);
});

test('what is not wanted by the pager is lost only to it', async () => {
  const { output } = await (await opened(LONG, { env: { ARCH_ADVISOR_PAGER: 'false' } })).exit;
  expect(output).not.toMatch(END);
});

import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { spawn as openPty } from '@lydell/node-pty';
import { alternate, costOf, ratio } from './alternate.ts';
import { COMMAND } from './built.ts';
import type { Row } from './rows.ts';

const BARE = '`node -e 0`';

interface Start {
  readonly on: string;
  readonly args: readonly string[];
  readonly target?: number;
}

const COMMANDS: readonly Start[] = [
  { on: '`--version`', args: ['--version'], target: 1.4 },
  { on: '`show saga`', args: ['show', 'saga'], target: 1.6 },
  { on: '`list`', args: ['list'], target: 1.6 },
  { on: '`recommend database`', args: ['recommend', 'database'], target: 2 },
  { on: '`recommend` on a profile', args: ['recommend', '-p', 'online-shop'], target: 2.5 },
  { on: '`next`', args: ['next'] },
];

/** A screen of an interview, by a text on it; it follows no other, as the system has a name already. */
const FIRST_SCREENS: readonly (Start & { readonly text: string })[] = [
  {
    on: 'first question of `ask database`',
    args: ['ask', 'database', '--system', 'x'],
    ...{ text: 'question 1', target: 3 },
  },
  {
    on: 'first screen of `ask`, which decisions it is about',
    args: ['ask', '--system', 'x'],
    ...{ text: 'What do you want to decide?', target: 6 },
  },
];

const MEMORY: Start = { on: '`recommend` on a profile', args: ['recommend', '-p', 'online-shop'] };
const MEMORY_TARGET = 1.8;

/** How long a command takes, and how much memory, against a program that does nothing. */
export async function startUpRows(rounds: number): Promise<Row[]> {
  const times = await alternate(
    [
      { name: BARE, cost: () => wallOf(['-e', '0']) },
      ...COMMANDS.map(({ on, args }) => ({ name: on, cost: () => wallOf([COMMAND, ...args]) })),
      ...FIRST_SCREENS.map(({ on, args, text: awaited }) => ({
        ...{ name: on, cost: () => untilScreen(args, awaited) },
      })),
    ],
    { rounds, warmUp: 2_000 },
  );
  const memory = await alternate(
    [
      { name: BARE, cost: () => memoryOf(['-e', '0']) },
      { name: MEMORY.on, cost: () => memoryOf([COMMAND, ...MEMORY.args]) },
    ],
    { rounds, warmUp: 0 },
  );
  return [
    ...[...COMMANDS, ...FIRST_SCREENS].map(
      ({ on, target }): Row => ({
        ...{ what: 'a command from start to end', on, than: BARE },
        ...(target !== undefined && { target }),
        cost: costOf(times, on, 1e6),
        measured: { spread: ratio(times, on, BARE), unit: '×' },
      }),
    ),
    {
      ...{ what: 'most memory of a command', on: MEMORY.on, than: BARE, target: MEMORY_TARGET },
      measured: { spread: ratio(memory, MEMORY.on, BARE), unit: '×' },
    },
  ];
}

/** By the clock, in nanoseconds. */
function wallOf(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - start);
}

/** Kibibytes. */
async function memoryOf(args: readonly string[]): Promise<number> {
  const report = fileURLToPath(new URL('report-memory.cjs', import.meta.url));
  const child = spawn(process.execPath, ['--require', report, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const pipe = child.stdio[3];
  if (!pipe || !('readable' in pipe)) throw new Error('There is no pipe for the report');
  const [memory] = await Promise.all([text(pipe as NodeJS.ReadableStream), once(child, 'close')]);
  return Number(memory);
}

/** From the start until a text stands on the screen, in nanoseconds. */
function untilScreen(args: readonly string[], awaited: string): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'arch-advisor-bench-'));
  const start = process.hrtime.bigint();
  const pty = openPty(process.execPath, [COMMAND, ...args], {
    ...{ name: 'xterm-256color', cols: 100, rows: 40, cwd: home },
    env: { ...process.env, XDG_STATE_HOME: home },
  });
  return new Promise((resolve, reject) => {
    let output = '';
    pty.onData((data) => {
      output += data;
      if (!output.includes(awaited)) return;
      resolve(Number(process.hrtime.bigint() - start));
      pty.kill();
    });
    pty.onExit(() => reject(new Error(`\`ask\` ended without its first screen: ${output}`)));
  });
}

import { closeSync, constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { type IPty, spawn } from '@lydell/node-pty';

const PROGRAM = new URL('../../bin/arch-advisor.js', import.meta.url).pathname;
const LONGEST_WAIT = 30_000;

/** The program in a real pseudo-terminal. */
export interface Terminal {
  readonly type: (keys: string) => void;
  readonly kill: (signal: string) => void;
  readonly resize: (size: Size) => void;
  /** Waits until the text has been printed after what was awaited before; returns everything printed so far. */
  readonly waitFor: (text: string) => Promise<string>;
  /** Everything printed so far. */
  readonly output: () => string;
  readonly exit: Promise<{ output: string; exitCode: number }>;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

const SILENCE = 250;

/** What was printed last may arrive after the exit. */
async function untilSilent(output: () => string): Promise<void> {
  for (let before = -1; before !== output().length; ) {
    before = output().length;
    await new Promise((resolve) => setTimeout(resolve, SILENCE));
    // What came while this process had to wait is read before this.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/**
 * Nothing is lost of what is printed last. Once all other ends of a terminal are closed, libuv takes a read of less than its
 * buffer for the last one, though a terminal never gives more than 4,095 bytes at a time; and node-pty reads for no more than 200 ms
 * after the exit. So one end stays open here until nothing more comes.
 */
function readToTheEnd(pty: IPty, output: () => string): void {
  const socket: unknown = Reflect.get(pty, '_socket');
  const path: unknown = Reflect.get(pty, '_pty');
  if (!(socket instanceof ReadStream) || typeof path !== 'string') {
    throw new Error('node-pty has changed how it reads');
  }
  const end = openSync(path, constants.O_RDWR | constants.O_NOCTTY);
  const destroy = socket.destroy.bind(socket);
  socket.destroy = () => {
    socket.destroy = destroy;
    untilSilent(output).then(() => {
      closeSync(end);
      destroy();
    });
    return socket;
  };
}

export interface Setting extends Partial<Size> {
  /** What is undefined is not set. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export function openTerminal(
  args: readonly string[],
  cwd: string,
  { columns = 80, rows = 40, env = {} }: Setting = {},
): Terminal {
  const pty = spawn(process.execPath, [PROGRAM, ...args], {
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: given({
      PATH: process.env.PATH ?? '',
      HOME: cwd,
      LANG: 'C.UTF-8',
      TERM: 'xterm-256color',
      NO_COLOR: '1',
      // A pager waits for keys; who tests one names it.
      ARCH_ADVISOR_PAGER: 'cat',
      ...env,
    }),
  });
  let output = '';
  readToTheEnd(pty, () => output);
  let seen = 0;
  let wake = () => {};
  pty.onData((data) => {
    output += data;
    wake();
  });
  const exit = new Promise<{ output: string; exitCode: number }>((resolve) => {
    pty.onExit(({ exitCode }) => resolve({ output, exitCode }));
  });
  const waitFor = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`No "${text}" in:\n${output}`)),
        LONGEST_WAIT,
      );
      wake = () => {
        const at = output.indexOf(text, seen);
        if (at === -1) return;
        seen = at + text.length;
        clearTimeout(timer);
        resolve(output);
      };
      wake();
    });
  return {
    type: (keys) => pty.write(keys),
    kill: (signal) => pty.kill(signal),
    resize: ({ columns: cols, rows: lines }) => pty.resize(cols, lines),
    waitFor,
    output: () => output,
    exit,
  };
}

/** The variables that are set. */
function given(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export const keys = {
  enter: '\r',
  down: '\u001b[B',
  up: '\u001b[A',
  space: ' ',
  escape: '\u001b',
  interrupt: '\u0003',
  suspend: '\u001a',
} as const;

/** A text as terminals paste it that were asked to say so. */
export function pasted(text: string): string {
  return `\u001b[200~${text}\u001b[201~`;
}

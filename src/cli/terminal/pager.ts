import type { Output, World } from '../context.ts';

export interface PagerOptions {
  /** False if the user wants none. */
  readonly pager?: boolean;
}

type Around = Pick<World, 'stdout' | 'env'>;

/**
 * Prints a text; on a terminal with a pager, as git does, where it is longer than the screen. Ends when the reader has
 * left the pager. Without one that works the text is printed as it is.
 */
export function printPaged(text: string, { stdout, env }: Around, options: PagerOptions): void {
  const command = options.pager === false ? undefined : pagerFor(stdout, env);
  const isShown =
    command !== undefined && isLonger(text, stdout) && page(text, command, { stdout, env });
  if (!isShown) stdout.write(text);
}

/** The command that shows a text page by page; undefined if the output is not a terminal or no pager is wanted. */
function pagerFor(stdout: Output, env: World['env']): string | undefined {
  if (!stdout.isTTY || stdout.fd === undefined || env.TERM === 'dumb') return undefined;
  const command = env.ARCH_ADVISOR_PAGER ?? env.PAGER ?? USUAL;
  const wanted = command.trim();
  return wanted === '' || wanted === 'cat' ? undefined : wanted;
}

const USUAL = 'less';

/** Quit where all fits, show colours, leave the text on the screen: what git asks of less. */
const LESS = 'FRX';

/** Lines on a screen where the terminal does not say. */
const USUAL_ROWS = 24;

/** The line for the next command stands below the text. */
function isLonger(text: string, { rows = USUAL_ROWS, columns = Number.POSITIVE_INFINITY }: Output) {
  const lines = text.split('\n').reduce((sum, line) => sum + rowsOf(line, columns), 0);
  return lines > rows;
}

/** Of what is too wide each further row counts; colours take no room, but a few rows too many do no harm. */
function rowsOf(line: string, columns: number): number {
  return Math.max(1, Math.ceil(line.length / columns));
}

function isMissing(error: Error | undefined): boolean {
  return error !== undefined && 'code' in error && MISSING.has(String(error.code));
}

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'EACCES']);

/** What a shell ends with where there is no such command, or it may not be run. */
const NOT_RUN: ReadonlySet<number | null> = new Set([126, 127]);

/**
 * Whether the pager was run. It gets the keyboard by itself; Ctrl-C is meant for it, so that this process waits for it to
 * put the terminal right again. Quitting the pager early is not a failure.
 */
function page(text: string, command: string, { stdout, env }: Around): boolean {
  const release = ignoreInterrupts();
  try {
    // Loaded only here, as that takes longer than most commands work.
    const { spawnSync } = process.getBuiltinModule('node:child_process');
    const { error, status } = spawnSync(command, {
      // What the user names may have arguments; what is merely usual may be missing, which no shell need report.
      shell: command !== USUAL,
      input: text,
      stdio: ['pipe', stdout.fd ?? 'inherit', 'inherit'],
      env: { ...env, LESS: env.LESS ?? LESS, LV: env.LV ?? '-c' },
    });
    return !isMissing(error) && !NOT_RUN.has(status);
  } finally {
    release();
  }
}

function ignoreInterrupts(): () => void {
  const ignore = () => undefined;
  process.on('SIGINT', ignore);
  return () => process.off('SIGINT', ignore);
}

import { readFileSync } from 'node:fs';
import { plain } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import { BUG, bugText } from './bug.ts';
import type { World } from './context.ts';
import { outcomeOfWriting } from './terminal/outcome-of-writing.ts';

/** Runs one command line and returns its exit code. Never exits, never throws. */
export async function main(argv: readonly string[], world: World = process): Promise<number> {
  const written = outcomeOfWriting(world);
  const exitCode = await runCommand(argv, world);
  const lost = await written();
  return lost === undefined ? exitCode : report(lost, world);
}

/** What only asks for the version loads nothing else. */
async function runCommand(argv: readonly string[], world: World): Promise<number> {
  try {
    const version = ownVersion();
    if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
      world.stdout.write(`${version}\n`);
      return 0;
    }
    const { runProgram } = await import('./program.ts');
    return await runProgram(argv, version, world);
  } catch (error) {
    return report(isFolderGone(error) ? FOLDER_GONE : error, world);
  }
}

/** Relative paths cannot be resolved then, and nothing can be written here. */
function isFolderGone(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'uv_cwd';
}

const FOLDER_GONE = new UserError(
  'The working folder no longer exists',
  'change to another folder, or use absolute paths',
);

function report(error: unknown, { stderr }: World): number {
  if (error instanceof UserError) {
    const { message, hint, exitCode } = error;
    stderr.write(`error: ${plain(message)}\n${hint === undefined ? '' : `  ${plain(hint)}\n`}`);
    return exitCode;
  }
  stderr.write(bugText(error));
  return BUG;
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}

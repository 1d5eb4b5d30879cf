import { readFile } from 'node:fs/promises';
import { type Command, CommanderError } from 'commander';
import { plain } from '../common/text.ts';
import { UserError } from '../common/user-error.ts';
import type { Context, World } from './context.ts';
import { lookFor } from './look.ts';
import { outcomeOfWriting } from './outcome-of-writing.ts';
import { program } from './program.ts';
import type { Run } from './run.ts';

const USAGE = 2;
const BUG = 70;

/** Runs one command line and returns its exit code. Never exits, never throws. */
export async function main(argv: readonly string[], world: World = process): Promise<number> {
  const written = outcomeOfWriting(world);
  const exitCode = await runCommand(argv, world);
  const lost = await written();
  return lost === undefined ? exitCode : report(lost, world);
}

async function runCommand(argv: readonly string[], world: World): Promise<number> {
  let exitCode = 0;
  const run: Run = async (command, options) => {
    exitCode = await command(options, contextFor(world, options));
  };
  try {
    const commands = quiet(program(await ownVersion(), run), world);
    await commands.parseAsync(withHelp(argv), { from: 'user' });
    return exitCode;
  } catch (error) {
    return report(error, world);
  }
}

/** `help` and nothing at all are other words for `--help`. */
function withHelp(argv: readonly string[]): string[] {
  const [first, ...rest] = argv;
  return first === undefined || first === 'help' ? [...rest, '--help'] : [...argv];
}

function contextFor(world: World, options: Parameters<typeof lookFor>[2]): Context {
  return {
    ...{ stdin: world.stdin, stdout: world.stdout, stderr: world.stderr, env: world.env },
    style: lookFor(world.stdout, world, options),
    promptStyle: lookFor(world.stderr, world, options),
    print: (text) => world.stdout.write(text),
    remark: (text) => world.stderr.write(text),
    canAsk: world.stdin.isTTY === true && world.stderr.isTTY === true,
  };
}

/** Makes commander throw instead of exiting, and leaves printing of errors to us. */
function quiet(command: Command, world: World): Command {
  command.exitOverride().configureOutput({
    writeOut: (text) => world.stdout.write(text),
    writeErr: () => undefined,
  });
  command.commands.forEach((each) => {
    quiet(each, world);
  });
  return command;
}

function report(error: unknown, { stderr }: World): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    stderr.write(failure(new UserError(...messageOf(error))));
    return USAGE;
  }
  if (error instanceof UserError) {
    stderr.write(failure(error));
    return error.exitCode;
  }
  stderr.write(
    `arch-advisor has a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  return BUG;
}

function failure({ message, hint }: UserError): string {
  return `error: ${plain(message)}\n${hint === undefined ? '' : `  ${plain(hint)}\n`}`;
}

/** Commander's words in our form: one sentence, names in backticks, the rest as a hint. */
function messageOf({ message }: CommanderError): [string, string] {
  const [first = '', suggestion] = message.split('\n');
  const words = first
    .replace(/^error: /, '')
    .replace(/'([^']*)'/g, '`$1`')
    .replace(/\.$/, '');
  const [sentence = '', ...details] = words.split('. ');
  const meant = /Did you mean (.*)\?\)/.exec(suggestion ?? '')?.[1];
  const help = '`arch-advisor --help` shows what there is';
  const hint = meant === undefined ? [...details, help].join('; ') : `did you mean \`${meant}\`?`;
  return [upperFirst(sentence), lowerFirst(hint)];
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

async function ownVersion(): Promise<string> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}

import { Command, CommanderError, type Option } from 'commander';
import { UserError } from '../common/user-error.ts';
import { type CommandEntry, commands } from './commands.ts';
import type { Context, World } from './context.ts';
import { ENDING, INTRODUCTION, styleHelp } from './help.ts';
import { AmbiguousName } from './names/ambiguous-name.ts';
import { type CommonOptions, gather, NOT_GIVEN, withCommonOptions } from './options.ts';
import { lookFor } from './terminal/look.ts';
import { printPaged } from './terminal/pager.ts';
import type { Ended } from './terminal/progress.ts';

/** Runs the command that is named in a command line, and returns its exit code. Throws a `UserError`. */
export async function runProgram(
  argv: readonly string[],
  version: string,
  world: World,
): Promise<number> {
  let exitCode = 0;
  const root = rootCommand(version, world);
  const words = commandLine(argv);
  const entries = neededFor(words);
  for (const entry of entries) {
    define(entry, root, async (options) => {
      const { run } = await entry.load();
      exitCode = await run(options, await contextFor(world, options));
    });
  }
  if (isHelp(words)) await styleHelp(root, world);
  const error = await parsed(root, words);
  if (error === undefined || error.exitCode === 0) return exitCode;
  const [command, ...others] = entries;
  if (command === undefined || others.length > 0) throw asUserError(error, '');
  const picked = await pickedWords(error, words, { command, root, world });
  if (picked === undefined) throw asUserError(error, `${command.name} `);
  return 'value' in picked ? runProgram(picked.value, version, world) : picked.exitCode;
}

type Refused = CommanderError | AmbiguousName;

/** Runs what the words name; what is wrong with them, if anything is. */
async function parsed(root: Command, words: readonly string[]): Promise<Refused | undefined> {
  try {
    await root.parseAsync(words, { from: 'user' });
    return undefined;
  } catch (error) {
    if (error instanceof CommanderError || error instanceof AmbiguousName) return error;
    throw error;
  }
}

function asUserError(error: Refused, command: string): UserError {
  return error instanceof AmbiguousName ? error : new UserError(...messageOf(error, command));
}

interface Parsed {
  readonly command: CommandEntry;
  readonly root: Command;
  readonly world: World;
}

/** The words with what was left out or ambiguous picked on the terminal; undefined where that is not possible. */
async function pickedWords(
  error: Refused,
  words: readonly string[],
  { command, root, world }: Parsed,
): Promise<Ended<readonly string[]> | undefined> {
  const { name, picks } = command;
  const given = root.commands.find((each) => each.name() === name)?.opts();
  const options: CommonOptions = { ...NOT_GIVEN, ...given };
  const context = await contextFor(world, options);
  if (!context.canAsk) return undefined;
  const { pickedArgument, pickedMeaning } = await import('./prompts/pick-argument.ts');
  if (error instanceof AmbiguousName) return pickedMeaning(error, words, { options, context });
  if (error.code !== 'commander.missingArgument' || picks === undefined) return undefined;
  const picked = await pickedArgument(picks, options, context);
  return 'value' in picked ? { value: [...words, picked.value] } : picked;
}

/** Throws instead of exiting, and leaves the printing of errors to `main`. */
function rootCommand(version: string, world: World): Command {
  return new Command('arch-advisor')
    .description(INTRODUCTION)
    .usage('<command> [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .showSuggestionAfterError()
    .helpCommand(false)
    .addHelpText('after', ENDING)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => world.stdout.write(text),
      writeErr: () => undefined,
    });
}

/** `help` and nothing at all are other words for `--help`; the command comes first. */
function commandLine(argv: readonly string[]): string[] {
  const [first, ...rest] = argv;
  if (first === undefined || first === 'help') return [...rest, '--help'];
  return commandFirst(argv);
}

function isHelp(words: readonly string[]): boolean {
  return words.includes('--help') || words.includes('-h');
}

/** Options may stand before the command. */
function commandFirst(argv: readonly string[]): string[] {
  const names = new Set(commands.map(({ name }) => name));
  const place = argv.findIndex((word) => names.has(word));
  const isBehindOptions = place > 0 && argv[0]?.startsWith('-');
  if (!isBehindOptions) return [...argv];
  return [...argv.slice(place, place + 1), ...argv.slice(0, place), ...argv.slice(place + 1)];
}

/** The command that is named first; all of them where there is none, for the help and for what was meant. */
function neededFor([first]: readonly string[]): readonly CommandEntry[] {
  const named = commands.filter(({ name }) => name === first);
  return named.length > 0 ? named : commands;
}

function define(
  entry: CommandEntry,
  root: Command,
  run: (options: CommonOptions) => Promise<void>,
): void {
  const command = root.commandsGroup(entry.group).command(entry.name);
  command.usage(['[options]', ...entry.arguments.map(([name]) => name)].join(' '));
  command.summary(entry.summary).description(entry.description);
  for (const [name, help] of entry.arguments) command.argument(name, help);
  withCommonOptions(entry.withOptions(command.optionsGroup('Options:')))
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', entry.examples)
    .action(() => run({ ...NOT_GIVEN, ...command.opts(), ...argumentsOf(command) }));
  refuseRepeats(command);
}

/** Of an option that is given twice only the last value would count, in silence. Throws a `UserError` where they differ. */
function refuseRepeats(command: Command): void {
  const isSingle = ({ required, optional, parseArg }: Option) =>
    (required || optional) && parseArg !== gather;
  for (const option of command.options.filter(isSingle)) {
    let before: string | undefined;
    command.on(`option:${option.name()}`, (value: string | null) => {
      const [first, second] = [before ?? withValue(value), withValue(value)];
      before = first;
      if (first === second) return;
      throw new UserError(
        `\`${option.long}\` is given twice, ${first} and ${second}`,
        'keep one of them',
      );
    });
  }
}

function withValue(value: string | null): string {
  return value === null ? 'without a value' : `with \`${value}\``;
}

/** By name, as options are. */
function argumentsOf({ registeredArguments, processedArgs }: Command) {
  return Object.fromEntries(
    registeredArguments.map((argument, index) => [argument.name(), processedArgs[index]]),
  );
}

async function contextFor(world: World, options: CommonOptions): Promise<Context> {
  return {
    // Node sets standard input up when it is first looked at, which most commands never do.
    get stdin() {
      return world.stdin;
    },
    ...{ stdout: world.stdout, stderr: world.stderr, env: world.env },
    ...(world.loadKnowledge && { loadKnowledge: world.loadKnowledge }),
    style: await lookFor(world.stdout, world, options),
    promptStyle: await lookFor(world.stderr, world, options),
    print: (text) => printPaged(text, world, options),
    remark: (text) => world.stderr.write(text),
    get canAsk() {
      return world.stdin.isTTY === true && world.stderr.isTTY === true;
    },
  };
}

/** Commander's words in our form: one sentence, names in backticks, the rest as a hint. */
function messageOf({ message }: CommanderError, command = ''): [string, string] {
  const [first = '', suggestion] = message.split('\n');
  const words = first
    .replace(/^error: /, '')
    .replace(/'([^']*)'/g, '`$1`')
    .replace(/\.$/, '');
  const [sentence = '', ...details] = words.split('. ');
  const meant = /Did you mean (.*)\?\)/.exec(suggestion ?? '')?.[1];
  const help = `\`arch-advisor ${command}--help\` lists what is available`;
  const hint = meant === undefined ? [...details, help].join('; ') : `did you mean \`${meant}\`?`;
  return [upperFirst(sentence), lowerFirst(hint)];
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function lowerFirst(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

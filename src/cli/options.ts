import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Topic } from '../model/interview.ts';
import { type LookOptions, NARROWEST } from './terminal/look.ts';
import type { PagerOptions } from './terminal/pager.ts';

/** Options that every command has. */
export interface CommonOptions extends LookOptions, PagerOptions {
  readonly knowledge: readonly string[];
  readonly addKnowledge: readonly string[];
  readonly json?: boolean;
}

/** Options of the commands that advise. */
export interface AnswerOptions extends CommonOptions {
  readonly set: readonly string[];
  readonly pin: readonly string[];
  /** Files, the weakest first. */
  readonly answers: readonly string[];
  readonly profile?: string;
  readonly system?: string;
}

export function withCommonOptions(command: Command): Command {
  return command
    .option(
      '-k, --knowledge <path>',
      'read patterns from this file or folder instead (repeatable)',
      gather,
    )
    .option(
      '--add-knowledge <path>',
      'put this file or folder on top of what is known (repeatable)',
      gather,
    )
    .option('--json', 'print JSON for programs')
    .addOption(new Option('--color <when>', 'colours').choices(['always', 'never', 'auto']))
    .addOption(new Option('--no-color', 'no colours').hideHelp())
    .option('--ascii', 'no characters beyond ASCII in the layout')
    .option('--width <columns>', 'columns to print in', columns)
    .option('--no-pager', 'print long results without a pager');
}

export function withAnswerOptions(command: Command): Command {
  return withCommonOptions(
    command
      .option(
        '-s, --set <question=choice>',
        'answer a question; several choices by commas (repeatable; of one question the last counts)',
        gather,
      )
      .option(
        '-a, --answers <file>',
        'read answers from a YAML or JSON file, - is standard input (repeatable; later files win)',
        gather,
      )
      .option('-p, --profile <name>', 'start from a ready-made profile')
      .option('--pin <decision=alternative>', 'fix a decision (repeatable)', gather)
      .option('--system <name>', 'what the system is called'),
  );
}

/** How advice is printed, and what counts as failure. */
export interface AdviceOptions extends AnswerOptions {
  readonly full?: boolean;
  readonly brief?: boolean;
  readonly finer?: boolean;
  readonly strict?: boolean;
}

export function withDetailOptions(command: Command): Command {
  return command
    .option('--full', 'print every decision at length, with every reason')
    .option('--brief', 'print only the table of picks')
    .option(
      '--strict',
      'exit with 1 unless every pick is settled, no picks conflict and no answers contradict each other',
    );
}

export function withInterviewOptions(command: Command): Command {
  return command
    .option(
      '--save <file>',
      'where the answers go at the end (arch-advisor-answers.yaml, or the next free name)',
      savePath,
    )
    .option('--resume [file]', 'go on with an interview that was left; without a file the last one')
    .addOption(new Option('--thorough', 'ask until every pick is settled').conflicts('quick'))
    .option('--finer', 'ask for the finer decisions below those asked for as well')
    .option('--review', 'go through what is given by flags and files as well')
    .option(
      '--accessible',
      'numbered questions line by line, for screen readers (or ACCESSIBLE=1)',
    );
}

export function withShowOptions(command: Command): Command {
  return withCommonOptions(
    command
      .option('--full', 'everything its document says, with sources')
      .addOption(
        new Option(
          '--source',
          'how its document was understood: each line with what it does, and what was left out',
        ).conflicts('full'),
      ),
  );
}

export function withCheckOptions(command: Command): Command {
  return withCommonOptions(
    command
      .option('--all', 'list every problem; a terminal otherwise shows the first three of a kind')
      .addOption(
        new Option(
          '--explain',
          'print what was understood: each line with what it does, and what was left out',
        ).conflicts(['audit', 'all']),
      )
      .option('--audit', 'prove what can be proved about the knowledge itself; takes a while'),
  );
}

/** Collects the values of an option that may be given several times, in a list of its own that grows. */
export function gather(value: string, before: string[] = []): string[] {
  before.push(value);
  return before;
}

/** Reads where answers are to go. */
export function savePath(text: string): string {
  if (text === '') throw new InvalidArgumentError('It names no file.');
  if (text !== '-') return text;
  throw new InvalidArgumentError(
    'Answers go to a file, not to standard output; ./- is one of that name.',
  );
}

function columns(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= NARROWEST) return number;
  throw new InvalidArgumentError(`It is not a whole number of at least ${NARROWEST}.`);
}

/** What is given several times, or not at all. */
export const NOT_GIVEN = {
  knowledge: [],
  addKnowledge: [],
  set: [],
  answers: [],
  pin: [],
  only: [],
  fromKnowledge: [],
} as const;

/** What an interview is about, and when it ends. */
export interface TopicOptions {
  readonly decisions: readonly string[];
  /** The adaptive one where it is not given. */
  readonly order?: Topic['order'];
  /** In thousandths. */
  readonly quick?: number;
}

export function withTopicOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--order <order>',
        'what tells most first (the usual), or in the order of the document',
      ).choices(['adaptive', 'file']),
    )
    .addOption(
      new Option(
        '--quick [percent]',
        'end where each pick is settled or holds in this share of the ways to answer the rest, 50 to 100: likely, not proved',
      )
        .preset(String(QUICK))
        .argParser(thousandths),
    );
}

export function topicIn({ decisions, order = 'adaptive', quick }: TopicOptions): Topic {
  return { decisions, order, ...(quick !== undefined && { quick }) };
}

/** The flags that give the same topic again; only what is not usual. */
export function topicFlags({ order = 'adaptive', quick }: TopicOptions): string[] {
  return [
    ...(order === 'adaptive' ? [] : [`--order ${order}`]),
    ...(quick === undefined ? [] : [`--quick=${quick / PERCENT}`]),
  ];
}

/** Thousandths in a percent. */
const PERCENT = 10;
/** With `--quick` alone: the share of each outcome, in percent of the completions, from which on nothing more is asked. */
const QUICK = 92;
const LEAST = 50;
const MOST = 100;

function thousandths(text: string): number {
  const percent = Number(text);
  if (/^\d+$/.test(text) && percent >= LEAST && percent <= MOST) return percent * PERCENT;
  throw new InvalidArgumentError(
    `It is no whole percentage from ${LEAST} to ${MOST} (write --quick=90 where decisions follow).`,
  );
}

import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Topic } from '../model/interview.ts';
import type { VerifyFormat } from '../report/verify/formats.ts';
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

/** Behind the options of a command itself. */
export function withCommonOptions(command: Command): Command {
  return command
    .optionsGroup('Common options:')
    .option(
      '-k, --knowledge <path>',
      'read patterns from this file or folder instead of the built-in ones (repeatable)',
      gather,
    )
    .option('--add-knowledge <path>', 'add patterns from this file or folder (repeatable)', gather)
    .option('--json', 'print JSON')
    .addOption(
      new Option('--color <when>', 'use colours: always, never or auto').choices([
        'always',
        'never',
        'auto',
      ]),
    )
    .addOption(new Option('--no-color', 'no colours').hideHelp())
    .option('--ascii', 'draw with ASCII characters only')
    .option('--width <columns>', 'wrap lines at this width', columns)
    .option('--no-pager', 'do not open a pager for long output');
}

export function withAnswerOptions(command: Command): Command {
  return command
    .optionsGroup('Answers:')
    .option(
      '-s, --set <question=choice>',
      'answer a question; separate several choices with commas (repeatable)',
      gather,
    )
    .option(
      '-a, --answers <file>',
      'read answers from a YAML or JSON file, or from a decision record; - is standard input (repeatable, later files win)',
      gather,
    )
    .option('-p, --profile <name>', 'start from a ready-made profile')
    .option('--pin <decision=alternative>', 'fix a decision in advance (repeatable)', gather)
    .option('--system <name>', 'the name of the system')
    .optionsGroup('Options:');
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
    .option('--full', 'print every decision in detail, with every reason')
    .option('--brief', 'print only the table of picks')
    .option(
      '--strict',
      'exit with 1 if a pick is not settled, or picks or answers contradict each other',
    );
}

export function withInterviewOptions(command: Command): Command {
  return command
    .option(
      '--save <file>',
      'write the answers to this file (default: arch-advisor-answers.yaml)',
      savePath,
    )
    .option('--resume [file]', 'resume an interview, by default the last one')
    .addOption(new Option('--thorough', 'ask until every pick is settled').conflicts('quick'))
    .option('--finer', 'include the finer decisions below those asked for')
    .option('--review', 'also review the answers given by flags and files')
    .option('--accessible', 'ask line by line, for screen readers (or set ACCESSIBLE=1)');
}

export function withRecordOptions(command: Command): Command {
  return command
    .option('--dir <folder>', 'write the records to this folder')
    .addOption(
      new Option(
        '--format <format>',
        'how records are laid out; by default as the existing ones',
      ).choices(['madr', 'nygard', 'log4brains']),
    )
    .addOption(
      new Option('--status <status>', 'the status of new records (default: proposed)').choices([
        'proposed',
        'accepted',
      ]),
    )
    .option('--renew', 'write a new record even if the pick is still the same')
    .option('--dry-run', 'print the records instead of writing them')
    .option('--index', 'print a list of all records in the folder, and write none');
}

export function withShowOptions(command: Command): Command {
  return command
    .option('--full', 'print everything its document says, with sources')
    .addOption(
      new Option(
        '--source',
        'print how its document was read: what each line counts for, and what was skipped',
      ).conflicts('full'),
    );
}

export function withCheckOptions(command: Command): Command {
  return command
    .option('--all', 'list every problem; otherwise a terminal shows the first three of each kind')
    .addOption(
      new Option(
        '--explain',
        'print how documents were read: what each line counts for, and what was skipped',
      ).conflicts(['audit', 'all']),
    )
    .option('--audit', 'prove what can be proved about the knowledge itself; takes a while');
}

/** The forms of what `verify` prints; `--json` is short for the second. */
export const VERIFY_FORMATS = [
  'text',
  'json',
  'github',
  'sarif',
] as const satisfies readonly VerifyFormat[];

export function withVerifyOptions(command: Command): Command {
  return command
    .option('--strict', 'exit with 1 also if a record is only more or less certain')
    .addOption(
      new Option('--format <format>', 'print text, json, annotations for GitHub Actions, or SARIF')
        .choices(VERIFY_FORMATS)
        .conflicts('json'),
    )
    .option('--baseline <file>', 'do not fail because of the findings in this file', baselinePath)
    .addOption(
      new Option('--write-baseline <file>', "write today's findings to this file")
        .argParser(baselinePath)
        .conflicts('baseline'),
    );
}

function baselinePath(text: string): string {
  if (text !== '' && text !== '-') return text;
  throw new InvalidArgumentError('A baseline is a file; for one called -, write ./-.');
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
    'Answers go to a file, not to standard output; for a file called -, write ./-.',
  );
}

/** Reads where a result is to go. */
function outputPath(text: string): string {
  if (text === '') throw new InvalidArgumentError('It names no file.');
  return text;
}

export function withOutputOptions(command: Command): Command {
  return command
    .option('-o, --output <file>', 'write to this file; - is standard output', outputPath)
    .option('--force', 'replace the file if it exists');
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
        'basics, then the most informative question (adaptive), or document order (file)',
      ).choices(['adaptive', 'file']),
    )
    .addOption(
      new Option(
        '--quick [percent]',
        'stop once each pick is settled or holds for this share of the possible answers, 50 to 100 (default: 92)',
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
    `It is not a whole percentage from ${LEAST} to ${MOST} (write --quick=90 if decisions follow).`,
  );
}

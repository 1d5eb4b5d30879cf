import { Argument, Command } from 'commander';
import type { Context } from './context.ts';
import type { LookOptions } from './look.ts';
import { NOT_GIVEN, withAnswerOptions, withCommonOptions } from './options.ts';

/** Starts a command: makes a context for its options, and keeps the exit code. */
export type Run = <O extends LookOptions>(
  command: (options: O, context: Context) => Promise<number>,
  options: O,
) => Promise<void>;

/** The command line: what can be typed. What happens stands in `commands/`, loaded only when it is needed. */
export function program(version: string, run: Run): Command {
  const root = new Command('arch-advisor')
    .description(
      'Advises on architecture trade-offs, with a line of a document behind every point.',
    )
    .version(version)
    .showSuggestionAfterError()
    .helpCommand(false)
    .addHelpText('after', EXAMPLES);
  root.commandsGroup('Advice:');
  root.addCommand(askCommand(run)).addCommand(recommendCommand(run));
  root.commandsGroup('Reading:');
  root.addCommand(showCommand(run)).addCommand(listCommand(run)).addCommand(compareCommand(run));
  root.commandsGroup('Writing knowledge:');
  root.addCommand(checkCommand(run));
  return root;
}

const EXAMPLES = `
Examples:
  $ arch-advisor recommend --profile online-shop
  $ arch-advisor ask
  $ arch-advisor recommend database --set data=relational --set staleness=never
  $ arch-advisor show saga
  $ arch-advisor compare orchestration choreography
  $ arch-advisor check docs/patterns/

Exit codes: 0 done, 1 the checked thing has problems, 2 wrong usage or input, 3 answers are missing.`;

function askCommand(run: Run): Command {
  const command = new Command('ask')
    .summary('ask about the system in the terminal, then recommend')
    .description(
      'Asks about the system at hand, then recommends. What is given by flags or files is not asked again.',
    )
    .argument('[decisions...]', 'ask only what these decisions need')
    .option(
      '--save <file>',
      'where the answers go (arch-advisor-answers.yaml, or the next free name)',
    );
  return withDetailOptions(withAnswerOptions(command))
    .addHelpText(
      'after',
      '\nExamples:\n  $ arch-advisor ask\n  $ arch-advisor ask database caching --profile online-shop',
    )
    .action(async (decisions, options) => {
      const { ask } = await import('./commands/ask.ts');
      await run(ask, { ...NOT_GIVEN, ...options, decisions });
    });
}

function recommendCommand(run: Run): Command {
  const command = new Command('recommend')
    .summary('recommend from flags and files, without asking')
    .description(
      'Recommends an alternative for each decision. What is not answered stays unknown. Answers come from --set, else from --answers, else from --profile.',
    )
    .argument('[decisions...]', 'only these decisions');
  return withDetailOptions(withAnswerOptions(command))
    .addHelpText('after', RECOMMEND_EXAMPLES)
    .action(async (decisions, options) => {
      const { recommend } = await import('./commands/recommend.ts');
      await run(recommend, { ...NOT_GIVEN, ...options, decisions });
    });
}

const RECOMMEND_EXAMPLES = `
Examples:
  $ arch-advisor recommend --profile payments-ledger
  $ arch-advisor recommend database --set data=relational,ranges --set writes=800
  $ arch-advisor recommend --answers system.yaml --pin database=sql --json
  $ cat system.yaml | arch-advisor recommend --answers - --strict`;

function withDetailOptions(command: Command): Command {
  return command
    .option('--full', 'tell every decision, with every reason')
    .option('--brief', 'only the table of picks')
    .option('--strict', 'exit with 1 unless every pick is settled');
}

function showCommand(run: Run): Command {
  const command = new Command('show')
    .summary('show a pattern as a card')
    .description(
      'Shows what the documents say about a pattern: what it gains and costs, when to use it, what it brings up.',
    )
    .argument('<pattern>', 'its id, name or alias')
    .option('--full', 'everything its document says, with sources');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ arch-advisor show orchestration\n  $ arch-advisor show 2pc --full',
    )
    .action(async (pattern, options) => {
      const { show } = await import('./commands/show.ts');
      await run(show, { ...NOT_GIVEN, ...options, pattern });
    });
}

function listCommand(run: Run): Command {
  const command = new Command('list')
    .summary('list patterns, decisions, questions, qualities or profiles')
    .description('Lists what can be named, with its ids; without a kind it says how much there is.')
    .addArgument(new Argument('[kind]', 'patterns, decisions, questions, qualities or profiles'));
  return withCommonOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ arch-advisor list questions\n  $ arch-advisor list patterns --json',
    )
    .action(async (kind, options) => {
      const { list } = await import('./commands/list.ts');
      await run(list, { ...NOT_GIVEN, ...options, kind });
    });
}

function compareCommand(run: Run): Command {
  const command = new Command('compare')
    .summary('put patterns side by side')
    .description(
      'Puts patterns side by side, quality by quality, with the sentence of each document.',
    )
    .argument('<pattern>', 'its id, name or alias')
    .argument('<others...>', 'one to three more');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ arch-advisor compare sql nosql\n  $ arch-advisor compare monolith modular-monolith microservices',
    )
    .action(async (pattern, others, options) => {
      const { compare } = await import('./commands/compare.ts');
      await run(compare, { ...NOT_GIVEN, ...options, patterns: [pattern, ...others] });
    });
}

function checkCommand(run: Run): Command {
  const command = new Command('check')
    .summary('report what is wrong in pattern documents')
    .description(
      'Reports what is wrong in documents, with a place and a hint; exits with 1 if something is an error.',
    )
    .argument('[files...]', 'documents or folders; without any, the knowledge in use')
    .option('--audit', 'prove what can be proved about the knowledge itself; takes a while');
  return withCommonOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ arch-advisor check docs/patterns/\n  $ arch-advisor check saga.md --json\n  $ arch-advisor check --audit',
    )
    .action(async (files, options) => {
      const { check } = await import('./commands/check.ts');
      await run(check, { ...NOT_GIVEN, ...options, files });
    });
}

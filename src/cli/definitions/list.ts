import { Argument, Command } from 'commander';
import { NOT_GIVEN, withCommonOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function listCommand(run: Run): Command {
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
      const { list } = await import('../commands/list.ts');
      await run(list, { ...NOT_GIVEN, ...options, kind });
    });
}

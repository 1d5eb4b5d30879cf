import { Command } from 'commander';
import { NOT_GIVEN, withCommonOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function showCommand(run: Run): Command {
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
      const { show } = await import('../commands/show.ts');
      await run(show, { ...NOT_GIVEN, ...options, pattern });
    });
}

import { Command } from 'commander';
import { NOT_GIVEN, withCommonOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function compareCommand(run: Run): Command {
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
      const { compare } = await import('../commands/compare.ts');
      await run(compare, { ...NOT_GIVEN, ...options, patterns: [pattern, ...others] });
    });
}

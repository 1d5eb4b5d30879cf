import { Command } from 'commander';
import { NOT_GIVEN, withAnswerOptions, withDetailOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function askCommand(run: Run): Command {
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
      const { ask } = await import('../commands/ask.ts');
      await run(ask, { ...NOT_GIVEN, ...options, decisions });
    });
}

import { Command } from 'commander';
import { NOT_GIVEN, withAnswerOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function flipCommand(run: Run): Command {
  const command = new Command('flip')
    .summary('tell which changed answers would change a pick')
    .description(
      'Tells the smallest sets of changed answers, up to three, that would change a pick. An answer to an open question counts as a change.',
    )
    .argument('<decisions...>', 'the decisions')
    .option('--to <alternative>', 'only what makes this alternative the pick')
    .option('--full', 'tell every such set');
  return withAnswerOptions(command)
    .addHelpText(
      'after',
      '\nExamples:\n  $ arch-advisor flip database --profile online-shop\n  $ arch-advisor flip data-distribution --to sharding --answers system.yaml',
    )
    .action(async (decisions, options) => {
      const { flip } = await import('../commands/flip.ts');
      await run(flip, { ...NOT_GIVEN, ...options, decisions });
    });
}

import { Command } from 'commander';
import { NOT_GIVEN, withAnswerOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function explainCommand(run: Run): Command {
  const command = new Command('explain')
    .summary('explain picks: the sum, what settles it, what it depends on')
    .description(
      'Explains picks against their runner-up: every point with its sentence, the answers that were enough, the contested sentences on which a pick depends, and what is given up.',
    )
    .argument('[decisions...]', 'only these decisions; without any, those that answers move')
    .option('--over <alternative>', 'set the pick of one decision against this alternative')
    .option('--full', 'every alternative, with every sentence');
  return withAnswerOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (decisions, options) => {
      const { explain } = await import('../commands/explain.ts');
      await run(explain, { ...NOT_GIVEN, ...options, decisions });
    });
}

const EXAMPLES = `
Examples:
  $ arch-advisor explain database --profile online-shop
  $ arch-advisor explain data-distribution --over sharding --answers system.yaml
  $ arch-advisor explain --profile payments-ledger --json`;

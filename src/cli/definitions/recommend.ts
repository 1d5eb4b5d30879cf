import { Command } from 'commander';
import { NOT_GIVEN, withAnswerOptions, withDetailOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function recommendCommand(run: Run): Command {
  const command = new Command('recommend')
    .summary('recommend from flags and files, without asking')
    .description(
      'Recommends an alternative for each decision. What is not answered stays unknown. Answers come from --set, else from --answers, else from --profile.',
    )
    .argument('[decisions...]', 'only these decisions');
  return withDetailOptions(withAnswerOptions(command))
    .addHelpText('after', EXAMPLES)
    .action(async (decisions, options) => {
      const { recommend } = await import('../commands/recommend.ts');
      await run(recommend, { ...NOT_GIVEN, ...options, decisions });
    });
}

const EXAMPLES = `
Examples:
  $ arch-advisor recommend --profile payments-ledger
  $ arch-advisor recommend database --set data=relational,ranges --set writes=800
  $ arch-advisor recommend --answers system.yaml --pin database=sql --json
  $ cat system.yaml | arch-advisor recommend --answers - --strict`;

import { Command } from 'commander';
import { NOT_GIVEN, withCommonOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function checkCommand(run: Run): Command {
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
      const { check } = await import('../commands/check.ts');
      await run(check, { ...NOT_GIVEN, ...options, files });
    });
}

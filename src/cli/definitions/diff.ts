import { Command } from 'commander';
import { gather, NOT_GIVEN, withCommonOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function diffCommand(run: Run): Command {
  const command = new Command('diff')
    .summary('say which picks differ between two answer files, and what moved them')
    .description(
      'Compares the advice on two answer files, on one with changed answers, or on one under an older knowledge base: which picks differ, and which answer or which line of which document moved each.',
    )
    .argument('<old>', 'an answer file, - is standard input')
    .argument('[new]', 'another one; without it, the same one')
    .option(
      '-s, --set <question=choice>',
      'answer a question otherwise in NEW (repeatable)',
      gather,
    )
    .option('--pin <decision=alternative>', 'fix a decision in NEW (repeatable)', gather)
    .option(
      '--from-knowledge <path>',
      'the older patterns, under which OLD is read (repeatable)',
      gather,
    );
  return withCommonOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (old, now, options) => {
      const { diff } = await import('../commands/diff.ts');
      await run(diff, { ...NOT_GIVEN, fromKnowledge: [], ...options, old, new: now });
    });
}

const EXAMPLES = `
Examples:
  $ arch-advisor diff last-year.yaml this-year.yaml
  $ arch-advisor diff system.yaml --set writes=20000 --set staleness=seconds
  $ arch-advisor diff system.yaml --from-knowledge ../knowledge-1.0/ --json`;

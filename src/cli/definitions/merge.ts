import { Command } from 'commander';
import { NOT_GIVEN, withAnswerOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function mergeCommand(run: Run): Command {
  const command = new Command('merge')
    .summary('compare the answers of several people')
    .description(
      'Shows where several people answer differently about one system, and whether that matters to any pick. What nobody contradicts is the common ground; --set settles a difference.',
    )
    .argument('<files...>', 'two or more answer files; one may be -, standard input')
    .option('-o, --save <file>', 'write the common ground as an answer file')
    .option('--full', 'list finer decisions too');
  return withAnswerOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(async (files, options) => {
      const { merge } = await import('../commands/merge.ts');
      await run(merge, { ...NOT_GIVEN, ...options, files });
    });
}

const EXAMPLES = `
Examples:
  $ arch-advisor merge ana.yaml ben.yaml carla.yaml
  $ arch-advisor merge answers/*.yaml --set staleness=never --save agreed.yaml
  $ arch-advisor merge ana.yaml ben.yaml --json`;

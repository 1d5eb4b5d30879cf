import { Command } from 'commander';
import { NOT_GIVEN, withAnswerOptions, withDetailOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { withTopicOptions } from '../topic-options.ts';

export function askCommand(run: Run): Command {
  const command = new Command('ask')
    .summary('ask about the system in the terminal, then recommend')
    .description(
      'Asks about the system at hand what can still change a pick, then recommends. What is given by flags or files is not asked again. Each answer is kept at once: whatever ends the interview, --resume goes on with it.',
    )
    .argument('[decisions...]', 'ask only what these decisions need')
    .option(
      '--save <file>',
      'where the answers go at the end (arch-advisor-answers.yaml, or the next free name)',
    )
    .option('--resume [file]', 'go on with an interview that was left; without a file the last one')
    .option('--review', 'go through what is given by flags and files as well')
    .option(
      '--accessible',
      'numbered questions line by line, for screen readers (or ACCESSIBLE=1)',
    );
  return withDetailOptions(withAnswerOptions(withTopicOptions(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (decisions, options) => {
      const { ask } = await import('../commands/ask.ts');
      await run(ask, { ...NOT_GIVEN, ...options, decisions });
    });
}

const EXAMPLES = `
Examples:
  $ arch-advisor ask
  $ arch-advisor ask database caching --profile online-shop
  $ arch-advisor ask --quick
  $ arch-advisor ask --answers system.yaml --save system.yaml --review
  $ arch-advisor ask --resume

Keys: arrows or a number point, Enter chooses, space picks one of several, ? why, u unknown, b back, e edit,
n note, s status, f finish, q save and quit.`;

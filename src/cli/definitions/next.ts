import { Command } from 'commander';
import { NOT_GIVEN, withAnswerOptions } from '../options.ts';
import type { Run } from '../run.ts';
import { withTopicOptions } from '../topic-options.ts';

export function nextCommand(run: Run): Command {
  const command = new Command('next')
    .summary('tell the one next question, for other interfaces and for agents')
    .description(
      'Tells the one question that `ask` would ask next: its choices, why it is asked, what each choice would change, and how the decisions stand. What is answered is not asked again, `unknown` included. Where nothing is left to ask, the question is null and the exit code is 0 as well.',
    )
    .argument('[decisions...]', 'ask only what these decisions need');
  return withAnswerOptions(withTopicOptions(command))
    .addHelpText('after', EXAMPLES)
    .action(async (decisions, options) => {
      const { next } = await import('../commands/next.ts');
      await run(next, { ...NOT_GIVEN, ...options, decisions });
    });
}

const EXAMPLES = `
An answer goes below \`answers:\` of the file: the id of a choice, a list of ids where the question takes several,
a number where its choices are ranges, or unknown.

Examples:
  $ arch-advisor next database --set data=relational
  $ arch-advisor next --answers system.yaml --json
  $ cat system.yaml | arch-advisor next --answers - --quick=90 --json`;

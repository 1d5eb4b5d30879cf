import { Command } from 'commander';
import { askCommand } from './definitions/ask.ts';
import { checkCommand } from './definitions/check.ts';
import { compareCommand } from './definitions/compare.ts';
import { listCommand } from './definitions/list.ts';
import { recommendCommand } from './definitions/recommend.ts';
import { showCommand } from './definitions/show.ts';
import type { Run } from './run.ts';

/** The command line: what can be typed. What happens stands in `commands/`, loaded only when it is needed. */
export function program(version: string, run: Run): Command {
  const root = new Command('arch-advisor')
    .description(
      'Advises on architecture trade-offs, with a line of a document behind every point.',
    )
    .version(version)
    .showSuggestionAfterError()
    .helpCommand(false)
    .addHelpText('after', EXAMPLES);
  root.commandsGroup('Advice:');
  root.addCommand(askCommand(run)).addCommand(recommendCommand(run));
  root.commandsGroup('Questioning it:');
  // explain, flip, diff, merge: added here
  root.commandsGroup('Reading:');
  root.addCommand(showCommand(run)).addCommand(listCommand(run)).addCommand(compareCommand(run));
  root.commandsGroup('Writing knowledge:');
  root.addCommand(checkCommand(run));
  return root;
}

const EXAMPLES = `
Examples:
  $ arch-advisor recommend --profile online-shop
  $ arch-advisor ask
  $ arch-advisor recommend database --set data=relational --set staleness=never
  $ arch-advisor show saga
  $ arch-advisor compare orchestration choreography
  $ arch-advisor check docs/patterns/

Exit codes: 0 done, 1 the checked thing has problems, 2 wrong usage or input, 3 answers are missing.`;

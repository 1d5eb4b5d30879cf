import { Command } from 'commander';
import { askCommand } from './definitions/ask.ts';
import { batchCommand } from './definitions/batch.ts';
import { checkCommand } from './definitions/check.ts';
import { compareCommand } from './definitions/compare.ts';
import { diffCommand } from './definitions/diff.ts';
import { explainCommand } from './definitions/explain.ts';
import { flipCommand } from './definitions/flip.ts';
import { listCommand } from './definitions/list.ts';
import { mergeCommand } from './definitions/merge.ts';
import { nextCommand } from './definitions/next.ts';
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
  root.addCommand(nextCommand(run)).addCommand(batchCommand(run));
  root.commandsGroup('Questioning it:');
  root.addCommand(explainCommand(run));
  root.addCommand(flipCommand(run));
  root.addCommand(diffCommand(run));
  root.addCommand(mergeCommand(run));
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
  $ arch-advisor explain database --over nosql --profile online-shop
  $ arch-advisor flip caching --profile online-shop
  $ arch-advisor show saga
  $ arch-advisor compare orchestration choreography
  $ arch-advisor check docs/patterns/

Exit codes: 0 done, 1 the checked thing has problems, 2 wrong usage or input, 3 answers are missing,
70 a bug of ours, 130 or 143 interrupted.`;

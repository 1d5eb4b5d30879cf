import { Command, Option } from 'commander';
import { gather, NOT_GIVEN, withAnswerOptions } from '../options.ts';
import type { Run } from '../run.ts';

export function batchCommand(run: Run): Command {
  const command = new Command('batch')
    .summary('advise on many systems, one per line')
    .description(
      'Reads one JSON object per line and prints one per line, in the same order. A line that is wrong becomes an error object, and the rest goes on; the exit code is then 1. Blank lines are skipped, but counted in line numbers. --set and --pin lie over each line; --answers and --profile lie under it.',
    )
    .argument('[files...]', 'files of JSON lines; - or none is standard input')
    .option('--only <decision>', 'only this decision (repeatable)', gather)
    .addOption(new Option('--full', 'print the whole advice on each system').conflicts('summary'))
    .option('--summary', 'instead of lines, count at the end what came of them');
  return withAnswerOptions(command)
    .addHelpText('after', LINES)
    .action(async (files, options) => {
      const { batch } = await import('../commands/batch.ts');
      await run(batch, { ...NOT_GIVEN, only: [], ...options, files });
    });
}

const LINES = `
A line in:   {"id": "shop", "answers": {"teams": "one"}, "pins": {"database": "sql"}}
             also with system, scope, knowledge and notes, as in an answer file
A line out:  {"id": "shop", "decisions": [{"id", "status", "recommended", "dependsOn"}]}
             or {"id": "shop", "error": {"line", "message", "hint"}}; with several files
             the error also names the file

Examples:
  $ arch-advisor batch systems.jsonl > picks.jsonl
  $ cat systems.jsonl | arch-advisor batch --only database --set teams=one
  $ arch-advisor batch north.jsonl south.jsonl --summary`;

import type { Command } from 'commander';
import { formatOption } from './advice-format.ts';
import type { Context } from './context.ts';
import {
  type CommonOptions,
  gather,
  savePath,
  withAnswerOptions,
  withCheckOptions,
  withDetailOptions,
  withInterviewOptions,
  withOutputOptions,
  withRecordOptions,
  withShowOptions,
  withTopicOptions,
  withVerifyOptions,
} from './options.ts';
import type { Subject } from './prompts/pick-argument.ts';

/** A command: what can be typed, and the file that holds what it does, loaded only when it runs. */
export interface CommandEntry {
  readonly name: string;
  /** The heading under which `arch-advisor --help` lists it. */
  readonly group: string;
  readonly summary: string;
  readonly description: string;
  /** As commander writes them, each with its help; a command finds them by name among its options. */
  readonly arguments: readonly (readonly [string, string])[];
  /** What a missing argument names: on a terminal it can be looked for. */
  readonly picks?: Subject;
  readonly withOptions: (command: Command) => Command;
  /** Printed after the help. */
  readonly examples: string;
  readonly load: () => Promise<CommandFile>;
}

/** A file in `commands/`. A method, so that each may ask for the options that its own entry defines. */
interface CommandFile {
  /** Returns the exit code. Throws a `UserError`. */
  run(options: CommonOptions, context: Context): Promise<number>;
}

/** Every command, in the order of the help. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'ask',
    group: 'Get advice:',
    summary: 'answer questions in the terminal, then get advice',
    description:
      'Asks ten to twenty questions about your system, then recommends. Without a decision it first asks what you want to decide. It stops once the picks are likely enough and offers to continue until all are settled. Questions already answered by flags or files are not asked. Every answer is saved at once; --resume continues an interrupted interview.',
    arguments: [['[decisions...]', 'ask only what these decisions need']],
    withOptions: (command) =>
      withAnswerOptions(withDetailOptions(withTopicOptions(withInterviewOptions(command)))),
    examples: `
Examples:
  $ arch-advisor ask
  $ arch-advisor ask database
  $ arch-advisor ask database caching --profile online-shop
  $ arch-advisor ask --thorough
  $ arch-advisor ask --answers system.yaml --save system.yaml --review
  $ arch-advisor ask --resume

Keys:
  arrows or a number move, Enter chooses, space picks one of several,
  ? why and help, u don't know, b back, e edit an answer, n note, s status,
  f finish, q save and quit`,
    load: () => import('./commands/ask.ts'),
  },
  {
    name: 'recommend',
    group: 'Get advice:',
    summary: 'recommend from flags and files, without asking',
    description:
      'Recommends an alternative for each decision: a summary of the main ones, or the details of those you name. Unanswered questions stay unknown. Answers from --set win over those from --answers, and --answers wins over --profile.',
    arguments: [['[decisions...]', 'only these decisions, in detail']],
    withOptions: (command) =>
      withAnswerOptions(
        withDetailOptions(
          command
            .option('--finer', 'include the finer decisions')
            .addOption(formatOption((names) => `print the whole advice as ${names}`)),
        ),
      ),
    examples: `
Examples:
  $ arch-advisor recommend --profile payments-ledger
  $ arch-advisor recommend database --set data=relational --set writes=800
  $ arch-advisor recommend "SQL vs NoSQL" --set teams=3 --set availability=99.9
  $ arch-advisor recommend --answers system.yaml --pin database=postgres --json
  $ arch-advisor recommend --answers system.yaml --format markdown
  $ cat system.yaml | arch-advisor recommend --answers - --strict`,
    load: () => import('./commands/recommend.ts'),
  },
  {
    name: 'next',
    group: 'Get advice:',
    summary: 'print the next question, for other front ends and agents',
    description:
      'Prints the question that `ask` would ask next: its choices, why it is asked, what each choice would change, and where each decision stands. Questions already answered are skipped, including those answered with `unknown`. When no question is left, the question is null; the exit code is 0 either way.',
    arguments: [['[decisions...]', 'ask only what these decisions need']],
    withOptions: (command) => withAnswerOptions(withTopicOptions(command)),
    examples: `
An answer goes below \`answers:\` in the file: the id of a choice, a list of ids
if the question takes several, a number if its choices are ranges, or unknown.

Examples:
  $ arch-advisor next database --set data=relational
  $ arch-advisor next --answers system.yaml --json
  $ cat system.yaml | arch-advisor next --answers - --quick=90 --json`,
    load: () => import('./commands/next.ts'),
  },
  {
    name: 'batch',
    group: 'Get advice:',
    summary: 'advise on many systems, one JSON object per line',
    description:
      'Reads one JSON object per line and prints one per line, in the same order. A faulty line becomes an error object and processing continues; the exit code is then 1. Blank lines are skipped but counted in line numbers. --set and --pin win over each line, and each line over --answers and --profile.',
    arguments: [['[files...]', 'files of JSON lines; without any, or with -, standard input']],
    withOptions: (command) =>
      withAnswerOptions(
        command
          .option('--only <decision>', 'only this decision (repeatable)', gather)
          .addOption(
            command
              .createOption('--full', 'print the whole advice for each system')
              .conflicts('summary'),
          )
          .option('--summary', 'print a count of the results instead of lines'),
      ),
    examples: `
A line in:
  {"id": "shop", "answers": {"teams": "one"}, "pins": {"database": "sql"}}
  also system, scope, knowledge and notes, as in an answer file
A line out:
  {"id": "shop", "decisions": [{"id", "status", "recommended", "dependsOn"}]}
  or {"id": "shop", "error": {"line", "message", "hint"}}
  with several files, the error also names the file

Examples:
  $ arch-advisor batch systems.jsonl > picks.jsonl
  $ cat systems.jsonl | arch-advisor batch --only database --set teams=one
  $ arch-advisor batch north.jsonl south.jsonl --summary`,
    load: () => import('./commands/batch.ts'),
  },
  {
    name: 'explain',
    group: 'Question the advice:',
    summary: 'show how a pick adds up and what it depends on',
    description:
      'Compares each pick with its runner-up: every point with its sentence, the answers that settle the pick by themselves, disputed sentences that it depends on, and what it costs.',
    arguments: [
      ['[decisions...]', 'only these decisions; by default all that your answers affect'],
    ],
    withOptions: (command) =>
      withAnswerOptions(
        command
          .option('--over <alternative>', 'compare the pick with this alternative')
          .option('--full', 'compare with every alternative, sentence by sentence'),
      ),
    examples: `
Examples:
  $ arch-advisor explain database --profile online-shop
  $ arch-advisor explain data-distribution --over sharding --answers system.yaml
  $ arch-advisor explain --profile payments-ledger --json`,
    load: () => import('./commands/explain.ts'),
  },
  {
    name: 'flip',
    group: 'Question the advice:',
    summary: 'list the answers that would change a pick',
    description:
      'Lists the smallest sets of up to three changed answers that would change a pick, the most realistic first. Answering an open question counts as a change.',
    arguments: [['<decisions...>', 'the decisions']],
    picks: 'decision',
    withOptions: (command) =>
      withAnswerOptions(
        command
          .option('--to <alternative>', 'only changes that make this alternative the pick')
          .option('--full', 'list every such set'),
      ),
    examples: `
Examples:
  $ arch-advisor flip database --profile online-shop
  $ arch-advisor flip data-distribution --to sharding --answers system.yaml`,
    load: () => import('./commands/flip.ts'),
  },
  {
    name: 'diff',
    group: 'Question the advice:',
    summary: 'compare the advice on two answer files',
    description:
      'Compares the advice on two answer files, on one file with changed answers, or on one file with older knowledge: which picks differ, and which answer or document line changed each of them.',
    arguments: [
      ['<old>', 'an answer file; - is standard input'],
      ['[new]', 'another answer file; by default the same one'],
    ],
    withOptions: (command) =>
      command
        .option('-s, --set <question=choice>', 'change an answer in NEW (repeatable)', gather)
        .option('--pin <decision=alternative>', 'fix a decision in NEW (repeatable)', gather)
        .option(
          '--from-knowledge <path>',
          'read OLD with the patterns in this file or folder (repeatable)',
          gather,
        ),
    examples: `
Examples:
  $ arch-advisor diff last-year.yaml this-year.yaml
  $ arch-advisor diff system.yaml --set writes=20k --set staleness=seconds
  $ arch-advisor diff system.yaml --from-knowledge ../knowledge-1.0/ --json`,
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'merge',
    group: 'Question the advice:',
    summary: 'compare the answers of several people',
    description:
      'Shows where several people answer differently about one system, and whether it matters for any pick. Undisputed answers form the common ground; --set settles a difference.',
    arguments: [['<files...>', 'two or more answer files; one may be -, standard input']],
    withOptions: (command) =>
      withAnswerOptions(
        command
          .option('-o, --save <file>', 'write the common ground as an answer file', savePath)
          .option('--full', 'include the finer decisions'),
      ),
    examples: `
Examples:
  $ arch-advisor merge ana.yaml ben.yaml carla.yaml
  $ arch-advisor merge answers/*.yaml --set staleness=never --save agreed.yaml
  $ arch-advisor merge ana.yaml ben.yaml --json`,
    load: () => import('./commands/merge.ts'),
  },
  {
    name: 'adr',
    group: 'Record it:',
    summary: 'write decision records that can be verified later',
    description:
      'Writes one record for each decision: the context, the options, the choice with its consequences, and what would change it. Records go where the project keeps them (.adr-dir, adrs.toml, .log4brains.yml, existing records, else docs/decisions), as new files with the next free number. If the pick has changed, the new record supersedes the old one; if it has not, none is written. A tie is not recorded.',
    arguments: [['[decisions...]', 'only these decisions; by default the main ones that apply']],
    withOptions: (command) => withAnswerOptions(withRecordOptions(command)),
    examples: `
Examples:
  $ arch-advisor adr --answers system.yaml
  $ arch-advisor adr database --answers system.yaml --status accepted
  $ arch-advisor adr database --profile online-shop --dry-run
  $ arch-advisor adr --index > docs/decisions/README.md`,
    load: () => import('./commands/adr.ts'),
  },
  {
    name: 'verify',
    group: 'Record it:',
    summary: 'decide recorded decisions again, and report what changed',
    description:
      'Decides each record in a folder again, with the knowledge of today and, if answers are given, with the facts of today, and says which answer or which sentence of a document changed what. Records that are superseded, rejected or deprecated are skipped, and so are files of other tools. Exits with 1 if a pick changed, cannot be decided any more or was edited by hand.',
    arguments: [['[folder]', 'the folder of the records; by default where the project keeps them']],
    withOptions: (command) => withAnswerOptions(withVerifyOptions(command)),
    examples: `
Answers count for the records that name the same system, or none. They replace
the recorded answers question by question.

Examples:
  $ arch-advisor verify
  $ arch-advisor verify docs/adr --answers system.yaml --strict
  $ arch-advisor verify docs/adr --set writes=20k
  $ arch-advisor verify docs/adr --write-baseline known.json
  $ arch-advisor verify docs/adr --baseline known.json --format sarif`,
    load: () => import('./commands/verify.ts'),
  },
  {
    name: 'report',
    group: 'Record it:',
    summary: 'print or save the whole advice as a document',
    description:
      'Prints the whole advice as a document to send around: Markdown with every pick and its reasons, a Mermaid flowchart of what led to what, a CSV table of alternatives and qualities, or JSON. With --from it prints advice that was saved as JSON.',
    arguments: [['[decisions...]', 'only these decisions']],
    withOptions: (command) =>
      withAnswerOptions(
        withOutputOptions(command)
          .addOption(
            formatOption((names) => `${names} (default: by the ending of the file, else markdown)`),
          )
          .addOption(
            command
              .createOption('--from <file>', 'print advice saved as JSON; - is standard input')
              .conflicts(['set', 'answers', 'profile', 'pin', 'system']),
          ),
      ),
    examples: `
Endings: .md or .markdown, .mmd or .mermaid, .csv, .json

Examples:
  $ arch-advisor report --profile online-shop
  $ arch-advisor report --answers system.yaml -o advice.md
  $ arch-advisor report database caching --answers system.yaml --format mermaid
  $ arch-advisor report --from advice.json -o advice.csv --force`,
    load: () => import('./commands/report.ts'),
  },
  {
    name: 'show',
    group: 'Look things up:',
    summary: 'show a pattern, product, decision or question',
    description:
      'Shows one thing by any of its names: a pattern with its trade-offs, what a product stands for, or what a decision, question, quality or profile is about.',
    arguments: [
      ['<name...>', 'a name, id or alias, preceded by its kind if needed: question availability'],
    ],
    picks: 'pattern',
    withOptions: withShowOptions,
    examples: `
Examples:
  $ arch-advisor show orchestration
  $ arch-advisor show kafka
  $ arch-advisor show question availability
  $ arch-advisor show 2pc --full
  $ arch-advisor show saga --source --knowledge docs/patterns/`,
    load: () => import('./commands/show.ts'),
  },
  {
    name: 'list',
    group: 'Look things up:',
    summary: 'list patterns, decisions, questions and more',
    description:
      'Lists the ids of patterns, decisions, questions, qualities, profiles or products. Questions come with their choices and ranges. Without a kind it prints how many there are.',
    arguments: [['[kind]', 'patterns, decisions, questions, qualities, profiles or products']],
    withOptions: (command) => command,
    examples: `
Examples:
  $ arch-advisor list questions
  $ arch-advisor list patterns --json`,
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'search',
    group: 'Look things up:',
    summary: 'search the documents, best matches first',
    description:
      'Searches patterns, decisions, questions, qualities and products for words in any form and spelling. Exits with 1 if nothing matches.',
    arguments: [['<words...>', 'the words']],
    withOptions: (command) => command.option('--full', 'print every match and every sentence'),
    examples: `
Examples:
  $ arch-advisor search kubernetes
  $ arch-advisor search exactly once --json`,
    load: () => import('./commands/search.ts'),
  },
  {
    name: 'compare',
    group: 'Look things up:',
    summary: 'compare patterns or products side by side',
    description:
      'Compares patterns quality by quality. With answers it also says which one is ahead for your system, by how many points, how certain that is, and why.',
    arguments: [
      ['<pattern>', 'a pattern or product'],
      ['<others...>', 'one to three more'],
    ],
    picks: 'pattern',
    withOptions: (command) =>
      withAnswerOptions(command.option('--full', 'print every sentence and every condition')),
    examples: `
Examples:
  $ arch-advisor compare sql nosql
  $ arch-advisor compare postgres mongodb
  $ arch-advisor compare sql nosql --answers system.yaml
  $ arch-advisor compare monolith microservices serverless --profile online-shop`,
    load: () => import('./commands/compare.ts'),
  },
  {
    name: 'check',
    group: 'Write knowledge:',
    summary: 'report problems in pattern documents',
    description:
      'Reports problems in documents, each with its place and a hint. Exits with 1 if there is an error.',
    arguments: [['[files...]', 'documents or folders; by default the knowledge in use']],
    withOptions: withCheckOptions,
    examples: `
In a pipe, each problem takes one line, with its hint below:
  FILE:LINE:COLUMN error|warning MESSAGE (RULE)

Examples:
  $ arch-advisor check docs/patterns/
  $ arch-advisor check docs/patterns/ --all
  $ arch-advisor check saga.md --explain
  $ arch-advisor check saga.md --json
  $ arch-advisor check --audit`,
    load: () => import('./commands/check.ts'),
  },
];

import type { Command } from 'commander';
import type { Context } from './context.ts';
import {
  type CommonOptions,
  gather,
  savePath,
  withAnswerOptions,
  withCheckOptions,
  withCommonOptions,
  withDetailOptions,
  withInterviewOptions,
  withShowOptions,
  withTopicOptions,
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
    group: 'Advice:',
    summary: 'ask about the system in the terminal, then recommend',
    description:
      'Asks ten to twenty questions about your system, then recommends. Without decisions it first asks what you want to decide. It ends once the picks are likely enough, and offers to go on until all are settled. What flags or files answer is not asked again. Each answer is kept at once: whatever ends the interview, --resume goes on with it.',
    arguments: [['[decisions...]', 'ask only what these decisions need']],
    withOptions: (command) =>
      withDetailOptions(withAnswerOptions(withTopicOptions(withInterviewOptions(command)))),
    examples: `
Examples:
  $ arch-advisor ask
  $ arch-advisor ask database
  $ arch-advisor ask database caching --profile online-shop
  $ arch-advisor ask --thorough
  $ arch-advisor ask --answers system.yaml --save system.yaml --review
  $ arch-advisor ask --resume

Keys: arrows or a number point, Enter chooses, space picks one of several,
? why and help, u don't know, b back, e edit an answer, n note, s status,
f finish, q save and quit.`,
    load: () => import('./commands/ask.ts'),
  },
  {
    name: 'recommend',
    group: 'Advice:',
    summary: 'recommend from flags and files, without asking',
    description:
      'Recommends an alternative for each decision: the main ones in a summary, those that are named at length. What is not answered stays unknown. Answers come from --set, else from --answers, else from --profile.',
    arguments: [['[decisions...]', 'only these decisions, at length']],
    withOptions: (command) =>
      withDetailOptions(
        withAnswerOptions(command.option('--finer', 'print the finer decisions as well')),
      ),
    examples: `
Examples:
  $ arch-advisor recommend --profile payments-ledger
  $ arch-advisor recommend database --set data=relational,ranges --set writes=800
  $ arch-advisor recommend --answers system.yaml --pin database=sql --json
  $ cat system.yaml | arch-advisor recommend --answers - --strict`,
    load: () => import('./commands/recommend.ts'),
  },
  {
    name: 'next',
    group: 'Advice:',
    summary: 'print the one next question, for other interfaces and for agents',
    description:
      'Prints the one question that `ask` would ask next: its choices, why it is asked, what each choice would change, and how the decisions stand. What is answered is not asked again, `unknown` included. Where nothing is left to ask, the question is null and the exit code is 0 as well.',
    arguments: [['[decisions...]', 'ask only what these decisions need']],
    withOptions: (command) => withAnswerOptions(withTopicOptions(command)),
    examples: `
An answer goes below \`answers:\` of the file: the id of a choice, a list of ids where the question takes several,
a number where its choices are ranges, or unknown.

Examples:
  $ arch-advisor next database --set data=relational
  $ arch-advisor next --answers system.yaml --json
  $ cat system.yaml | arch-advisor next --answers - --quick=90 --json`,
    load: () => import('./commands/next.ts'),
  },
  {
    name: 'batch',
    group: 'Advice:',
    summary: 'advise on many systems, one per line',
    description:
      'Reads one JSON object per line and prints one per line, in the same order. A line that is wrong becomes an error object, and the rest goes on; the exit code is then 1. Blank lines are skipped, but counted in line numbers. --set and --pin lie over each line; --answers and --profile lie under it.',
    arguments: [['[files...]', 'files of JSON lines; - or none is standard input']],
    withOptions: (command) =>
      withAnswerOptions(
        command
          .option('--only <decision>', 'only this decision (repeatable)', gather)
          .addOption(
            command
              .createOption('--full', 'print the whole advice on each system')
              .conflicts('summary'),
          )
          .option('--summary', 'instead of lines, count at the end what came of them'),
      ),
    examples: `
A line in:   {"id": "shop", "answers": {"teams": "one"}, "pins": {"database": "sql"}}
             also with system, scope, knowledge and notes, as in an answer file
A line out:  {"id": "shop", "decisions": [{"id", "status", "recommended", "dependsOn"}]}
             or {"id": "shop", "error": {"line", "message", "hint"}}; with several files
             the error also names the file

Examples:
  $ arch-advisor batch systems.jsonl > picks.jsonl
  $ cat systems.jsonl | arch-advisor batch --only database --set teams=one
  $ arch-advisor batch north.jsonl south.jsonl --summary`,
    load: () => import('./commands/batch.ts'),
  },
  {
    name: 'explain',
    group: 'Questioning it:',
    summary: 'explain picks: the sum, what settles it, what it depends on',
    description:
      'Explains picks against their runner-up: every point with its sentence, the answers that settle a pick on their own, the sentences about which sources disagree and on which it depends, and what it costs.',
    arguments: [['[decisions...]', 'only these decisions; without any, those that answers move']],
    withOptions: (command) =>
      withAnswerOptions(
        command
          .option('--over <alternative>', 'set the pick of one decision against this alternative')
          .option('--full', 'every alternative, with every sentence'),
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
    group: 'Questioning it:',
    summary: 'list which changed answers would change a pick',
    description:
      'Lists the smallest sets of changed answers, up to three, that would change a pick, the most realistic first. An answer to an open question counts as a change.',
    arguments: [['<decisions...>', 'the decisions']],
    picks: 'decision',
    withOptions: (command) =>
      withAnswerOptions(
        command
          .option('--to <alternative>', 'only what makes this alternative the pick')
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
    group: 'Questioning it:',
    summary: 'say which picks differ between two answer files, and what moved them',
    description:
      'Compares the advice on two answer files, on one with changed answers, or on one under an older knowledge base: which picks differ, and which answer or which line of which document moved each.',
    arguments: [
      ['<old>', 'an answer file, - is standard input'],
      ['[new]', 'another one; without it, the same one'],
    ],
    withOptions: (command) =>
      withCommonOptions(
        command
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
          ),
      ),
    examples: `
Examples:
  $ arch-advisor diff last-year.yaml this-year.yaml
  $ arch-advisor diff system.yaml --set writes=20000 --set staleness=seconds
  $ arch-advisor diff system.yaml --from-knowledge ../knowledge-1.0/ --json`,
    load: () => import('./commands/diff.ts'),
  },
  {
    name: 'merge',
    group: 'Questioning it:',
    summary: 'compare the answers of several people',
    description:
      'Shows where several people answer differently about one system, and whether that matters to any pick. What nobody contradicts is the common ground; --set settles a difference.',
    arguments: [['<files...>', 'two or more answer files; one may be -, standard input']],
    withOptions: (command) =>
      withAnswerOptions(
        command
          .option('-o, --save <file>', 'write the common ground as an answer file', savePath)
          .option('--full', 'list finer decisions too'),
      ),
    examples: `
Examples:
  $ arch-advisor merge ana.yaml ben.yaml carla.yaml
  $ arch-advisor merge answers/*.yaml --set staleness=never --save agreed.yaml
  $ arch-advisor merge ana.yaml ben.yaml --json`,
    load: () => import('./commands/merge.ts'),
  },
  {
    name: 'show',
    group: 'Reading:',
    summary: 'show a pattern, decision, question, quality, product or profile',
    description:
      'Shows what there is to know about one thing: a pattern with its trade-offs, what a product stands for, what a decision, a question or a quality is about.',
    arguments: [
      ['<name...>', 'its name, id or alias; a kind before it, such as question, if needed'],
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
    group: 'Reading:',
    summary: 'list patterns, decisions, questions, qualities or profiles',
    description:
      'Lists what can be named, with its ids: questions with every choice and its numbers, patterns by decision. Without a kind it says how much there is.',
    arguments: [['[kind]', 'patterns, decisions, questions, qualities or profiles']],
    withOptions: withCommonOptions,
    examples: `
Examples:
  $ arch-advisor list questions
  $ arch-advisor list patterns --json`,
    load: () => import('./commands/list.ts'),
  },
  {
    name: 'search',
    group: 'Reading:',
    summary: 'search the documents, best matches first',
    description:
      'Searches everything that is known for words, in any form and spelling: patterns, decisions, questions, qualities and products. Exits with 1 if nothing mentions them.',
    arguments: [['<words...>', 'what to search for']],
    withOptions: (command) =>
      withCommonOptions(command.option('--full', 'every match and every sentence')),
    examples: `
Examples:
  $ arch-advisor search kubernetes
  $ arch-advisor search exactly once --json`,
    load: () => import('./commands/search.ts'),
  },
  {
    name: 'compare',
    group: 'Reading:',
    summary: 'put patterns side by side',
    description:
      'Puts patterns side by side, quality by quality. With answers it ends with which is ahead for your system, by how many points, how surely and why.',
    arguments: [
      ['<pattern>', 'its name, id or alias, or a product'],
      ['<others...>', 'one to three more'],
    ],
    picks: 'pattern',
    withOptions: (command) =>
      withAnswerOptions(command.option('--full', 'every sentence and every condition')),
    examples: `
Examples:
  $ arch-advisor compare sql nosql
  $ arch-advisor compare postgres mongodb
  $ arch-advisor compare sql nosql --answers system.yaml
  $ arch-advisor compare monolith modular-monolith microservices --profile online-shop`,
    load: () => import('./commands/compare.ts'),
  },
  {
    name: 'check',
    group: 'Writing knowledge:',
    summary: 'report what is wrong in pattern documents',
    description:
      'Reports what is wrong in documents, with a place and a hint; exits with 1 if something is an error.',
    arguments: [['[files...]', 'documents or folders; without any, the knowledge in use']],
    withOptions: withCheckOptions,
    examples: `
A pipe gets every problem in a line of its own, with its hint below:
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

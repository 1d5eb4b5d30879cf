import type { NotCovered } from '../../model/advice.ts';
import type { LineOutcome } from '../../model/batch.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import { outcomeLine } from '../../report/batch/outcome-line.ts';
import { json } from '../../report/json.ts';
import { namesIn } from '../../report/words/names.ts';
import { count } from '../../report/words/numbers.ts';
import { answersInUse } from '../answers/answers-in-use.ts';
import { type Bug, type Layers, lineAnswerer } from '../batch/answer-line.ts';
import { answerNotes } from '../batch/answer-notes.ts';
import { batchProgress } from '../batch/batch-progress.ts';
import { type LineInput, lineInputs } from '../batch/inputs.ts';
import type { Line } from '../batch/json-lines.ts';
import { isBlank } from '../batch/read-line.ts';
import { runLines } from '../batch/run-lines.ts';
import { batchTally, oldIdCount } from '../batch/tally.ts';
import { BUG, bugText } from '../bug.ts';
import type { Context } from '../context.ts';
import { knowledgeToDecide } from '../knowledge-in-use.ts';
import { decisionsNamed } from '../names/decisions-named.ts';
import type { AnswerOptions } from '../options.ts';
import { stopOn } from '../terminal/stop.ts';

export interface BatchOptions extends AnswerOptions {
  readonly files: readonly string[];
  readonly only: readonly string[];
  readonly full?: boolean;
  readonly summary?: boolean;
}

/** Advises on many systems, a line each; 1 where a line failed, 70 where the program did. */
export async function run(given: BatchOptions, context: Context): Promise<number> {
  const inputs = await lineInputs(given, context);
  const knowledge = await knowledgeToDecide(given, context);
  const options = { ...given, only: await decisionsNamed(given.only, knowledge, context) };
  const layers = await layersFrom(options, knowledge, context);
  const oldIds = oldIdCount();
  const { full: isFull = false, only } = options;
  const done: Done = { lines: 0, failed: 0 };
  const notes = answerNotes();
  const result = options.summary ? summing(options, knowledge, context) : printing;
  const outcomeOf = lineAnswerer({
    ...{ knowledge, layers, isFull, only, onOldIds: oldIds.add },
    onContradiction: notes.contradiction,
    onNotCovered: (limits) => {
      notes.notCovered();
      result.notCovered(limits);
    },
    onBug: (bug) => {
      done.bug ??= bug;
    },
  });
  const fileOf = ({ name }: LineInput) => (inputs.length > 1 ? name : undefined);
  const textOf = (line: Line, input: LineInput) => {
    if (isBlank(line)) return '';
    const outcome = outcomeOf(line, fileOf(input));
    done.lines += 1;
    if (outcome.kind === 'error') done.failed += 1;
    return result.textOf(outcome);
  };
  const exitCode = await untilStopped({ inputs, textOf, done, options }, context);
  if (exitCode === 0) return 0;
  context.print(await result.end());
  oldIds.remark(context);
  notes.remark(context, options.summary === true);
  return remarkEnding({ ...done, exitCode }, context);
}

/** Reads the answer options. Throws a `UserError`. */
async function layersFrom(
  options: AnswerOptions,
  knowledge: KnowledgeBase,
  context: Context,
): Promise<Layers> {
  const under = await answersInUse(options, knowledge, context, ['profile', 'file']);
  const over = await answersInUse(options, knowledge, context, ['flags']);
  return { under, over };
}

/** How each outcome is printed, and what is printed at the end. */
interface Result {
  readonly textOf: (outcome: LineOutcome) => string;
  readonly notCovered: (limits: readonly NotCovered[]) => void;
  readonly end: () => string | Promise<string>;
}

const printing: Result = { textOf: outcomeLine, notCovered: () => undefined, end: () => '' };

function summing(options: BatchOptions, knowledge: KnowledgeBase, { style }: Context): Result {
  const tally = batchTally(knowledge, options.only);
  const view = { names: namesIn(knowledge), style };
  return {
    textOf: (outcome) => {
      if (outcome.kind === 'error') tally.fail(outcome.error);
      if (outcome.kind === 'verdicts') tally.count(outcome.decisions);
      return '';
    },
    notCovered: tally.goesBeyond,
    end: async () => {
      if (options.json) return json(tally.summary());
      const { batchSummaryText } = await import('../../report/batch/batch-summary-text.ts');
      return batchSummaryText(tally.summary(), view);
    },
  };
}

interface Run {
  readonly inputs: readonly LineInput[];
  readonly textOf: (line: Line, input: LineInput) => string;
  readonly done: { readonly lines: number };
  readonly options: BatchOptions;
}

/** Runs through all lines; the exit code of what stopped it early, 0 if the reader has closed the pipe. */
async function untilStopped(
  { inputs, textOf, done, options }: Run,
  context: Context,
): Promise<number | undefined> {
  const { stdout } = context;
  const isAlone = options.summary === true || !stdout.isTTY;
  const progress = await batchProgress(totalOf(inputs), context, isAlone);
  const stop = stopOn(stdout);
  const onProgress = (bytes: number) => progress.show({ bytes, lines: done.lines });
  try {
    await runLines({ inputs, textOf, output: stdout, stop, onProgress });
    return stop.exitCode();
  } finally {
    progress.stop();
    stop.release();
  }
}

/** Bytes; undefined if one input has no size. */
function totalOf(inputs: readonly LineInput[]): number | undefined {
  return inputs.reduce<number | undefined>(
    (sum, { size }) => (sum === undefined || size === undefined ? undefined : sum + size),
    0,
  );
}

/** The progress of a run. */
interface Done {
  lines: number;
  failed: number;
  /** The first one found. */
  bug?: Bug;
}

interface Ending extends Readonly<Done> {
  readonly exitCode: number | undefined;
}

/** Reports on standard error how it ended, if not everything succeeded. */
function remarkEnding({ lines, failed, bug, exitCode }: Ending, { remark }: Context): number {
  if (failed > 0) remark(`${failed} of ${count(lines, 'line')} failed\n`);
  if (exitCode !== undefined) remark(`Interrupted after ${count(lines, 'line')}\n`);
  if (bug !== undefined) remark(`Line ${bug.line}: ${bugText(bug.error)}`);
  if (exitCode !== undefined) return exitCode;
  if (bug !== undefined) return BUG;
  return failed > 0 ? 1 : 0;
}

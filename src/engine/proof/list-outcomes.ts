import { OPEN, type Sheet } from './codes.ts';
import { countsIn } from './conditions.ts';
import type { Contest } from './dense-decision.ts';
import type { DenseColumn, Interaction } from './dense-table.ts';
import { addColumn, addInteraction, type Final, narrowed } from './final.ts';
import type { Kinds } from './kinds.ts';
import type { Line } from './lines.ts';
import { winnersAmong } from './winners.ts';
import { outcomeBy } from './world.ts';

/** A line with some answers, and the kinds of answers that are still open. */
export interface Scene {
  readonly line: Line;
  readonly sheet: Sheet;
  readonly kinds: readonly Kinds[];
}

export function sizeOf(kinds: readonly Kinds[]): number {
  return kinds.reduce((size, { codes }) => size * codes.length, 1);
}

/** The outcome of each completion; the last question varies fastest. */
export function listOutcomes({ line, sheet, kinds }: Scene): number[] {
  const order = kinds.map(({ question }) => question);
  const runs = line.flatMap(({ contests }) => contests.map((each) => runOf(each, sheet, order)));
  const totals = new Map(runs.map((run) => [run.contest, run]));
  const full = sheet.slice();
  const outcomes: number[] = [];
  const winnersOf = (contest: Contest) => {
    const run = totals.get(contest);
    if (run === undefined) return 0;
    const { known = [], out = 0 } = run.finals[kinds.length] ?? {};
    return winnersAmong(contest, { values: known, at: 0, out });
  };
  const visit = (depth: number) => {
    const kind = kinds[depth];
    if (kind === undefined) {
      outcomes.push(outcomeBy(line, full, winnersOf));
      return;
    }
    for (const code of kind.codes) {
      full[kind.question] = code;
      for (const run of runs) advance(run, depth, full);
      visit(depth + 1);
    }
    full[kind.question] = OPEN;
  };
  visit(0);
  return outcomes;
}

/** A contest whose values are added up question by question; what stands at a depth holds for the questions before it. */
interface Run {
  readonly contest: Contest;
  readonly finals: readonly Final[];
  /** What the answer at each depth does, and which interactions it is the last question of. */
  readonly steps: readonly Step[];
}

interface Step {
  readonly question: number;
  readonly columnOf: ((code: number) => DenseColumn) | undefined;
  readonly interactions: readonly Interaction[];
}

function runOf(contest: Contest, sheet: Sheet, order: readonly number[]): Run {
  const { base, out, questions, interactions } = narrowed(contest.table, sheet);
  const steps = order.map((question, depth) => ({
    question,
    columnOf: questions.find((each) => each.question === question)?.columnOf,
    interactions: interactions.filter((each) => lastOf(each, order) === depth),
  }));
  const finals = [0, ...order].map(() => ({ known: base.slice(), out }));
  return { contest, finals, steps };
}

/** The depth at which its last question is answered. */
function lastOf({ anyOf }: Interaction, order: readonly number[]): number {
  return Math.max(...anyOf.flat().map(({ question }) => order.indexOf(question)));
}

function advance({ finals, steps }: Run, depth: number, sheet: Sheet): void {
  const [before, after, step] = [finals[depth], finals[depth + 1], steps[depth]];
  if (before === undefined || after === undefined || step === undefined) return;
  for (let index = 0; index < after.known.length; index += 1) {
    after.known[index] = before.known[index] ?? 0;
  }
  after.out = before.out;
  if (step.columnOf) addColumn(after, step.columnOf(sheet[step.question] ?? OPEN));
  for (const interaction of step.interactions) {
    if (countsIn(interaction, sheet)) addInteraction(after, interaction);
  }
}

import { type Compiled, type CompiledDecision, withParents } from '../compiled.ts';
import type { DecisionTable } from '../decision-table.ts';
import type { Axis } from './completion.ts';
import { type Completion, completer, type Digits, picksIn } from './completion.ts';
import type { Dice } from './dice.ts';
import { triedAnswers } from './tried-answers.ts';

/** All decisions with nothing answered, ready to be asked for one completion after another. */
export interface Stage {
  readonly compiled: Compiled;
  readonly axes: readonly Axis[];
  /** For each axis the digit of an answer, by its choices joined with commas. */
  readonly digitOf: readonly ReadonlyMap<string, number>[];
  /** Each table of each decision. */
  readonly scenes: readonly Scene[];
  readonly complete: (digits: Digits) => Completion;
  readonly dice: Dice;
}

export function stageOf(compiled: Compiled, dice: Dice): Stage {
  const chain = [...compiled.decisions.values()];
  const tables = chain.flatMap((each) => each.tables);
  const { questions } = compiled.knowledge;
  const axes = [...questions.values()].map((question) => ({
    question: question.id,
    classes: triedAnswers(question).map((choices) => ({
      choices,
      count: 1,
      columns: tables.map((table) => table.questions.get(question.id)?.columnOf(choices)),
    })),
  }));
  const complete = completer({ sight: { chain, tables, questions }, axes, answers: new Map() });
  const digitOf = axes.map(
    ({ classes }) => new Map(classes.map(({ choices }, digit) => [choices.join(), digit])),
  );
  return { compiled, axes, digitOf, scenes: scenesOf(compiled, axes), complete, dice };
}

/** One table of a decision: the decision itself, or one technique of it, with what it hangs on. */
export interface Scene {
  readonly decision: CompiledDecision;
  readonly table: DecisionTable;
  /** What it hangs on, itself last. */
  readonly chain: readonly CompiledDecision[];
  /** The axes that can change its outcome, by index. */
  readonly axes: readonly number[];
}

function scenesOf(compiled: Compiled, axes: readonly Axis[]): Scene[] {
  return [...compiled.decisions.values()].flatMap((decision) => {
    const chain = withParents(decision.decision.id, compiled.decisions);
    const parents = chain.slice(0, -1);
    return decision.tables.map((table) => {
      const own = { ...decision, tables: [table] };
      const tables = [...parents, own].flatMap((each) => each.tables);
      const subjects = new Set([
        ...tables.flatMap(({ questions }) => [...questions.keys()]),
        ...chain.flatMap(({ appliesWhen }) => appliesWhen.flat().map(({ question }) => question)),
      ]);
      const touching = axes.flatMap(({ question }, index) =>
        subjects.has(question) ? [index] : [],
      );
      return { decision, table, chain: [...parents, own], axes: touching };
    });
  });
}

/** Answers to all questions at random. */
export function randomDigits({ axes, dice }: Stage): number[] {
  return axes.map(({ classes }) => dice(classes.length));
}

/** What a scene comes to: the winners joined, or undefined where it does not apply. */
export function outcomeIn({ chain, decision }: Scene, completion: Completion): string | undefined {
  return picksIn(chain, new Map(), completion).get(decision.decision.id)?.join('|');
}

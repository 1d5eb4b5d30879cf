import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type JudgedTable, picksAmong } from '../decide/judge-table.ts';
import { winnersUnder } from '../decide/pairs.ts';
import type { Residual } from '../decide/residual.ts';
import { size } from '../table/masks.ts';
import type { ChoiceChanges } from './choice-changes.ts';

/** What random completions of a table show. */
export interface Shown {
  /** The picks that came about. */
  readonly outcomes: ReadonlySet<number>;
  /** The part of them in which several alternatives won. */
  readonly ties: number;
}

/** What is tried with random completions. */
export interface Trials {
  readonly draws: number;
  /** By level; tried in every fifth completion. */
  readonly changes: readonly (readonly ChoiceChanges[])[];
  /** Takes the changes of a level that change the winners. */
  readonly see: (level: number, changes: readonly ChoiceChanges[]) => void;
}

const SEED = 20_261_123;

/** Draws completions, every legal one equally likely, and the same ones in each run. */
export function shownAtRandom(
  { residual, status, picks }: JudgedTable,
  { draws, changes, see }: Trials,
): Shown {
  if (status !== 'open') return { outcomes: new Set([picks]), ties: Number(status === 'tied') };
  const generator = xoroshiro128plus(SEED);
  const classes = residual.levels.map((level) =>
    level.classes.flatMap(({ weight }, index) => new Array<number>(weight).fill(index)),
  );
  const outcomes = new Set<number>();
  let [ties, left] = [0, changes];
  for (let count = 0; count < draws; count += 1) {
    const answers = classes.map((all) => all[uniformInt(generator, 0, all.length - 1)] ?? 0);
    const winners = winnersUnder(residual, answers);
    outcomes.add(picksAmong(residual, winners));
    if (size(winners) > 1) ties += 1;
    if (count % 5 !== 0) continue;
    left = left.map((own, level) => {
      const moving = own.filter(movingAt(level, answers, residual));
      see(level, moving);
      return own.filter((each) => !moving.includes(each));
    });
  }
  return { outcomes, ties: ties / Math.max(1, draws) };
}

/** Says whether a change of one answer changes the winners, all other answers staying. */
function movingAt(level: number, answers: readonly number[], residual: Residual) {
  const known = new Map<number, number>();
  const winnersAt = (answer: number) => {
    const winners = known.get(answer) ?? winnersUnder(residual, answers.with(level, answer));
    known.set(answer, winners);
    return winners;
  };
  return ({ pairs }: ChoiceChanges) => pairs.some(([a, b]) => winnersAt(a) !== winnersAt(b));
}

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type Board, boardOf } from './board.ts';
import { type Codes, OPEN, type Sheet } from './codes.ts';
import type { Dense } from './dense.ts';
import type { Line } from './lines.ts';
import { randomAnswer } from './random-answer.ts';

/** Decisions to be judged together, in their order: each with what it hangs on before it. */
export interface Docket {
  readonly dense: Dense;
  readonly lines: readonly Line[];
  /** The contests of all of them, in the same order. */
  readonly board: Board;
  /** The seat of the first contest of each line. */
  readonly seats: readonly number[];
  /** Complete answers at random, always the same: they show what varies. */
  readonly samples: readonly Sheet[];
}

const SAMPLES = 8;
const SEED = 1;

export function docketOf(dense: Dense, lines: readonly Line[]): Docket {
  const contests = lines.map((line) => line.at(-1)?.contests ?? []);
  const seats = contests.map((_, index) => contests.slice(0, index).flat().length);
  return { dense, lines, board: boardOf(contests.flat()), seats, samples: samplesOf(dense.codes) };
}

function samplesOf(codes: Codes): Sheet[] {
  const generator = xoroshiro128plus(SEED);
  const dice = (end: number) => uniformInt(generator, 0, end - 1);
  return Array.from({ length: SAMPLES }, () =>
    Int32Array.from(codes.questions, (question, index) =>
      codes.codeOf(index, randomAnswer(question, dice)),
    ),
  );
}

/** The answers given, completed by a sample. */
export function completedBy(sample: Sheet, sheet: Sheet): Sheet {
  return sheet.map((code, question) => (code === OPEN ? (sample[question] ?? OPEN) : code));
}

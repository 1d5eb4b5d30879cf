import { type Board, boardOf } from './board.ts';
import type { Dense } from './dense.ts';
import type { Line } from './lines.ts';

/** Decisions to be judged together, in their order: each with what it hangs on before it. */
export interface Docket {
  readonly dense: Dense;
  readonly lines: readonly Line[];
  /** The contests of all of them, in the same order. */
  readonly board: Board;
  /** The seat of the first contest of each line. */
  readonly seats: readonly number[];
}

export function docketOf(dense: Dense, lines: readonly Line[]): Docket {
  const contests = lines.map((line) => line.at(-1)?.contests ?? []);
  const seats = contests.map((_, index) => contests.slice(0, index).flat().length);
  return { dense, lines, board: boardOf(contests.flat()), seats };
}

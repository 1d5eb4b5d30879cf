import { type Board, boardOf } from './board.ts';
import type { Contest } from './dense-decision.ts';

const boards = new WeakMap<Contest, Board>();

/** The contest alone on a board. */
export function boardFor(contest: Contest): Board {
  const board = boards.get(contest) ?? boardOf([contest]);
  boards.set(contest, board);
  return board;
}

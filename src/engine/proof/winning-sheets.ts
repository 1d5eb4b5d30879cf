import type { Board } from './board.ts';
import type { Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import { has } from './dense-table.ts';
import type { Reading } from './reading.ts';
import { restOf } from './rest.ts';
import { championed, type Found, type Winning, winningSheet } from './winning.ts';

/** By the alternatives of a contest that are in the race. */
export interface WinningSheets {
  /** The answers that do best for each, whether it wins with them or not. */
  readonly champions: (contest: Contest, racers: number) => ReadonlyMap<number, Found>;
  /** Answers under which each wins. */
  readonly all: (contest: Contest, racers: number) => ReadonlyMap<number, Winning>;
}

/** Each is looked for once, when it is first needed, in a contest that was read with the sheet. */
export function winningSheets(readings: readonly Reading[], sheet: Sheet): WinningSheets {
  const boardOf = onceFor((contest) => {
    const reading = readings.find((each) => each.contest === contest);
    if (reading === undefined) throw new Error('The contest was not read');
    return restOf(reading, sheet);
  });
  const forEach = <T>(find: (board: Board, alternative: number, sheet: Sheet) => T) =>
    onceFor((contest, racers) => {
      const board = boardOf(contest, racers);
      const found = new Map<number, T>();
      for (let index = 0; index < contest.table.width; index += 1) {
        if (has(racers, index)) found.set(index, find(board, index, sheet));
      }
      return found;
    });
  return { champions: forEach(championed), all: forEach(winningSheet) };
}

/** Remembers what was found for a contest; its racers are the same each time. */
function onceFor<T>(find: (contest: Contest, racers: number) => T) {
  const known = new Map<Contest, T>();
  return (contest: Contest, racers: number): T => {
    const before = known.get(contest);
    if (before !== undefined) return before;
    const found = find(contest, racers);
    known.set(contest, found);
    return found;
  };
}

import type { Earlier } from './applies.ts';
import type { Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import { has } from './dense-table.ts';
import type { Judged } from './judged.ts';
import type { Line } from './lines.ts';
import { type Found, type Winning, winningSheet } from './winning.ts';
import { bitsOf } from './world.ts';

/** For the alternatives of a contest that are in the race, answers under which they win. */
export type WinningSheets = (contest: Contest, racers: number) => ReadonlyMap<number, Winning>;

/** Each is looked for once, when it is first needed. */
export function winningSheets(sheet: Sheet): WinningSheets {
  const known = new Map<Contest, ReadonlyMap<number, Winning>>();
  return (contest, racers) => {
    const own = known.get(contest) ?? allWinning(contest, racers, sheet);
    known.set(contest, own);
    return own;
  };
}

function allWinning(contest: Contest, racers: number, sheet: Sheet): Map<number, Winning> {
  const indexes = contest.table.alternatives.map((_, index) => index);
  return new Map(
    indexes
      .filter((index) => has(racers, index))
      .map((index) => [index, winningSheet(contest, index, sheet)]),
  );
}

/** What is known of the decisions before a line's last one, without the picks that cannot win after all. */
export function withoutLosers(line: Line, earlier: Earlier, winning: WinningSheets): Earlier {
  return {
    get: (index) => {
      const judged = earlier.get(index);
      const stop = line.find(({ decision }) => decision.index === index);
      const [contest] = stop?.contests ?? [];
      if (judged?.status !== 'open' || contest === undefined) return judged;
      return stop?.isPinned || contest.several ? judged : withoutLosersIn(judged, contest, winning);
    },
  };
}

function withoutLosersIn(judged: Judged, contest: Contest, winning: WinningSheets): Judged {
  let losers = 0;
  for (const [index, sheet] of winning(contest, judged.contests[0]?.racers ?? 0)) {
    if (sheet === 'never') losers |= 1 << index;
  }
  return losers === 0 ? judged : { ...judged, may: judged.may & ~bitsOf(losers, contest.bits) };
}

/** Completions of a contest under which the alternatives that may be picked win. */
function foundFor(contest: Contest, racers: number, winning: WinningSheets): Found[] {
  return [...winning(contest, racers).values()].filter(
    (each): each is Found => each !== undefined && each !== 'never',
  );
}

/** Answers under which the alternatives that the earlier decisions of a line may pick win. */
export function directedSheets(line: Line, earlier: Earlier, winning: WinningSheets): Sheet[] {
  return line.slice(0, -1).flatMap(({ decision, contests }) => {
    const judged = earlier.get(decision.index)?.contests ?? [];
    return contests.flatMap((contest, index) =>
      foundFor(contest, judged[index]?.racers ?? 0, winning).map(({ sheet }) => sheet),
    );
  });
}

import type { Earlier } from './applies.ts';
import type { Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import type { Judged } from './judged.ts';
import type { Line } from './lines.ts';
import type { Found } from './winning.ts';
import type { WinningSheets } from './winning-sheets.ts';
import { bitsOf } from './world.ts';

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
  for (const [index, sheet] of winning.all(contest, judged.contests[0]?.racers ?? 0)) {
    if (sheet === 'never') losers |= 1 << index;
  }
  return losers === 0 ? judged : { ...judged, may: judged.may & ~bitsOf(losers, contest.bits) };
}

/** Completions of a contest under which the alternatives that may be picked win. */
function foundFor(contest: Contest, racers: number, winning: WinningSheets): Found[] {
  return [...winning.all(contest, racers).values()].filter(
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

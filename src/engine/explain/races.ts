import type { Contest, Demand } from '../proof/dense-decision.ts';
import { has } from '../proof/dense-table.ts';
import type { Judged } from '../proof/judged.ts';
import type { Line, Stop } from '../proof/lines.ts';

/** What a proof asks: under every completion one of some alternatives leads a rival by at least so much. */
export interface Race {
  readonly contest: Contest;
  /** By their index in the table. */
  readonly own: readonly number[];
  readonly rival: number;
  readonly margin: number;
}

/** Races that have to be won for the last decision of a line to come to what it was judged to; maybe not all of them. */
export function racesIn(line: Line, { applies, contests }: Judged): Race[] {
  const stop = line.at(-1);
  if (stop === undefined || applies === undefined) return [];
  const parents = applies ? racesToApply(line, stop) : racesNotToApply(line, stop);
  const own = stop.contests.map((contest, index) => racesOf(contest, contests[index]?.racers ?? 0));
  return [...parents, ...own.flat()];
}

/** The winners of a contest, as bits of its table, each against every other. */
function racesOf(contest: Contest, winners: number): Race[] {
  const indexes = contest.table.alternatives.map((_, index) => index);
  return indexes
    .filter((own) => has(winners, own))
    .flatMap((own) =>
      indexes
        .filter((rival) => rival !== own)
        .map((rival) => {
          const mayTie = contest.several ? own === 0 : has(winners, rival);
          return { contest, own: [own], rival, margin: mayTie ? 0 : 1 };
        }),
    );
}

/** Where it hangs on a single pick: something that is asked for is as good as all that is not. */
function racesToApply(line: Line, { decision, isPinned }: Stop): Race[] {
  const [demands, ...others] = decision.appliesWhen;
  const asked = others.length === 0 && !isPinned && demands && pickAsked(demands, line);
  // Where more is asked of one pick, two that are tied may have it together.
  if (!asked || asked.lists > 1) return [];
  const { contest, wanted, unwanted } = asked;
  return unwanted.map((rival) => ({ contest, own: wanted, rival, margin: 0 }));
}

/** Something is better than each pick that is asked for. */
function racesNotToApply(line: Line, { decision }: Stop): Race[] {
  return decision.appliesWhen.flatMap((demands) => {
    const asked = pickAsked(demands, line);
    if (asked === undefined) return [];
    const { contest, wanted, unwanted } = asked;
    return wanted.map((rival) => {
      const others = [...unwanted, ...wanted].filter((each) => each !== rival);
      return { contest, own: others, rival, margin: 1 };
    });
  });
}

/** The alternatives of a contest by whether they are what is asked for. */
interface Asked {
  readonly contest: Contest;
  readonly wanted: readonly number[];
  readonly unwanted: readonly number[];
  /** How many lists of alternatives the pick has to share one with. */
  readonly lists: number;
}

/** The only demand, where it is for one pick of a decision that always applies. */
function pickAsked([demand, ...others]: readonly Demand[], line: Line): Asked | undefined {
  if (demand === undefined || 'literal' in demand || others.length > 0) return undefined;
  const parent = line.find(({ decision }) => decision.index === demand.decision);
  const [contest] = parent?.contests ?? [];
  if (parent === undefined || contest === undefined || contest.several) return undefined;
  if (!parent.isPinned && parent.decision.appliesWhen.length > 0) return undefined;
  const isWanted = contest.bits.map((bit) => demand.lists.every((list) => (list & bit) !== 0));
  const indexes = [...contest.bits.keys()];
  return {
    contest,
    wanted: indexes.filter((index) => isWanted[index]),
    unwanted: indexes.filter((index) => !isWanted[index]),
    lists: demand.lists.length,
  };
}

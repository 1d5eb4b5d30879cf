import { remembered } from '../../common/lazy.ts';
import { type Answered, answeredPart } from '../decide/answered.ts';
import { joined, judgeTables, type Situation, winningUnanswered } from '../decide/judge.ts';
import { type JudgedTable, PICKS } from '../decide/judge-table.ts';
import { scoresOf, standingOf } from '../decide/score.ts';
import { membersOf } from '../table/masks.ts';
import type { DecisionEntry } from '../table/tables.ts';

/** Who wins in a decision, were it to apply. */
export type OwnPick = Pick<JudgedTable, 'status' | 'picks'>;

/** The outcomes of decisions independent of other picks; each is computed when first needed. */
export interface OwnPicks {
  /** Under the answers and pins. */
  readonly tablesOf: (index: number) => readonly JudgedTable[];
  readonly pickOf: (index: number) => OwnPick;
  /** The same where some alternatives, as a mask, are held like a pin. */
  readonly tablesHeld: (index: number, mask: number) => readonly JudgedTable[];
  readonly pickHeld: (index: number, mask: number) => OwnPick;
  /** The score of an alternative, given as a bit. */
  readonly scoreOf: (index: number, alternative: number) => number;
  /** The tables of a decision that is not pinned, with the answers put in. */
  readonly answeredOf: (index: number) => readonly Answered[];
}

/** `judged` holds the tables that were judged already. */
export function ownPicks(
  situation: Situation,
  judged: ReadonlyMap<number, readonly JudgedTable[]>,
): OwnPicks {
  const { tables, answers, pins } = situation;
  const entryAt = (index: number): DecisionEntry => {
    const entry = tables.decisions[index];
    if (entry === undefined) throw new Error(`There is no decision ${index}`);
    return entry;
  };
  const tablesOf = remembered((index: number) => {
    const own = judged.get(index) ?? [];
    return own.length > 0 ? own : judgeTables(entryAt(index), situation, PICKS);
  });
  const tablesHeld = rememberedPairs((index, mask) =>
    judgeTables(entryAt(index), { ...situation, pins: new Map([[index, mask]]) }, PICKS),
  );
  const standingAlone = rememberedPairs((index, place) => {
    const table = entryAt(index).pinTables[place]?.();
    return table ? standingOf(answeredPart(table, answers), answers, 0) : 'standing';
  });
  const answeredOf = remembered((index: number) =>
    entryAt(index)
      .tables()
      .map((table) => answeredPart(table, answers)),
  );
  const scoresIn = remembered((index: number) => scoresByBit(entryAt(index), situation));
  return {
    ...{ tablesOf, tablesHeld, answeredOf },
    pickOf: remembered((index: number) => {
      const entry = entryAt(index);
      const own = winningUnanswered(entry, situation) ?? tablesOf(index);
      return joined(entry, own, pins.has(index));
    }),
    pickHeld: rememberedPairs((index, mask) => {
      const each = membersOf(mask).map((place) => standingAlone(index, place));
      if (each.includes('ruled out')) return { status: 'infeasible', picks: 0 };
      if (!each.includes('open')) return { status: 'settled', picks: mask };
      return joined(entryAt(index), tablesHeld(index, mask), true);
    }),
    scoreOf: (index, alternative) => scoresIn(index).get(alternative) ?? 0,
  };
}

function scoresByBit(entry: DecisionEntry, { answers }: Situation): ReadonlyMap<number, number> {
  const scores = new Map<number, number>();
  for (const table of entry.tables()) {
    scoresOf(table, answers).forEach((score, place) => {
      scores.set(table.picks[place] ?? 0, score);
    });
  }
  return scores;
}

function rememberedPairs<V>(make: (one: number, other: number) => V): typeof make {
  const known = remembered((one: number) => remembered((other: number) => make(one, other)));
  return (one, other) => known(one)(other);
}

import type { DecisionAdvice } from '../../model/advice.ts';
import { type Applicability, applicabilityOf, parentsOf } from '../decide/applies.ts';
import { joined, QUICK, type Situation } from '../decide/judge.ts';
import { type JudgedTable, judgeTable, PICKS } from '../decide/judge-table.ts';
import { meets } from '../table/conditions.ts';
import { namesOf } from '../table/masks.ts';
import { type DecisionEntry, decidingTables, type PinMasks } from '../table/tables.ts';

/** What the advice on a decision comes to, without its reasons. */
export type Picked = Pick<
  DecisionAdvice,
  'status' | 'recommended' | 'applies' | 'appliesAsPicked'
>;

/** The picks of decisions by id; each is worked out when it is asked for. */
export type Picks = Pick<ReadonlyMap<string, Picked>, 'get'>;

/**
 * Says what decisions come to under some pins: for searches that ask often. What wins in a decision depends on no pin
 * but its own, and whether it applies only on those of its parents, so both are worked out once for each.
 */
export function picksUnder(situation: Situation): (pins: PinMasks) => Picks {
  const { tables, answers } = situation;
  const { questions } = tables;
  const judgedBefore = new Map<string, readonly JudgedTable[]>();
  const appliesBefore = new Map<string, Applicability>();
  const judgedIn = (entry: DecisionEntry, pins: PinMasks) => {
    const key = `${entry.index}=${pins.get(entry.index)}`;
    return kept(judgedBefore, key, () =>
      decidingTables(entry, pins, tables).map((table) =>
        judgeTable(table, answers, { questions, depth: PICKS }),
      ),
    );
  };
  const entriesOf = (indexes: readonly number[]) =>
    indexes.flatMap((index) => tables.decisions[index] ?? []);
  const applicabilityIn = (entry: DecisionEntry, pins: PinMasks) => {
    const parents = parentsOf(entry, tables, pins);
    const key = [entry.index, ...parents].map((index) => `${index}=${pins.get(index)}`).join();
    return kept(appliesBefore, key, () => {
      const judged = new Map(
        entriesOf(parents).map((parent) => [parent.index, judgedIn(parent, pins)]),
      );
      return applicabilityOf(entry, { tables, answers, pins, judged, calls: QUICK.calls });
    });
  };

  /** By the answers given and the picks that lead now. */
  const appliesAsPicked = (entry: DecisionEntry, pins: PinMasks): boolean => {
    const { applies } = applicabilityIn(entry, pins);
    if (applies !== 'undecided') return applies === 'yes';
    return entry.appliesWhen.some((demands) =>
      demands.every((demand) => {
        if ('slot' in demand) return meets(answers[demand.slot] ?? 0, demand.masks);
        const parent = tables.decisions[demand.decision];
        return (
          parent !== undefined &&
          appliesAsPicked(parent, pins) &&
          meets(joined(parent, judgedIn(parent, pins), pins.has(parent.index)).picks, demand.masks)
        );
      }),
    );
  };

  const pickedIn = (entry: DecisionEntry, pins: PinMasks): Picked => {
    const { applies } = applicabilityIn(entry, pins);
    if (applies === 'no') return { status: 'not-applicable', recommended: [], applies };
    const { status, picks } = joined(entry, judgedIn(entry, pins), pins.has(entry.index));
    const isUndecided = applies === 'undecided';
    return {
      ...{ status, applies },
      recommended: namesOf(picks, entry.alternatives),
      ...(isUndecided && appliesAsPicked(entry, pins) && { appliesAsPicked: true }),
    };
  };

  return (pins) => {
    const found = new Map<string, Picked>();
    return {
      get: (id) => {
        const entry = tables.decisions[tables.indexOf.get(id) ?? -1];
        return entry && kept(found, id, () => pickedIn(entry, pins));
      },
    };
  };
}

function kept<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = make();
  known.set(key, value);
  return value;
}

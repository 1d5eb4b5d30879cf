import type { DecisionAdvice } from '../../model/advice.ts';
import { type Applicability, applicabilityOf, parentsOf } from '../decide/applies.ts';
import { type Judged, joined, judgeTables, QUICK, type Situation } from '../decide/judge.ts';
import { type JudgedTable, PICKS } from '../decide/judge-table.ts';
import { meets } from '../table/conditions.ts';
import { namesOf } from '../table/masks.ts';
import type { DecisionEntry, Demand, PinMasks } from '../table/tables.ts';

/** What the advice on a decision comes to, without its reasons. */
export type Picked = Pick<DecisionAdvice, 'status' | 'recommended' | 'applies' | 'appliesAsPicked'>;

/** The picks of decisions by id; each is worked out when it is asked for. */
export type Picks = Pick<ReadonlyMap<string, Picked>, 'get'>;

/**
 * What was worked out under any pins, by what it depends on: who wins in a decision depends on no pin but its own, and
 * whether it applies only on those of its parents.
 */
interface Known {
  readonly judged: Map<string, readonly JudgedTable[]>;
  readonly applicability: Map<string, Applicability>;
  readonly asPicked: Map<string, boolean>;
}

/** Says what decisions come to under some pins: for searches that ask often. What was judged already is not judged again. */
export function picksUnder(
  situation: Situation,
  judged: Iterable<Judged> = [],
): (pins: PinMasks) => Picks {
  const known: Known = { judged: new Map(), applicability: new Map(), asPicked: new Map() };
  const { decisions, indexOf } = situation.tables;
  for (const { entry, applicability, tables } of judged) {
    known.applicability.set(applicabilityKey(entry, situation), applicability);
    if (tables.length > 0) known.judged.set(pinnedKey(entry.index, situation), tables);
  }
  return (pins) => {
    const found = new Map<string, Picked>();
    return {
      get: (id) => {
        const entry = decisions[indexOf.get(id) ?? -1];
        return entry && kept(found, id, () => pickedIn(entry, { ...situation, pins }, known));
      },
    };
  };
}

function pickedIn(entry: DecisionEntry, situation: Situation, known: Known): Picked {
  const { applies } = applicabilityIn(entry, situation, known);
  if (applies === 'no') return { status: 'not-applicable', recommended: [], applies };
  const isPinned = situation.pins.has(entry.index);
  const { status, picks } = joined(entry, judgedIn(entry, situation, known), isPinned);
  const isAsPicked = applies === 'undecided' && appliesAsPicked(entry, situation, known);
  return {
    ...{ status, applies },
    recommended: namesOf(picks, entry.alternatives),
    ...(isAsPicked && { appliesAsPicked: true }),
  };
}

/** By the answers given and the picks that lead now. */
function appliesAsPicked(entry: DecisionEntry, situation: Situation, known: Known): boolean {
  const { applies } = applicabilityIn(entry, situation, known);
  if (applies !== 'undecided') return applies === 'yes';
  const { tables, answers, pins } = situation;
  const isMet = (demand: Demand): boolean => {
    if ('slot' in demand) return meets(answers[demand.slot] ?? 0, demand.masks);
    const parent = tables.decisions[demand.decision];
    if (parent === undefined || !appliesAsPicked(parent, situation, known)) return false;
    const own = judgedIn(parent, situation, known);
    return meets(joined(parent, own, pins.has(parent.index)).picks, demand.masks);
  };
  return kept(known.asPicked, applicabilityKey(entry, situation), () =>
    entry.appliesWhen.some((demands) => demands.every(isMet)),
  );
}

function judgedIn(
  entry: DecisionEntry,
  situation: Situation,
  { judged }: Known,
): readonly JudgedTable[] {
  return kept(judged, pinnedKey(entry.index, situation), () =>
    judgeTables(entry, situation, PICKS),
  );
}

function pinnedKey(index: number, { pins }: Situation): string {
  return `${index}=${pins.get(index)}`;
}

function applicabilityKey(entry: DecisionEntry, situation: Situation): string {
  const parents = parentsOf(entry, situation.tables, situation.pins);
  return [entry.index, ...parents].map((index) => pinnedKey(index, situation)).join();
}

function applicabilityIn(entry: DecisionEntry, situation: Situation, known: Known): Applicability {
  const { tables, answers, pins } = situation;
  return kept(known.applicability, applicabilityKey(entry, situation), () => {
    const judged = parentsOf(entry, tables, pins)
      .flatMap((index) => tables.decisions[index] ?? [])
      .map((parent) => [parent.index, judgedIn(parent, situation, known)] as const);
    const { calls } = QUICK;
    return applicabilityOf(entry, { tables, answers, pins, judged: new Map(judged), calls });
  });
}

function kept<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = make();
  known.set(key, value);
  return value;
}

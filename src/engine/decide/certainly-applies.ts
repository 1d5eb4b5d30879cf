import { meets, meetsSoFar } from '../table/conditions.ts';
import type { AnswerMasks } from '../table/slots.ts';
import type { DecisionEntry, Demand, PickDemand, PinMasks, Tables } from '../table/tables.ts';
import type { JudgedTable } from './judge-table.ts';

/** What is known of the decisions before one. */
export interface Earlier {
  readonly tables: Tables;
  readonly answers: AnswerMasks;
  readonly pins: PinMasks;
  /** By index: the tables of each decision it depends on, judged as if it applied. */
  readonly judged: ReadonlyMap<number, readonly JudgedTable[]>;
  /** Calls to compile the diagrams of one decision. */
  readonly calls: number;
}

/**
 * Whether a decision applies, as each demand shows by itself: true or false under every completion, undefined if that is
 * not seen so. Most are, once enough is answered, and need no diagram.
 */
export function certainlyApplies(entry: DecisionEntry, earlier: Earlier): boolean | undefined {
  return isAlways(entry, earlier.pins) || appliesIn(entry, { ...earlier, known: new Map() });
}

function isAlways({ index, appliesWhen }: DecisionEntry, pins: PinMasks): boolean {
  return appliesWhen.length === 0 || pins.has(index);
}

/** By decision what is known: many ways may lead to one that others depend on. */
interface Seen extends Earlier {
  readonly known: Map<DecisionEntry, boolean | undefined>;
}

function appliesIn(entry: DecisionEntry, earlier: Seen): boolean | undefined {
  if (isAlways(entry, earlier.pins)) return true;
  const { known } = earlier;
  if (!known.has(entry)) {
    const isHeld = (demands: readonly Demand[]) =>
      every(demands, (demand) => isMet(demand, earlier));
    known.set(entry, some(entry.appliesWhen, isHeld));
  }
  return known.get(entry);
}

function isMet(demand: Demand, earlier: Seen): boolean | undefined {
  if ('slot' in demand) {
    return meetsSoFar(earlier.answers[demand.slot] ?? 0, demand.masks);
  }
  const parent = earlier.tables.decisions[demand.decision];
  if (parent === undefined) return false;
  const applies = appliesIn(parent, earlier);
  return applies === false ? false : both(applies, isPicked(parent, demand, earlier));
}

function isPicked(
  { index, baseline }: DecisionEntry,
  { masks }: PickDemand,
  { judged }: Earlier,
): boolean | undefined {
  const own = judged.get(index) ?? [];
  const [only] = own;
  if (only === undefined) return false;
  if (!only.table.isTechnique) return only.status === 'open' ? undefined : meets(only.picks, masks);
  return every(masks, (mask) => {
    const named = some(own, (each) => ((each.table.picks[1] ?? 0) & mask) !== 0 && isHad(each));
    if ((baseline & mask) === 0 || named !== false) return named;
    const any = some(own, isHad);
    return any === undefined ? undefined : !any;
  });
}

function isHad({ status, picks }: JudgedTable): boolean | undefined {
  return status === 'open' ? undefined : picks !== 0;
}

function both(one: boolean | undefined, other: boolean | undefined): boolean | undefined {
  if (one === false || other === false) return false;
  return one === undefined || other === undefined ? undefined : true;
}

function every<T>(
  items: readonly T[],
  holds: (item: T) => boolean | undefined,
): boolean | undefined {
  let all: boolean | undefined = true;
  for (const item of items) {
    all = both(all, holds(item));
    if (all === false) return false;
  }
  return all;
}

function some<T>(
  items: readonly T[],
  holds: (item: T) => boolean | undefined,
): boolean | undefined {
  let isOpen = false;
  for (const item of items) {
    const each = holds(item);
    if (each === true) return true;
    if (each === undefined) isOpen = true;
  }
  return isOpen ? undefined : false;
}

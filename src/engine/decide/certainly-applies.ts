import { meets } from '../table/conditions.ts';
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
 * Whether a decision applies, as each demand shows by itself: true or false under every completion, undefined where that is
 * not seen so. Most are, once enough is answered, and need no diagram.
 */
export function certainlyApplies(entry: DecisionEntry, earlier: Earlier): boolean | undefined {
  if (entry.appliesWhen.length === 0 || earlier.pins.has(entry.index)) return true;
  return some(entry.appliesWhen, (demands) => every(demands, (demand) => isMet(demand, earlier)));
}

function isMet(demand: Demand, earlier: Earlier): boolean | undefined {
  if ('slot' in demand) {
    const answer = earlier.answers[demand.slot] ?? 0;
    return answer === 0 ? undefined : meets(answer, demand.masks);
  }
  const parent = earlier.tables.decisions[demand.decision];
  if (parent === undefined) return false;
  const applies = certainlyApplies(parent, earlier);
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

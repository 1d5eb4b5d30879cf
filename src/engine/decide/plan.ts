import { largest } from '../../common/lists.ts';
import type { Level, OpenCondition, Residual } from './residual.ts';

/** A residual with its levels in some order, and what is the same wherever one stands on the way through them. */
export interface Plan {
  readonly residual: Residual;
  readonly levels: readonly Level[];
  readonly joined: PlannedConditions;
  /** For each depth, and behind the last, what the levels from there on may rule out. */
  readonly mayFall: readonly number[];
  /** For each depth, and behind the last, the lowest leads of the levels from there on, at a × racers + b. */
  readonly lowest: readonly Int32Array[];
}

/** The joined conditions. */
export interface PlannedConditions {
  readonly conditions: readonly PlannedCondition[];
  /** All conjunctions. */
  readonly all: BitSet;
  /** For each racer the conjunctions of conditions on it. */
  readonly ofRacer: readonly BitSet[];
  /** For each depth the conjunctions with a literal there, each with the place of that literal; nothing without any. */
  readonly tested: readonly (readonly TestedConjunction[])[];
  /** For each depth the conditions with a literal there. */
  readonly touched: readonly (readonly PlannedCondition[])[];
}

/** Stands for an infinite lead, far above any other. */
export const NEVER_TRAILS = 2 ** 30;

/** A condition with its conjunctions, numbered over all conditions. */
export interface PlannedCondition
  extends Pick<OpenCondition, 'alternative' | 'points' | 'rulesOut' | 'negated'> {
  readonly conjunctions: readonly PlannedConjunction[];
}

export interface PlannedConjunction {
  readonly number: number;
  /** Where it is met by level depth; the last one decides that it holds. */
  readonly literals: readonly { readonly depth: number; readonly place: number }[];
  readonly lastDepth: number;
}

interface TestedConjunction {
  readonly conjunction: number;
  readonly place: number;
}

/** `order` holds indexes of levels. */
export function planOf(residual: Residual, order: readonly number[]): Plan {
  const levels: Level[] = [];
  for (const index of order) {
    const level = residual.levels[index];
    if (level) levels.push(level);
  }
  const joined = residual.conditions.length === 0 ? NO_CONDITIONS : conditionsIn(residual, order);
  const { mayFall, lowest } = comingAfter(levels, residual.racers.length);
  return { residual, levels, mayFall, lowest, joined };
}

const NO_CONDITIONS: PlannedConditions = {
  conditions: [],
  all: [],
  ofRacer: [],
  tested: [],
  touched: [],
};

function conditionsIn(residual: Residual, order: readonly number[]): PlannedConditions {
  const conditions = planned(residual.conditions, order);
  const conjunctions = conditions.flatMap((condition) => condition.conjunctions);
  const setOf = (members: readonly PlannedConjunction[]) =>
    bitSetOf(
      members.map(({ number }) => number),
      conjunctions.length,
    );
  const isAt = (depth: number) => (each: PlannedConjunction) =>
    each.literals.some((literal) => literal.depth === depth);
  return {
    conditions,
    all: setOf(conjunctions),
    ofRacer: residual.racers.map((_, racer) =>
      setOf(conditions.flatMap((each) => (each.alternative === racer ? each.conjunctions : []))),
    ),
    tested: order.map((_, depth) =>
      conjunctions.flatMap(({ number, literals }) =>
        literals
          .filter((literal) => literal.depth === depth)
          .map(({ place }) => ({ conjunction: number, place })),
      ),
    ),
    touched: order.map((_, depth) =>
      conditions.filter((condition) => condition.conjunctions.some(isAt(depth))),
    ),
  };
}

function planned(
  conditions: readonly OpenCondition[],
  order: readonly number[],
): PlannedCondition[] {
  let count = 0;
  return conditions.map(({ anyOf, ...condition }) => {
    const conjunctions = anyOf.map((each) => {
      const literals = each.map(({ level, place }) => ({ depth: order.indexOf(level), place }));
      const lastDepth = largest(literals.map(({ depth }) => depth));
      count += 1;
      return { number: count - 1, literals, lastDepth };
    });
    return { ...condition, conjunctions };
  });
}

function comingAfter(levels: readonly Level[], width: number): Pick<Plan, 'mayFall' | 'lowest'> {
  const mayFall = new Array<number>(levels.length + 1).fill(0);
  const lowest = new Array<Int32Array>(levels.length + 1).fill(new Int32Array(width * width));
  for (let depth = levels.length - 1; depth >= 0; depth -= 1) {
    const level = levels[depth];
    if (level === undefined) continue;
    mayFall[depth] = (mayFall[depth + 1] ?? 0) | level.mayRuleOut;
    const sums = Int32Array.from(lowest[depth + 1] ?? []);
    for (let pair = 0; pair < sums.length; pair += 1) {
      sums[pair] = Math.min(NEVER_TRAILS, (sums[pair] ?? 0) + (level.lowest[pair] ?? 0));
    }
    lowest[depth] = sums;
  }
  return { mayFall, lowest };
}

/** A set of whole numbers of any size, as bits of several numbers. */
export type BitSet = readonly number[];

const BITS = 31;

/** The numbers from 0 on that are members. */
function bitSetOf(members: readonly number[], size: number): number[] {
  const bits = new Array<number>(Math.ceil(size / BITS)).fill(0);
  for (const member of members) {
    const word = Math.trunc(member / BITS);
    bits[word] = (bits[word] ?? 0) | (1 << (member % BITS));
  }
  return bits;
}

/** Takes a member out, in place. */
export function removeFrom(bits: number[], member: number): void {
  const word = Math.trunc(member / BITS);
  bits[word] = (bits[word] ?? 0) & ~(1 << (member % BITS));
}

export function isIn(bits: BitSet, member: number): boolean {
  return ((bits[Math.trunc(member / BITS)] ?? 0) & (1 << (member % BITS))) !== 0;
}

/** What several sets of one size have in common with another. */
export function within(bits: BitSet, sets: readonly BitSet[]): BitSet {
  return bits.map((word, index) => {
    let mask = 0;
    for (const set of sets) mask |= set[index] ?? 0;
    return word & mask;
  });
}

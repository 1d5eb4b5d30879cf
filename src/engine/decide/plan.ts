import { type BitSet, bitSetOf } from './bit-set.ts';
import {
  type Level,
  lowestIn,
  type OpenCondition,
  type Residual,
  ruledOutBySome,
} from './residual.ts';

/** A residual with its levels in some order, and what is the same wherever one stands on the way through them. */
export interface Plan {
  readonly residual: Residual;
  readonly levels: readonly Level[];
  readonly conditions: readonly PlannedCondition[];
  /** All conjunctions. */
  readonly all: BitSet;
  /** For each racer the conjunctions of conditions on it. */
  readonly ofRacer: readonly BitSet[];
  /** For each depth the conjunctions with a literal there, each with the place of that literal. */
  readonly tested: readonly (readonly TestedConjunction[])[];
  /** For each depth the conditions with a literal there. */
  readonly touched: readonly (readonly PlannedCondition[])[];
  /** For each depth what the levels from there on may rule out. */
  readonly mayFall: readonly number[];
  /** For each depth the lowest leads of the levels from there on, at a × racers + b. */
  readonly lowest: readonly (readonly number[])[];
}

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
  const levels = order.flatMap((level) => residual.levels[level] ?? []);
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
    ...{ residual, levels, conditions },
    all: setOf(conjunctions),
    ofRacer: residual.racers.map((_, racer) =>
      setOf(conditions.flatMap((each) => (each.alternative === racer ? each.conjunctions : []))),
    ),
    tested: levels.map((_, depth) =>
      conjunctions.flatMap(({ number, literals }) =>
        literals
          .filter((literal) => literal.depth === depth)
          .map(({ place }) => ({ conjunction: number, place })),
      ),
    ),
    touched: levels.map((_, depth) =>
      conditions.filter((condition) => condition.conjunctions.some(isAt(depth))),
    ),
    mayFall: suffixes(levels, 0, (later, level) => later | ruledOutBySome(level)),
    lowest: lowestFrom(levels, residual.racers.length),
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
      const lastDepth = Math.max(...literals.map(({ depth }) => depth));
      count += 1;
      return { number: count - 1, literals, lastDepth };
    });
    return { ...condition, conjunctions };
  });
}

/** For each depth, and behind the last, what all levels from there on come to. */
function suffixes<T>(levels: readonly Level[], end: T, step: (later: T, level: Level) => T): T[] {
  const all = [end];
  for (const level of levels.toReversed()) all.push(step(all.at(-1) ?? end, level));
  return all.reverse();
}

function lowestFrom(levels: readonly Level[], width: number): (readonly number[])[] {
  const none = new Array<number>(width * width).fill(0);
  return suffixes<readonly number[]>(levels, none, (later, level) =>
    later.map((lead, pair) => lead + lowestIn(level, Math.trunc(pair / width), pair % width)),
  );
}

import { firstMembers, has, membersOf } from '../table/masks.ts';
import { type Level, loss, lowestIn, type Residual } from './residual.ts';

/**
 * A point on the way through the levels of a residual, without the leads: what is still in the race and which joined
 * conditions may still hold. There are few of them, so that what depends on nothing else is worked out once.
 */
export interface Context {
  readonly id: number;
  /** Index in `order`; its length at the end. */
  readonly depth: number;
  /** A mask of racers. */
  readonly racers: number;
  /** The racers one by one. */
  readonly members: readonly number[];
  /** The conjunctions that may still hold, as a bit set. */
  readonly alive: readonly number[];
  /** A mask of racers that some completion may rule out. */
  readonly mayFall: number;
  /** The lowest lead still to come of the i-th member over the j-th, at i × members + j, each question at its worst. */
  readonly lowest: readonly number[];
  readonly arcs: () => readonly Arc[];
}

/** Classes of a level that lead to the same context with the same leads. */
export interface Arc {
  /** Indexes in the classes of the level. */
  readonly classes: readonly number[];
  readonly to: Context;
  /** By member of the context it leads to, relative to the first of them: what the answer adds, joined conditions included. */
  readonly added: readonly number[];
}

/** A residual prepared to be walked through in some order of its levels. */
export interface Contexts {
  readonly residual: Residual;
  /** Indexes of levels. */
  readonly order: readonly number[];
  /** The start with some racers. */
  readonly start: (racers: number) => Context;
  /** A context with fewer racers. */
  readonly restricted: (context: Context, racers: number) => Context;
}

export function contextsOf(residual: Residual, order: readonly number[]): Contexts {
  const plan = planOf(residual, order);
  const known = new Map<string, Context>();
  const contextOf = (depth: number, racers: number, alive: readonly number[]): Context => {
    const relevant = plan.aliveAmong(alive, racers);
    const key = `${depth}/${racers}/${relevant.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const context = newContext({ id: known.size, depth, racers, alive: relevant }, plan, contextOf);
    known.set(key, context);
    return context;
  };
  return {
    residual,
    order,
    start: (racers) => contextOf(0, racers, plan.all),
    restricted: ({ depth, alive }, racers) => contextOf(depth, racers, alive),
  };
}

/** What is the same for all contexts. */
interface Plan {
  readonly residual: Residual;
  readonly levels: readonly Level[];
  readonly conditions: readonly PlannedCondition[];
  /** All conjunctions. */
  readonly all: readonly number[];
  /** Those of conditions on some racers. */
  readonly aliveAmong: (alive: readonly number[], racers: number) => readonly number[];
  /** For each depth the conjunctions with a literal there, each with the place of that literal. */
  readonly tested: readonly (readonly { readonly conjunction: number; readonly place: number }[])[];
  /** For each depth the conditions with a literal there. */
  readonly touched: readonly (readonly PlannedCondition[])[];
  /** For each depth what the levels from there on may rule out. */
  readonly mayFall: readonly number[];
  /** For each depth the lowest leads of the levels from there on, at a × racers + b. */
  readonly lowest: readonly (readonly number[])[];
}

/** A condition with its conjunctions, numbered over all conditions. */
interface PlannedCondition {
  readonly alternative: number;
  readonly points: number;
  readonly rulesOut: boolean;
  readonly negated: boolean;
  readonly conjunctions: readonly { readonly number: number; readonly lastDepth: number }[];
}

const BITS = 31;

function planOf(residual: Residual, order: readonly number[]): Plan {
  const depthOf = order.reduce<number[]>((depths, level, depth) => {
    depths[level] = depth;
    return depths;
  }, []);
  const levels = order.flatMap((level) => residual.levels[level] ?? []);
  const tested: { conjunction: number; place: number }[][] = levels.map(() => []);
  let count = 0;
  const conditions = residual.conditions.map((condition): PlannedCondition => {
    const conjunctions = condition.anyOf.map((literals) => {
      const number = count;
      count += 1;
      const depths = literals.map(({ level, place }) => {
        const depth = depthOf[level] ?? 0;
        tested[depth]?.push({ conjunction: number, place });
        return depth;
      });
      return { number, lastDepth: Math.max(...depths) };
    });
    const { alternative, points, rulesOut, negated } = condition;
    return { alternative, points, rulesOut, negated, conjunctions };
  });
  const all = new Array<number>(Math.ceil(count / BITS)).fill(0);
  for (let number = 0; number < count; number += 1) add(all, number);
  const own = residual.racers.map((_, racer) => {
    const bits = all.map(() => 0);
    for (const { alternative, conjunctions } of conditions) {
      if (alternative === racer) for (const each of conjunctions) add(bits, each.number);
    }
    return bits;
  });
  const everyone = firstMembers(residual.racers.length);
  return {
    residual,
    levels,
    conditions,
    all,
    aliveAmong: (alive, racers) => {
      if (alive.length === 0 || racers === everyone) return alive;
      return alive.map((word, index) => {
        let mask = 0;
        for (const racer of membersOf(racers)) mask |= own[racer]?.[index] ?? 0;
        return word & mask;
      });
    },
    tested,
    touched: tested.map((each) =>
      conditions.filter(({ conjunctions }) =>
        conjunctions.some(({ number }) => each.some(({ conjunction }) => conjunction === number)),
      ),
    ),
    mayFall: suffixes(levels, 0, (later, { classes }) =>
      classes.reduce((mask, { ruledOut }) => mask | ruledOut, later),
    ),
    lowest: lowestFrom(levels, residual.racers.length),
  };
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

function add(bits: number[], number: number): void {
  const word = Math.trunc(number / BITS);
  bits[word] = (bits[word] ?? 0) | (1 << (number % BITS));
}

function remove(bits: number[], number: number): void {
  const word = Math.trunc(number / BITS);
  bits[word] = (bits[word] ?? 0) & ~(1 << (number % BITS));
}

function isIn(bits: readonly number[], number: number): boolean {
  return has(bits[Math.trunc(number / BITS)] ?? 0, number % BITS);
}

type Find = (depth: number, racers: number, alive: readonly number[]) => Context;

function newContext(
  own: Pick<Context, 'id' | 'depth' | 'racers' | 'alive'>,
  plan: Plan,
  find: Find,
): Context {
  const members = membersOf(own.racers);
  const open = plan.conditions.filter(
    ({ alternative, conjunctions }) =>
      has(own.racers, alternative) && conjunctions.some(({ number }) => isIn(own.alive, number)),
  );
  let mayFall = (plan.mayFall[own.depth] ?? 0) & own.racers;
  for (const { rulesOut, alternative } of open) if (rulesOut) mayFall |= 1 << alternative;
  const width = plan.residual.racers.length;
  const levels = plan.lowest[own.depth] ?? [];
  const lowest = members.flatMap((a) =>
    members.map((b) => {
      let lead = levels[a * width + b] ?? 0;
      for (const each of open) lead -= loss(each, a, b);
      return lead;
    }),
  );
  let arcs: readonly Arc[] | undefined;
  const context: Context = {
    ...own,
    members,
    mayFall,
    lowest,
    arcs: () => {
      arcs ??= arcsFrom(context, plan, find);
      return arcs;
    },
  };
  return context;
}

function arcsFrom(context: Context, plan: Plan, find: Find): Arc[] {
  const level = plan.levels[context.depth];
  const arcs = new Map<string, { classes: number[]; to: Context; added: readonly number[] }>();
  level?.classes.forEach((_, index) => {
    const { to, points } = stepOver(context, index, { plan, find });
    const first = points[to.members[0] ?? 0] ?? 0;
    const added = to.members.map((member) => (points[member] ?? 0) - first);
    const key = `${to.id}/${added.join()}`;
    const known = arcs.get(key);
    if (known) known.classes.push(index);
    else arcs.set(key, { classes: [index], to, added });
  });
  return [...arcs.values()];
}

/** What one class of answers leads to. */
function stepOver(
  { depth, racers, alive }: Context,
  index: number,
  { plan, find }: { readonly plan: Plan; readonly find: Find },
): { readonly to: Context; readonly points: readonly number[] } {
  const answer = plan.levels[depth]?.classes[index];
  if (answer === undefined) throw new Error('A context without a level has no classes');
  const points = [...answer.points];
  let left = racers & ~answer.ruledOut;
  const next = [...alive];
  for (const { conjunction, place } of plan.tested[depth] ?? []) {
    if (!answer.holds[place]) remove(next, conjunction);
  }
  for (const condition of plan.touched[depth] ?? []) {
    const { conjunctions, negated, alternative, rulesOut } = condition;
    if (!conjunctions.some(({ number }) => isIn(alive, number))) continue;
    const isHeld = conjunctions.some(
      ({ number, lastDepth }) => lastDepth === depth && isIn(next, number),
    );
    const isOver = isHeld || !conjunctions.some(({ number }) => isIn(next, number));
    if (!isOver) continue;
    for (const { number } of conjunctions) remove(next, number);
    if (isHeld === negated) continue;
    points[alternative] = (points[alternative] ?? 0) + condition.points;
    if (rulesOut) left &= ~(1 << alternative);
  }
  return { to: find(depth + 1, left, next), points };
}

import { firstMembers, has, membersOf } from '../table/masks.ts';
import {
  type BitSet,
  isIn,
  type Plan,
  type PlannedCondition,
  planOf,
  removeFrom,
  within,
} from './plan.ts';
import { loseWithConditions } from './race.ts';
import type { LevelClass, Residual } from './residual.ts';

/**
 * A point on the way through the levels of a residual, without the leads: what is still in the race and which joined
 * conditions may still hold. There are few of them, so that what depends on nothing else is worked out once.
 */
export interface Context {
  /** From 0 on. */
  readonly id: number;
  /** Index in `order`; its length at the end. */
  readonly depth: number;
  /** A mask of racers. */
  readonly racers: number;
  /** The racers one by one. */
  readonly members: readonly number[];
  /** A mask of racers that some completion may rule out. */
  readonly mayFall: number;
  /** The lowest lead still to come of the i-th member over the j-th, at i × members + j, each question at its worst. */
  readonly lowest: Int32Array;
  /** Worked out when first asked for. */
  readonly arcs: readonly Arc[];
  /** The same with fewer racers. */
  readonly restrictedTo: (racers: number) => Move;
}

/** From one context to the next, which has the same members or fewer. */
export interface Move {
  readonly to: Context;
  /** For each member of the next context its place among the members before. */
  readonly source: readonly number[];
  /** By member of the next context, relative to the first of them: what the answer adds, joined conditions included. */
  readonly added: readonly number[];
}

/** Classes of a level that lead to the same context with the same leads. */
export interface Arc extends Move {
  /** Indexes in the classes of the level. */
  readonly classes: readonly number[];
}

/** A residual prepared to be walked through in some order of its levels. */
export interface Contexts {
  readonly residual: Residual;
  /** Indexes of levels. */
  readonly order: readonly number[];
  /** The start with some racers. */
  readonly start: (racers: number) => Context;
}

export function contextsOf(residual: Residual, order: readonly number[]): Contexts {
  const plan = planOf(residual, order);
  const known = new Map<number, Context>();
  const aliveOf = aliveSets(plan);
  const find: Find = (depth, racers, bits) => {
    const alive = aliveOf(racers, bits);
    const place = alive.id * (order.length + 1) + depth;
    const key = place * 2 ** residual.racers.length + racers;
    const before = known.get(key);
    if (before !== undefined) return before;
    const context = new PlannedContext({ id: known.size, depth, racers }, alive.bits, {
      plan,
      find,
    });
    known.set(key, context);
    return context;
  };
  return { residual, order, start: (racers) => find(0, racers, plan.joined.all) };
}

/** A context by what tells it apart; conjunctions on other racers do not. */
type Find = (depth: number, racers: number, alive: BitSet) => Context;

/** Conjunctions that may still hold, numbered. */
interface Alive {
  readonly id: number;
  readonly bits: BitSet;
}

/** Says which of some conjunctions are on some racers, as a set that is numbered; equal ones alike. */
function aliveSets({
  residual,
  joined: { all, ofRacer },
}: Plan): (racers: number, bits: BitSet) => Alive {
  const none: Alive = { id: 0, bits: [] };
  if (all.length === 0) return () => none;
  const everyone = firstMembers(residual.racers.length);
  const known = new Map<string, Alive>();
  return (racers, bits) => {
    const own = membersOf(racers).map((racer) => ofRacer[racer] ?? []);
    const relevant = racers === everyone ? bits : within(bits, own);
    const key = relevant.join();
    const alive = known.get(key) ?? { id: known.size, bits: relevant };
    known.set(key, alive);
    return alive;
  };
}

class PlannedContext implements Context {
  readonly id: number;
  readonly depth: number;
  readonly racers: number;
  readonly members: readonly number[];
  readonly mayFall: number;
  readonly lowest: Int32Array;
  readonly #alive: BitSet;
  readonly #way: Way;
  #arcs: readonly Arc[] | undefined;
  /** By mask of racers. */
  readonly #restrictions: Move[] = [];

  constructor(own: Pick<Context, 'id' | 'depth' | 'racers'>, alive: BitSet, way: Way) {
    this.id = own.id;
    this.depth = own.depth;
    this.racers = own.racers;
    this.members = membersOf(own.racers);
    this.#alive = alive;
    this.#way = way;
    const { plan } = way;
    const open = alive.length === 0 ? [] : openConditions(own.racers, alive, plan);
    let mayFall = (plan.mayFall[own.depth] ?? 0) & own.racers;
    for (const { rulesOut, alternative } of open) if (rulesOut) mayFall |= 1 << alternative;
    this.mayFall = mayFall;
    this.lowest = lowestAmong(this, open, plan);
  }

  get arcs(): readonly Arc[] {
    this.#arcs ??= arcsFrom(this, this.#alive, this.#way);
    return this.#arcs;
  }

  restrictedTo(racers: number): Move {
    const known = this.#restrictions[racers];
    if (known !== undefined) return known;
    const move = moveTo(this.#way.find(this.depth, racers, this.#alive), this);
    this.#restrictions[racers] = move;
    return move;
  }
}

/** What contexts are found by. */
interface Way {
  readonly plan: Plan;
  readonly find: Find;
}

/** The conditions on some racers of which a conjunction may still hold. */
function openConditions(racers: number, alive: BitSet, { joined }: Plan): PlannedCondition[] {
  return joined.conditions.filter((each) => has(racers, each.alternative) && mayHold(each, alive));
}

function mayHold({ conjunctions }: PlannedCondition, alive: BitSet): boolean {
  for (const { number } of conjunctions) if (isIn(alive, number)) return true;
  return false;
}

function lowestAmong(
  { depth, members }: Pick<Context, 'depth' | 'members'>,
  open: readonly PlannedCondition[],
  { lowest, residual }: Plan,
): Int32Array {
  const all = lowest[depth] ?? new Int32Array(0);
  const width = residual.racers.length;
  if (open.length === 0 && members.length === width) return all;
  const own = new Int32Array(members.length * members.length);
  let pair = 0;
  for (const a of members) {
    for (const b of members) {
      own[pair] = all[a * width + b] ?? 0;
      pair += 1;
    }
  }
  const conditions = open.map(({ alternative, points }) => ({
    alternative: members.indexOf(alternative),
    points,
  }));
  loseWithConditions(own, members.length, conditions);
  return own;
}

/** From 0 on, by how many they are. */
const POSITIONS = Array.from({ length: 33 }, (_, count) => [...Array(count).keys()]);

type GrowingArc = Move & { readonly classes: number[] };

/**
 * Without points nothing is added. Moves and arcs are made alike, as walking through them takes most of the time, and is
 * fastest where all have one shape.
 */
function moveTo(to: Context, { members }: Context, points?: readonly number[]): GrowingArc {
  const isSame = to.members.length === members.length;
  const source = isSame
    ? (POSITIONS[members.length] ?? [])
    : to.members.map((member) => members.indexOf(member));
  const first = points?.[to.members[0] ?? 0] ?? 0;
  const added = to.members.map((member) => (points?.[member] ?? first) - first);
  return { to, source, added, classes: [] };
}

function arcsFrom(context: Context, alive: BitSet, { plan, find }: Way): Arc[] {
  const arcs: GrowingArc[] = [];
  const classes = plan.levels[context.depth]?.classes ?? [];
  const isTouched = (plan.joined.touched[context.depth] ?? []).length > 0;
  const isDistinct = context.members.length === plan.residual.racers.length && !isTouched;
  for (const [index, answer] of classes.entries()) {
    const step = stepOver(context, alive, answer, plan);
    const to = find(context.depth + 1, step.racers, step.alive);
    const move = moveTo(to, context, step.points);
    const known = isDistinct ? undefined : arcs.find((each) => isSame(each, move));
    if (known === undefined) arcs.push(move);
    (known ?? move).classes.push(index);
  }
  return arcs;
}

function isSame(one: Move, other: Move): boolean {
  if (one.to !== other.to) return false;
  for (let place = 0; place < one.added.length; place += 1) {
    if (one.added[place] !== other.added[place]) return false;
  }
  return true;
}

/** Where a class of answers leads; the points are by racer. */
interface Step {
  readonly racers: number;
  readonly alive: BitSet;
  readonly points: readonly number[];
}

function stepOver({ depth, racers }: Context, alive: BitSet, answer: LevelClass, plan: Plan): Step {
  const touched = plan.joined.touched[depth] ?? [];
  const left = racers & ~answer.ruledOut;
  if (touched.length === 0) return { racers: left, alive, points: answer.points };
  const step = { racers: left, alive: [...alive], points: [...answer.points] };
  for (const { conjunction, place } of plan.joined.tested[depth] ?? []) {
    if (!answer.holds[place]) removeFrom(step.alive, conjunction);
  }
  for (const condition of touched) {
    if (mayHold(condition, alive)) decide(condition, depth, step);
  }
  return step;
}

/** A condition is decided once a conjunction holds, or none can still hold. */
function decide(
  condition: PlannedCondition,
  depth: number,
  step: { racers: number; readonly alive: number[]; readonly points: number[] },
): void {
  const { conjunctions, negated, alternative, points, rulesOut } = condition;
  const isHeld = conjunctions.some(
    ({ number, lastDepth }) => lastDepth === depth && isIn(step.alive, number),
  );
  if (!isHeld && mayHold(condition, step.alive)) return;
  for (const { number } of conjunctions) removeFrom(step.alive, number);
  if (isHeld === negated) return;
  step.points[alternative] = (step.points[alternative] ?? 0) + points;
  if (rulesOut) step.racers &= ~(1 << alternative);
}

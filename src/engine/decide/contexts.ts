import { firstMembers, has, membersOf } from '../table/masks.ts';
import { type BitSet, isIn, removeFrom, within } from './bit-set.ts';
import { type Plan, type PlannedCondition, planOf } from './plan.ts';
import { type LevelClass, losses, type Residual } from './residual.ts';

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
  /** The conjunctions that may still hold. */
  readonly alive: BitSet;
  /** A mask of racers that some completion may rule out. */
  readonly mayFall: number;
  /** The lowest lead still to come of the i-th member over the j-th, at i × members + j, each question at its worst. */
  readonly lowest: readonly number[];
  readonly arcs: () => readonly Arc[];
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
  const everyone = firstMembers(residual.racers.length);
  const known = new Map<string, Context>();
  const find: Find = (depth, racers, alive) => {
    const relevant =
      alive.length === 0 || racers === everyone
        ? alive
        : within(
            alive,
            membersOf(racers).map((racer) => plan.ofRacer[racer] ?? []),
          );
    const key = `${depth}/${racers}/${relevant.join()}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const context = newContext({ id: known.size, depth, racers, alive: relevant }, plan, find);
    known.set(key, context);
    return context;
  };
  return {
    residual,
    order,
    start: (racers) => find(0, racers, plan.all),
  };
}

/** A context by what tells it apart; conjunctions on other racers do not. */
type Find = (depth: number, racers: number, alive: BitSet) => Context;

function newContext(
  own: Pick<Context, 'id' | 'depth' | 'racers' | 'alive'>,
  plan: Plan,
  find: Find,
): Context {
  const { depth, racers, alive } = own;
  const members = membersOf(racers);
  const open = plan.conditions.filter(
    (each) => has(racers, each.alternative) && mayHold(each, alive),
  );
  let mayFall = (plan.mayFall[depth] ?? 0) & racers;
  for (const { rulesOut, alternative } of open) if (rulesOut) mayFall |= 1 << alternative;
  const width = plan.residual.racers.length;
  const lowest = members.flatMap((a) =>
    members.map((b) => (plan.lowest[depth]?.[a * width + b] ?? 0) - losses(open, a, b)),
  );
  let arcs: readonly Arc[] | undefined;
  const restrictions = new Map<number, Move>();
  const context: Context = {
    ...own,
    ...{ members, mayFall, lowest },
    arcs: () => {
      arcs ??= arcsFrom(context, plan, find);
      return arcs;
    },
    restrictedTo: (left) => {
      const known = restrictions.get(left) ?? moveTo(find(depth, left, alive), context);
      restrictions.set(left, known);
      return known;
    },
  };
  return context;
}

/** What no answer adds to is 0. */
function moveTo(to: Context, { members }: Context, points: readonly number[] = []): Move {
  const first = points[to.members[0] ?? 0] ?? 0;
  return {
    to,
    source: to.members.map((member) => members.indexOf(member)),
    added: to.members.map((member) => (points[member] ?? 0) - first),
  };
}

/** Some of its conjunctions may still hold. */
function mayHold({ conjunctions }: PlannedCondition, alive: BitSet): boolean {
  return conjunctions.some(({ number }) => isIn(alive, number));
}

function arcsFrom(context: Context, plan: Plan, find: Find): Arc[] {
  const arcs = new Map<string, Move & { readonly classes: number[] }>();
  plan.levels[context.depth]?.classes.forEach((answer, index) => {
    const { racers, alive, points } = stepOver(context, answer, plan);
    const move = moveTo(find(context.depth + 1, racers, alive), context, points);
    const key = `${move.to.id}/${move.added.join()}`;
    const known = arcs.get(key);
    if (known) known.classes.push(index);
    else arcs.set(key, { ...move, classes: [index] });
  });
  return [...arcs.values()];
}

/** Where a class of answers leads; the points are by racer. */
interface Step {
  racers: number;
  readonly alive: number[];
  readonly points: number[];
}

function stepOver({ depth, racers, alive }: Context, answer: LevelClass, plan: Plan): Step {
  const step: Step = {
    racers: racers & ~answer.ruledOut,
    alive: [...alive],
    points: [...answer.points],
  };
  for (const { conjunction, place } of plan.tested[depth] ?? []) {
    if (!answer.holds[place]) removeFrom(step.alive, conjunction);
  }
  for (const condition of plan.touched[depth] ?? []) {
    if (mayHold(condition, alive)) decide(condition, depth, step);
  }
  return step;
}

/** A condition is decided once a conjunction holds, or none can hold any more. */
function decide(condition: PlannedCondition, depth: number, step: Step): void {
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

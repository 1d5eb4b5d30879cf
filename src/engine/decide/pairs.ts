import { has, lowestOf, membersOf } from '../table/masks.ts';
import type { Context, Contexts } from './contexts.ts';
import type { Residual } from './residual.ts';

/** The lead of one alternative over another, over all completions that leave both standing. */
export interface Range {
  readonly lowest: number;
  readonly highest: number;
}

/** Whether an alternative is ruled out under some completion, and stands under some. */
export interface Standing {
  readonly mayFall: boolean;
  readonly mayStand: boolean;
}

/** Exact answers about two alternatives, or one, of a residual; by racer. */
export interface Pairs {
  /** Undefined where no completion leaves both standing. */
  readonly range: (a: number, b: number) => Range | undefined;
  readonly standing: (a: number) => Standing;
}

export function pairsOf(contexts: Contexts): Pairs {
  const ranges = new Map<Context, Range | undefined>();
  const standings = new Map<Context, Standing>();
  const { base } = contexts.residual;
  return {
    range: (a, b) => {
      const range = rangeFrom(contexts.start((1 << a) | (1 << b)), ranges);
      if (range === undefined) return undefined;
      const [first, second] = a < b ? [a, b] : [b, a];
      const lead = (base[first] ?? 0) - (base[second] ?? 0);
      const [lowest, highest] = [range.lowest + lead, range.highest + lead];
      // Taken from 0, as −0 is another number to whoever compares.
      return a < b ? { lowest, highest } : { lowest: 0 - highest, highest: 0 - lowest };
    },
    standing: (a) => standingFrom(contexts.start(1 << a), standings),
  };
}

/** Of the first member over the second, from a context of two on. */
function rangeFrom(context: Context, known: Map<Context, Range | undefined>): Range | undefined {
  if (context.members.length < 2) return undefined;
  const arcs = context.arcs;
  if (arcs.length === 0) return { lowest: 0, highest: 0 };
  if (known.has(context)) return known.get(context);
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { to, added } of arcs) {
    const later = rangeFrom(to, known);
    if (later === undefined) continue;
    const lead = -(added[1] ?? 0);
    lowest = Math.min(lowest, later.lowest + lead);
    highest = Math.max(highest, later.highest + lead);
  }
  const range = lowest > highest ? undefined : { lowest, highest };
  known.set(context, range);
  return range;
}

function standingFrom(context: Context, known: Map<Context, Standing>): Standing {
  if (context.members.length === 0) return { mayFall: true, mayStand: false };
  if (context.mayFall === 0) return { mayFall: false, mayStand: true };
  const before = known.get(context);
  if (before !== undefined) return before;
  let [mayFall, mayStand] = [false, false];
  for (const { to } of context.arcs) {
    const later = standingFrom(to, known);
    mayFall ||= later.mayFall;
    mayStand ||= later.mayStand;
  }
  const standing = { mayFall, mayStand };
  known.set(context, standing);
  return standing;
}

/**
 * The winners where they are the same under every completion, as a mask of racers; 0 where nothing ever stands; undefined
 * where they vary. Exact (docs/model.md, "Pairs"): every winner never falls and never trails, and all others always trail.
 */
export function constantWinners(residual: Residual, pairs: Pairs): number | undefined {
  const { racers, levels } = residual;
  const winners = winnersUnder(
    residual,
    levels.map(() => 0),
  );
  if (levels.length === 0) return winners;
  const all = [...racers.keys()];
  if (winners === 0) return all.some((racer) => pairs.standing(racer).mayStand) ? undefined : 0;
  const first = lowestOf(winners);
  const isConstant =
    membersOf(winners).every((racer) => !pairs.standing(racer).mayFall) &&
    all.every(
      (rival) => rival === first || neverTurns(pairs.range(first, rival), has(winners, rival)),
    );
  return isConstant ? winners : undefined;
}

/** A winner stays level with another one, and ahead of all others. */
function neverTurns(range: Range | undefined, isTied: boolean): boolean {
  if (range === undefined) return true;
  return isTied ? range.lowest === 0 && range.highest === 0 : range.lowest > 0;
}

/** The winners once every level has its answer, as a mask of racers; the answers are indexes of classes. */
export function winnersUnder(residual: Residual, answers: readonly number[]): number {
  const { base, levels, conditions } = residual;
  const values = [...base];
  let ruledOut = 0;
  levels.forEach(({ classes }, level) => {
    const answer = classes[answers[level] ?? 0];
    if (answer === undefined) return;
    answer.points.forEach((points, racer) => {
      values[racer] = (values[racer] ?? 0) + points;
    });
    ruledOut |= answer.ruledOut;
  });
  const holds = ({ level, place }: { readonly level: number; readonly place: number }) =>
    levels[level]?.classes[answers[level] ?? 0]?.holds[place] === true;
  for (const { alternative, points, rulesOut, negated, anyOf } of conditions) {
    if (anyOf.some((literals) => literals.every(holds)) === negated) continue;
    values[alternative] = (values[alternative] ?? 0) + points;
    if (rulesOut) ruledOut |= 1 << alternative;
  }
  return highestAmong(values, ruledOut);
}

function highestAmong(values: readonly number[], ruledOut: number): number {
  let [winners, highest] = [0, Number.NEGATIVE_INFINITY];
  values.forEach((value, racer) => {
    if ((ruledOut & (1 << racer)) !== 0 || value < highest) return;
    winners = value === highest ? winners | (1 << racer) : 1 << racer;
    highest = value;
  });
  return winners;
}

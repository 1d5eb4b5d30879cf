import { has, lowestOf, membersOf } from '../table/masks.ts';
import { addTo } from './answered.ts';
import type { Context, Contexts } from './contexts.ts';
import { highestAmong } from './race.ts';
import type { Level, Residual } from './residual.ts';

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
  /** Undefined if no completion leaves both standing. */
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
 * Completions that favour a rival show most of those that vary, so that contexts are rarely needed.
 */
export function constantWinners(residual: Residual, contexts: () => Contexts): number | undefined {
  const { levels } = residual;
  const winners = winnersUnder(residual, new Array<number>(levels.length).fill(0));
  if (levels.length === 0) return winners;
  if (isTurnedByFavour(residual, winners)) return undefined;
  const pairs = pairsOf(contexts());
  const all = [...residual.racers.keys()];
  if (winners === 0) return all.some((racer) => pairs.standing(racer).mayStand) ? undefined : 0;
  const first = lowestOf(winners);
  const isConstant =
    membersOf(winners).every((racer) => !pairs.standing(racer).mayFall) &&
    all.every(
      (rival) => rival === first || neverTurns(pairs.range(first, rival), has(winners, rival)),
    );
  return isConstant ? winners : undefined;
}

/** Whether the winners change once each question has the answer that favours some rival most over the first winner. */
function isTurnedByFavour(residual: Residual, winners: number): boolean {
  if (winners === 0) return false;
  const first = lowestOf(winners);
  return residual.racers.some(
    (_, rival) =>
      rival !== first &&
      winnersUnder(
        residual,
        residual.levels.map((level) => favouring(rival, first, level)),
      ) !== winners,
  );
}

/** The class that leaves a rival standing, if one does, with its highest lead. */
function favouring(rival: number, first: number, { classes }: Level): number {
  let [best, most] = [0, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < classes.length; index += 1) {
    const { points = [], ruledOut = 0 } = classes[index] ?? {};
    const lead = (points[rival] ?? 0) - (points[first] ?? 0);
    if (!has(ruledOut, rival) && lead > most) [best, most] = [index, lead];
  }
  return best;
}

/** A winner stays level with another one, and ahead of all others. */
function neverTurns(range: Range | undefined, isTied: boolean): boolean {
  if (range === undefined) return true;
  return isTied ? range.lowest === 0 && range.highest === 0 : range.lowest > 0;
}

/** The winners once every level has its answer, as a mask of racers; the answers are indexes of classes. */
export function winnersUnder(residual: Residual, answers: readonly number[]): number {
  const { base, levels, conditions } = residual;
  const values = base.slice();
  let ruledOut = 0;
  for (let level = 0; level < levels.length; level += 1) {
    const answer = levels[level]?.classes[answers[level] ?? 0];
    if (answer === undefined) continue;
    addTo(values, answer.points);
    ruledOut |= answer.ruledOut;
  }
  const holds = ({ level, place }: { readonly level: number; readonly place: number }) =>
    levels[level]?.classes[answers[level] ?? 0]?.holds[place] === true;
  for (const { alternative, points, rulesOut, negated, anyOf } of conditions) {
    if (anyOf.some((literals) => literals.every(holds)) === negated) continue;
    values[alternative] = (values[alternative] ?? 0) + points;
    if (rulesOut) ruledOut |= 1 << alternative;
  }
  return highestAmong(values, ruledOut);
}

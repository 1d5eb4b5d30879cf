import { firstMembers, has } from '../table/masks.ts';
import { classifierOf } from '../table/question-columns.ts';
import type { Context, Contexts } from './contexts.ts';
import { contextsOf } from './contexts.ts';
import {
  constantDiagram,
  type Diagram,
  type DiagramLevel,
  nodeCollector,
  terminalOf,
} from './diagram.ts';
import { intern } from './intern.ts';
import type { Residual } from './residual.ts';

/** What a set of winners counts as; equal outcomes are not told apart. */
export interface Labels {
  /** A whole number from 0 on for the winners, a mask of racers, 0 for none. */
  readonly of: (winners: number) => number;
  /** The outcome that some racers certainly come to, one of them always standing or not; undefined where it varies. */
  readonly early?: (racers: number, isSafe: boolean) => number | undefined;
}

/** Calls before compiling is given up: results must not depend on how fast the machine is. */
export interface Budget {
  calls: number;
}

/**
 * Compiles a residual into a diagram over its winners (docs/model.md, "Decision diagrams"); undefined where the budget
 * does not suffice. What a part of the way comes to depends only on the context and on the leads between the racers, so
 * equal parts are compiled once.
 */
export function compile(contexts: Contexts, labels: Labels, budget: Budget): Diagram | undefined {
  const { residual, order } = contexts;
  const width = residual.racers.length;
  if (width === 0) return constantDiagram(labels.of(0));
  const nodes = nodeCollector();
  const states = intern();
  const results: number[] = [];
  const classesAt = order.map((level) => residual.levels[level]?.classes.length ?? 0);

  const visit = (point: Point): number => {
    budget.calls -= 1;
    if (budget.calls < 0) return terminalOf(0);
    const next = followed(point, contexts, labels);
    if (next.outcome !== undefined) return terminalOf(next.outcome);
    const state = states.numberOf([next.context.id, ...next.leads]);
    const node = results[state] ?? nodes.nodeOf(next.context.depth, childrenOf(next));
    results[state] = node;
    return node;
  };
  const childrenOf = ({ context, leads }: Point): number[] => {
    const children = new Array<number>(classesAt[context.depth] ?? 0).fill(0);
    for (const arc of context.arcs()) {
      const child = visit({ context: arc.to, leads: leadsAfter(leads, context, arc) });
      for (const index of arc.classes) children[index] = child;
    }
    return children;
  };

  const first = residual.base[0] ?? 0;
  const root = visit({
    context: contexts.start(firstMembers(width)),
    leads: residual.base.map((points) => points - first),
  });
  return budget.calls < 0 ? undefined : nodes.diagram(root, levelsOf(residual, order));
}

/** A context with the leads of its members over the first. */
interface Point {
  readonly context: Context;
  readonly leads: readonly number[];
}

/** Leaves out who cannot win any more and skips what makes no difference, to the next question that does or to the end. */
function followed(
  point: Point,
  contexts: Contexts,
  labels: Labels,
): Point & { readonly outcome?: number } {
  let { context, leads } = unbeaten(point, contexts);
  for (;;) {
    const outcome = outcomeOf(context, labels);
    if (outcome !== undefined) return { context, leads, outcome };
    const arcs = context.arcs();
    const [only] = arcs;
    if (arcs.length !== 1 || only === undefined) return { context, leads };
    ({ context, leads } = unbeaten(
      { context: only.to, leads: leadsAfter(leads, context, only) },
      contexts,
    ));
  }
}

/** The leads over the first member of the next context, which may have fewer members and may add points. */
function leadsAfter(
  leads: readonly number[],
  { members }: Context,
  { to, added }: { readonly to: Context; readonly added?: readonly number[] },
): number[] {
  const kept = to.members;
  const after = new Array<number>(kept.length).fill(0);
  const isSame = kept.length === members.length;
  const first = isSame ? 0 : (leads[members.indexOf(kept[0] ?? 0)] ?? 0);
  for (let place = 1; place < kept.length; place += 1) {
    const before = isSame ? place : members.indexOf(kept[place] ?? 0);
    after[place] = (leads[before] ?? 0) - first + (added?.[place] ?? 0);
  }
  return after;
}

/** Leaves out the racers that one which cannot fall leads in the worst case. */
function unbeaten(point: Point, contexts: Contexts): Point {
  const { context, leads } = point;
  const { members, mayFall, racers } = context;
  let beaten = 0;
  for (let a = 0; a < members.length; a += 1) {
    if (!has(mayFall, members[a] ?? 0)) beaten |= beatenBy(a, point);
  }
  if (beaten === 0) return point;
  const next = contexts.restricted(context, racers & ~beaten);
  return { context: next, leads: leadsAfter(leads, context, { to: next }) };
}

/** The racers that a member leads in the worst case. */
function beatenBy(a: number, { context: { members, lowest }, leads }: Point): number {
  const width = members.length;
  const own = leads[a] ?? 0;
  let beaten = 0;
  for (let b = 0; b < width; b += 1) {
    const lead = own - (leads[b] ?? 0) + (lowest[a * width + b] ?? 0);
    if (a !== b && lead > 0) beaten |= 1 << (members[b] ?? 0);
  }
  return beaten;
}

/** What the rest of the way comes to, where that is certain. */
function outcomeOf(
  { racers, members, mayFall, arcs }: Context,
  labels: Labels,
): number | undefined {
  if (racers === 0) return labels.of(0);
  const isSafe = (racers & ~mayFall) !== 0;
  if (members.length === 1 && isSafe) return labels.of(racers);
  const early = labels.early?.(racers, isSafe);
  if (early !== undefined) return early;
  return arcs().length === 0 ? labels.of(racers) : undefined;
}

function levelsOf({ levels }: Residual, order: readonly number[]): DiagramLevel[] {
  return order.flatMap((index) => {
    const level = levels[index];
    if (level === undefined) return [];
    let classify: ((mask: number) => number) | undefined;
    const classOf = (mask: number) => {
      classify ??= classifierOf(level.columns);
      return level.classOf[classify(mask)] ?? 0;
    };
    return [{ slot: level.columns.slot, classes: level.classes, classOf }];
  });
}

/** Compiles a residual with its levels in the given order. */
export function compileInOrder(
  residual: Residual,
  order: readonly number[],
  { labels, budget }: { readonly labels: Labels; readonly budget: Budget },
): Diagram | undefined {
  return compile(contextsOf(residual, order), labels, budget);
}

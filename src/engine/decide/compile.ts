import { firstMembers } from '../table/masks.ts';
import { type Context, type Contexts, contextsOf, type Move } from './contexts.ts';
import {
  constantDiagram,
  type Diagram,
  type DiagramLevel,
  nodeCollector,
  terminalOf,
} from './diagram.ts';
import { listTable, NO_VALUE } from './list-table.ts';
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
  const states = listTable();
  const endOf = endings(labels);
  const classesAt = order.map((level) => residual.levels[level]?.classes.length ?? 0);
  /** At each step the leads over the first member, which is 0 itself; and the children of a node, behind its level. */
  const leads = new Int32Array((order.length + 2) * width);
  const room = 1 + Math.max(0, ...classesAt);
  const children = new Int32Array((order.length + 1) * room);

  const visit = (from: Context, step: number): number => {
    budget.calls -= 1;
    if (budget.calls < 0) return terminalOf(0);
    const at = step * width;
    let context = from;
    for (;;) {
      context = unbeaten(context, leads, at);
      const outcome = endOf(context);
      if (outcome !== undefined) return terminalOf(outcome);
      const [arc] = context.arcs;
      if (arc === undefined || context.arcs.length > 1) break;
      moveLeads(leads, at, at, arc);
      context = arc.to;
    }
    leads[at] = context.id;
    const place = states.placeOf(leads, at, at + context.members.length);
    leads[at] = 0;
    const known = states.valueAt(place);
    if (known !== NO_VALUE) return known;
    const node = nodeAt(context, step);
    states.setValue(place, node);
    return node;
  };
  const nodeAt = ({ depth, arcs }: Context, step: number): number => {
    const from = step * room;
    children[from] = depth;
    for (let index = 0; index < arcs.length; index += 1) {
      const arc = arcs[index];
      if (arc === undefined) break;
      moveLeads(leads, step * width, (step + 1) * width, arc);
      const child = visit(arc.to, step + 1);
      const { classes } = arc;
      for (let each = 0; each < classes.length; each += 1) {
        children[from + 1 + (classes[each] ?? 0)] = child;
      }
    }
    return nodes.nodeIn(children, from, from + 1 + (classesAt[depth] ?? 0));
  };

  const { base } = residual;
  leads.set(base.map((points) => points - (base[0] ?? 0)));
  const root = visit(contexts.start(firstMembers(width)), 0);
  return budget.calls < 0 ? undefined : nodes.diagram(root, levelsOf(residual, order));
}

/**
 * Writes the leads over the first member of the next context; in place where both places are the same, as no member
 * moves back.
 */
function moveLeads(leads: Int32Array, from: number, at: number, { source, added }: Move): void {
  const first = leads[from + (source[0] ?? 0)] ?? 0;
  for (let place = 0; place < source.length; place += 1) {
    const lead = leads[from + (source[place] ?? 0)] ?? 0;
    leads[at + place] = lead - first + (added[place] ?? 0);
  }
}

/** Leaves out the racers that one which cannot fall leads in the worst case. */
function unbeaten(context: Context, leads: Int32Array, at: number): Context {
  const { members, mayFall, lowest } = context;
  const width = members.length;
  let beaten = 0;
  for (let a = 0; a < width; a += 1) {
    if ((mayFall & (1 << (members[a] ?? 0))) !== 0) continue;
    const own = leads[at + a] ?? 0;
    const row = a * width;
    for (let b = 0; b < width; b += 1) {
      const lead = own - (leads[at + b] ?? 0) + (lowest[row + b] ?? 0);
      if (lead > 0 && a !== b) beaten |= 1 << (members[b] ?? 0);
    }
  }
  if (beaten === 0) return context;
  const move = context.restrictedTo(context.racers & ~beaten);
  moveLeads(leads, at, at, move);
  return move.to;
}

/** Says what the rest of the way comes to, where the context shows it; undefined where it does not. */
function endings(labels: Labels): (context: Context) => number | undefined {
  /** By the id of the context. */
  const known: number[] = [];
  return (context) => {
    let outcome = known[context.id];
    if (outcome === undefined) {
      outcome = outcomeOf(context, labels) ?? OPEN;
      known[context.id] = outcome;
    }
    return outcome === OPEN ? undefined : outcome;
  };
}

const OPEN = -1;

function outcomeOf(context: Context, labels: Labels): number | undefined {
  const { racers, members, mayFall } = context;
  if (racers === 0) return labels.of(0);
  const isSafe = (racers & ~mayFall) !== 0;
  if (members.length === 1 && isSafe) return labels.of(racers);
  const early = labels.early?.(racers, isSafe);
  if (early !== undefined) return early;
  return context.arcs.length === 0 ? labels.of(racers) : undefined;
}

function levelsOf({ levels }: Residual, order: readonly number[]): DiagramLevel[] {
  return order.flatMap((index) => {
    const level = levels[index];
    if (level === undefined) return [];
    const classOf = (mask: number) => level.classOf[level.columns.classOf(mask)] ?? 0;
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

import { firstMembers, has } from '../table/masks.ts';
import { classifierOf } from '../table/question-columns.ts';
import type { Context, Contexts, Move } from './contexts.ts';
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
  const results: (number | undefined)[] = [];
  const classesAt = order.map((level) => residual.levels[level]?.classes.length ?? 0);
  const leads = buffersFor(order.length, width);
  const children = buffersFor(order.length, Math.max(0, ...classesAt));

  const visit = (from: Context, step: number): number => {
    budget.calls -= 1;
    if (budget.calls < 0) return terminalOf(0);
    const at = leads.at(step);
    const context = followed(from, labels, { buffer: leads.buffer, at });
    const outcome = outcomeOf(context, labels);
    if (outcome !== undefined) return terminalOf(outcome);
    leads.buffer[at] = context.id;
    const state = states.numberOf(leads.buffer, at, at + 1 + context.members.length);
    const known = results[state];
    if (known !== undefined) return known;
    const node = nodeAt(context, step);
    results[state] = node;
    return node;
  };
  const nodeAt = (context: Context, step: number): number => {
    const [from, at] = [children.at(step), leads.at(step)];
    children.buffer[from] = context.depth;
    for (const arc of context.arcs()) {
      moveLeads(leads.buffer, at, leads.at(step + 1), arc);
      const child = visit(arc.to, step + 1);
      const { classes } = arc;
      for (let index = 0; index < classes.length; index += 1) {
        children.buffer[from + 1 + (classes[index] ?? 0)] = child;
      }
    }
    return nodes.nodeIn(children.buffer, from, from + 1 + (classesAt[context.depth] ?? 0));
  };

  leads.buffer.set(leadsIn(residual), 1);
  const root = visit(contexts.start(firstMembers(width)), 0);
  return budget.calls < 0 ? undefined : nodes.diagram(root, levelsOf(residual, order));
}

/** Over the first racer, before anything is answered. */
function leadsIn({ base }: Residual): number[] {
  return base.map((points) => points - (base[0] ?? 0));
}

/** Room for a list of so many numbers, and one before them, at each step of a walk. */
function buffersFor(steps: number, most: number) {
  const room = most + 1;
  return { buffer: new Int32Array((steps + 2) * room), at: (step: number) => step * room };
}

/** Where the leads of a context stand: behind a free place, one for each member, over the first. */
interface Place {
  readonly buffer: Int32Array;
  readonly at: number;
}

/** Leaves out who cannot win any more and skips what makes no difference, to the next question that does or to the end. */
function followed(from: Context, labels: Labels, place: Place): Context {
  let context = unbeaten(from, place);
  while (outcomeOf(context, labels) === undefined) {
    const arcs = context.arcs();
    const [arc] = arcs;
    if (arcs.length !== 1 || arc === undefined) break;
    moveLeads(place.buffer, place.at, place.at, arc);
    context = unbeaten(arc.to, place);
  }
  return context;
}

/** Writes the leads over the first member of the next context; in place where both places are the same. */
function moveLeads(buffer: Int32Array, from: number, at: number, { source, added }: Move): void {
  const first = buffer[from + 1 + (source[0] ?? 0)] ?? 0;
  for (let place = 0; place < source.length; place += 1) {
    const lead = buffer[from + 1 + (source[place] ?? 0)] ?? 0;
    buffer[at + 1 + place] = lead - first + (added[place] ?? 0);
  }
}

/** Leaves out the racers that one which cannot fall leads in the worst case. */
function unbeaten(context: Context, { buffer, at }: Place): Context {
  const { members, mayFall, racers } = context;
  let beaten = 0;
  for (let a = 0; a < members.length; a += 1) {
    if (!has(mayFall, members[a] ?? 0)) beaten |= beatenBy(a, context, buffer, at);
  }
  if (beaten === 0) return context;
  const move = context.restrictedTo(racers & ~beaten);
  moveLeads(buffer, at, at, move);
  return move.to;
}

/** The racers that a member leads in the worst case. */
function beatenBy(a: number, { members, lowest }: Context, buffer: Int32Array, at: number): number {
  const width = members.length;
  const own = buffer[at + 1 + a] ?? 0;
  let beaten = 0;
  for (let b = 0; b < width; b += 1) {
    const lead = own - (buffer[at + 1 + b] ?? 0) + (lowest[a * width + b] ?? 0);
    if (lead > 0 && a !== b) beaten |= 1 << (members[b] ?? 0);
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

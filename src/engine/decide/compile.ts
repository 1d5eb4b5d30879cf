import { largest } from '../../common/lists.ts';
import { firstMembers, has } from '../table/masks.ts';
import { type Context, type Contexts, contextsOf, type Move } from './contexts.ts';
import {
  constantDiagram,
  type Diagram,
  type DiagramLevel,
  NodeCollector,
  terminalOf,
} from './diagram.ts';
import { ListTable, NO_VALUE } from './list-table.ts';
import type { Residual } from './residual.ts';

/** What a set of winners counts as; equal outcomes are merged. */
export interface Labels {
  /** A whole number from 0 on for the winners, a mask of racers, 0 for none. */
  readonly of: (winners: number) => number;
  /** The outcome that some racers certainly come to, one of them always standing or not; undefined if it varies. */
  readonly early?: (racers: number, isSafe: boolean) => number | undefined;
}

/** Calls before compiling is given up: results must not depend on how fast the machine is. */
export interface Budget {
  calls: number;
}

/**
 * Compiles a residual into a diagram over its winners (docs/model.md, "Decision diagrams"); undefined if the budget
 * does not suffice. What a part of the way comes to depends only on the context and on the leads between the racers, so
 * equal parts are compiled once.
 */
export function compile(contexts: Contexts, labels: Labels, budget: Budget): Diagram | undefined {
  const { residual, order } = contexts;
  const width = residual.racers.length;
  if (width === 0) return constantDiagram(labels.of(0));
  const compilation = new Compilation(contexts, labels, budget);
  const root = compilation.visit(contexts.start(firstMembers(width)), 0);
  if (budget.calls < 0) return undefined;
  return compilation.nodes.diagram(root, levelsOf(residual, order));
}

class Compilation {
  readonly nodes = new NodeCollector();
  /** Nodes by context and leads. */
  readonly #states = new ListTable();
  readonly #labels: Labels;
  readonly #budget: Budget;
  /** By depth. */
  readonly #classesAt: readonly number[];
  readonly #width: number;
  /** At each step the leads over the first member, which is 0 itself. */
  readonly #leads: Int32Array;
  readonly #room: number;
  /** At each step a level and the children of a node there. */
  readonly #children: Int32Array;
  /** By the id of a context what the rest of the way comes to, `OPEN` where that is not certain. */
  readonly #endings: number[] = [];

  constructor({ residual, order }: Contexts, labels: Labels, budget: Budget) {
    const { base, levels } = residual;
    this.#labels = labels;
    this.#budget = budget;
    this.#classesAt = order.map((level) => levels[level]?.classes.length ?? 0);
    this.#width = base.length;
    this.#leads = new Int32Array((order.length + 2) * base.length);
    this.#leads.set(base.map((points) => points - (base[0] ?? 0)));
    this.#room = 1 + largest(this.#classesAt, 0);
    this.#children = new Int32Array((order.length + 1) * this.#room);
  }

  /** The node that some step comes to; its leads are written. Meaningless once the budget is used up. */
  visit(from: Context, step: number): number {
    this.#budget.calls -= 1;
    if (this.#budget.calls < 0) return terminalOf(0);
    const at = step * this.#width;
    const leads = this.#leads;
    const context = this.#followed(from, at);
    const outcome = this.#endOf(context);
    if (outcome !== OPEN) return terminalOf(outcome);
    leads[at] = context.id;
    const place = this.#states.placeOf(leads, at, at + context.members.length);
    leads[at] = 0;
    const known = this.#states.valueAt(place);
    if (known !== NO_VALUE) return known;
    const node = this.#nodeAt(context, step);
    this.#states.setValue(place, node);
    return node;
  }

  /** Drops racers that can no longer win and skips what makes no difference, to the next question that does or to the end. */
  #followed(from: Context, at: number): Context {
    let context = unbeaten(from, this.#leads, at);
    while (this.#endOf(context) === OPEN) {
      const { arcs } = context;
      const [arc] = arcs;
      if (arcs.length !== 1 || arc === undefined) break;
      moveLeads(this.#leads, at, at, arc);
      context = unbeaten(arc.to, this.#leads, at);
    }
    return context;
  }

  #nodeAt({ depth, arcs }: Context, step: number): number {
    const [from, children] = [step * this.#room, this.#children];
    const at = step * this.#width;
    children[from] = depth;
    for (const arc of arcs) {
      moveLeads(this.#leads, at, at + this.#width, arc);
      const child = this.visit(arc.to, step + 1);
      const { classes } = arc;
      for (let index = 0; index < classes.length; index += 1) {
        children[from + 1 + (classes[index] ?? 0)] = child;
      }
    }
    return this.nodes.nodeIn(children, from, from + 1 + (this.#classesAt[depth] ?? 0));
  }

  #endOf(context: Context): number {
    const known = this.#endings[context.id];
    if (known !== undefined) return known;
    const outcome = outcomeOf(context, this.#labels) ?? OPEN;
    this.#endings[context.id] = outcome;
    return outcome;
  }
}

const OPEN = -1;

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
  const { members, mayFall } = context;
  let beaten = 0;
  for (let a = 0; a < members.length; a += 1) {
    if (!has(mayFall, members[a] ?? 0)) beaten |= beatenBy(a, context, leads, at);
  }
  if (beaten === 0) return context;
  const move = context.restrictedTo(context.racers & ~beaten);
  moveLeads(leads, at, at, move);
  return move.to;
}

/** The racers that a member leads in the worst case, as a mask. */
function beatenBy(a: number, { members, lowest }: Context, leads: Int32Array, at: number): number {
  const width = members.length;
  const own = leads[at + a] ?? 0;
  const row = a * width;
  let beaten = 0;
  for (let b = 0; b < width; b += 1) {
    const lead = own - (leads[at + b] ?? 0) + (lowest[row + b] ?? 0);
    if (lead > 0 && a !== b) beaten |= 1 << (members[b] ?? 0);
  }
  return beaten;
}

/** What the rest of the way comes to, where the context shows it. */
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

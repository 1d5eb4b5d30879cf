import { largest } from '../../common/lists.ts';
import { meets } from '../table/conditions.ts';
import { type LegalClass, legalClasses } from '../table/legal-answers.ts';
import type { Slot } from '../table/slots.ts';
import type { Budget } from './compile.ts';
import {
  constantDiagram,
  type Diagram,
  type DiagramLevel,
  NodeCollector,
  outcomeAt,
  relabelled,
  terminalOf,
} from './diagram.ts';

/** Diagrams with the outcomes 1 (it holds) and 0, all with their questions in one order. */
export type BooleanDiagram = Diagram;

export const NO: BooleanDiagram = constantDiagram(0);
export const YES: BooleanDiagram = constantDiagram(1);

/** Whether it holds under every completion, or under none; undefined if that varies. */
export function constantOf({ root }: BooleanDiagram): boolean | undefined {
  return root < 0 ? outcomeAt(root) === 1 : undefined;
}

/** Holds where the answer to an open question meets the masks. */
export function literalDiagram(slot: Slot, masks: readonly number[]): BooleanDiagram {
  const all = legalClasses(slot, { added: [], masks });
  const accepts = (mask: number) => meets(mask, masks);
  const [yes, no] = [
    all.filter((each) => accepts(each.mask)),
    all.filter((each) => !accepts(each.mask)),
  ];
  const [one, other] = [no[0], yes[0]];
  if (one === undefined || other === undefined) return one === undefined ? YES : NO;
  const classes = [
    { mask: one.mask, weight: countIn(no) },
    { mask: other.mask, weight: countIn(yes) },
  ];
  const level = { slot: slot.index, classes, classOf: (mask: number) => Number(accepts(mask)) };
  const nodes = new NodeCollector();
  return nodes.diagram(nodes.nodeOf(0, [terminalOf(0), terminalOf(1)]), [level]);
}

function countIn(classes: readonly LegalClass[]): number {
  return classes.reduce((sum, { weight }) => sum + weight, 0);
}

/** What two diagrams are combined with. */
export interface Combining {
  /** A question by its index, as far as it is open. */
  readonly questionAt: (index: number) => Slot | undefined;
  /** The indexes of questions in the order that both diagrams follow. */
  readonly order: readonly number[];
  /** A call is taken for each pair of nodes; once none is left, the result is meaningless. */
  readonly budget: Budget;
}

export function and(
  left: BooleanDiagram,
  right: BooleanDiagram,
  combining: Combining,
): BooleanDiagram {
  return combined(left, right, { ...combining, decisive: 0 });
}

export function or(
  left: BooleanDiagram,
  right: BooleanDiagram,
  combining: Combining,
): BooleanDiagram {
  return combined(left, right, { ...combining, decisive: 1 });
}

/** Swaps the outcomes. */
export function not(diagram: BooleanDiagram): BooleanDiagram {
  return relabelled(diagram, (outcome) => 1 - outcome);
}

/** `decisive` is the outcome of either side that decides alone. */
function combined(
  left: BooleanDiagram,
  right: BooleanDiagram,
  { questionAt, order, budget, decisive }: Combining & { readonly decisive: 0 | 1 },
): BooleanDiagram {
  const early = outcomeOfSide(left, right, decisive) ?? outcomeOfSide(right, left, decisive);
  if (early !== undefined) return early;
  const joint = jointLevels(left, right, questionAt);
  const levels = order.flatMap((slot) => joint.get(slot) ?? []);
  const combination = new Combination(left, right, levels, { budget, decisive });
  return combination.nodes.diagram(combination.visit(left.root, right.root), levels);
}

class Combination {
  readonly nodes = new NodeCollector();
  /** By pair of nodes; terminals are −1 and −2. */
  readonly #known = new Map<number, number>();
  readonly #sides: readonly [Diagram, Diagram];
  readonly #levels: readonly JointLevel[];
  /** By level of each side. */
  readonly #depths: readonly [readonly number[], readonly number[]];
  readonly #decisive: 0 | 1;
  readonly #budget: Budget;
  readonly #room: number;
  /** At each depth a level and the children of a node there. */
  readonly #children: Int32Array;

  constructor(
    left: Diagram,
    right: Diagram,
    levels: readonly JointLevel[],
    { budget, decisive }: { readonly budget: Budget; readonly decisive: 0 | 1 },
  ) {
    const depthsOf = (side: Diagram) =>
      side.levels.map((own) => levels.findIndex(({ slot }) => slot === own.slot));
    this.#sides = [left, right];
    this.#levels = levels;
    this.#depths = [depthsOf(left), depthsOf(right)];
    this.#decisive = decisive;
    this.#budget = budget;
    this.#room =
      1 +
      largest(
        levels.map(({ pairs }) => pairs.length),
        0,
      );
    this.#children = new Int32Array(levels.length * this.#room);
  }

  /** The node of two nodes. */
  visit(a: number, b: number): number {
    const ended = terminalFor(a, b, this.#decisive);
    if (ended !== undefined) return ended;
    const key = (a + 2) * (this.#sides[1].size + 2) + b + 2;
    const before = this.#known.get(key);
    if (before !== undefined) return before;
    this.#budget.calls -= 1;
    if (this.#budget.calls < 0) return terminalOf(0);
    const node = this.#nodeOf(a, b);
    this.#known.set(key, node);
    return node;
  }

  #nodeOf(a: number, b: number): number {
    const [left, right] = this.#sides;
    const [depthA, depthB] = [this.#depthIn(0, a), this.#depthIn(1, b)];
    const depth = Math.min(depthA, depthB);
    const from = depth * this.#room;
    const pairs = this.#levels[depth]?.pairs ?? [];
    this.#children[from] = depth;
    for (let index = 0; index < pairs.length; index += 1) {
      const [own = 0, other = 0] = pairs[index] ?? [];
      const nextA = depthA === depth ? left.childOf(a, own) : a;
      const nextB = depthB === depth ? right.childOf(b, other) : b;
      this.#children[from + 1 + index] = this.visit(nextA, nextB);
    }
    return this.nodes.nodeIn(this.#children, from, from + 1 + pairs.length);
  }

  #depthIn(side: 0 | 1, node: number): number {
    if (node < 0) return this.#levels.length;
    return this.#depths[side][this.#sides[side].levelOf(node)] ?? 0;
  }
}

/** Where one side is constant, the other one or the constant is the result. */
function outcomeOfSide(
  one: BooleanDiagram,
  other: BooleanDiagram,
  decisive: 0 | 1,
): BooleanDiagram | undefined {
  const constant = constantOf(one);
  if (constant === undefined) return undefined;
  return Number(constant) === decisive ? one : other;
}

/** The terminal that two nodes come to, where that is certain. */
function terminalFor(a: number, b: number, decisive: 0 | 1): number | undefined {
  const end = terminalOf(decisive);
  if (a === end || b === end) return end;
  return a < 0 && b < 0 ? terminalOf(1 - decisive) : undefined;
}

/** A level whose classes distinguish everything that either side distinguishes. */
export interface JointLevel extends DiagramLevel {
  /** For each class that of the left and of the right side. */
  readonly pairs: readonly (readonly [number, number])[];
}

function jointLevels(
  left: Diagram,
  right: Diagram,
  questionAt: Combining['questionAt'],
): Map<number, JointLevel> {
  const others = new Map(right.levels.map((level) => [level.slot, level]));
  const own = new Map(left.levels.map((level) => [level.slot, level]));
  const slots = new Set([...own.keys(), ...others.keys()]);
  return new Map(
    [...slots].flatMap((slot) => {
      const question = questionAt(slot);
      if (question === undefined) return [];
      return [[slot, jointLevel(question, own.get(slot), others.get(slot))] as const];
    }),
  );
}

/**
 * Joins the levels of one question; a side without it does not distinguish its answers. The class of each answer is noted:
 * levels are joined again and again, and asking both sides each time would double the work with every join.
 */
export function jointLevel(
  slot: Slot,
  left: DiagramLevel | undefined,
  right: DiagramLevel | undefined,
): JointLevel {
  if (left === undefined || right === undefined) {
    const one = left ?? right;
    const pairs = (one?.classes ?? []).map((_, index) => pairAt(index, left !== undefined));
    return {
      slot: slot.index,
      classes: one?.classes ?? [],
      classOf: one?.classOf ?? (() => 0),
      pairs,
    };
  }
  const indexOf = new Map<number, number>();
  const keyOf = (own: number, other: number) => own * right.classes.length + other;
  const classes: { mask: number; weight: number }[] = [];
  const pairs: (readonly [number, number])[] = [];
  const classOf = new Map<number, number>();
  for (const mask of slot.legal()) {
    const pair = [left.classOf(mask), right.classOf(mask)] as const;
    const key = keyOf(pair[0], pair[1]);
    const index = indexOf.get(key) ?? classes.length;
    indexOf.set(key, index);
    classOf.set(mask, index);
    const before = classes[index];
    classes[index] = { mask: before?.mask ?? mask, weight: (before?.weight ?? 0) + 1 };
    pairs[index] = pair;
  }
  return { slot: slot.index, classes, classOf: (mask) => classOf.get(mask) ?? 0, pairs };
}

function pairAt(index: number, isLeft: boolean): readonly [number, number] {
  return isLeft ? [index, 0] : [0, index];
}

import { type Diagram, outcomeAt } from '../../src/engine/decide/diagram.ts';
import { outcomesOf } from '../../src/engine/decide/queries.ts';

/** Questions, by index, of which an answer has to differ for another outcome. */
export type Cut = readonly number[];

/** What a diagram comes to with all answers given. */
export interface Course {
  readonly outcome: number;
  /** For each other outcome that is left where only some answers are given: the fewest of the others that differ. */
  readonly cuts: (given: readonly number[]) => Cut[];
}

/** Answers are masks by the index of their question. */
export function courseOf(diagram: Diagram): (masks: Int32Array) => Course {
  const outcomes = outcomesOf(diagram);
  return (masks) => {
    const classes = diagram.levels.map(({ slot, classOf }) => classOf(masks[slot] ?? 0));
    const outcome = outcomeUnder(diagram, classes);
    const others = outcomes.filter((each) => each !== outcome);
    return { outcome, cuts: (given) => cutsIn({ diagram, classes, others, given }) };
  };
}

function outcomeUnder(diagram: Diagram, classes: readonly number[]): number {
  let node = diagram.root;
  while (node >= 0) node = diagram.childOf(node, classes[diagram.levelOf(node)] ?? 0);
  return outcomeAt(node);
}

interface Search {
  readonly diagram: Diagram;
  /** By level the class of the answer. */
  readonly classes: readonly number[];
  readonly others: readonly number[];
  readonly given: readonly number[];
}

const NEVER = 255;

function cutsIn(search: Search): Cut[] {
  const costs = costsIn(search);
  return search.others.flatMap((_, place): Cut[] => {
    const costOf = (node: number) => costs(node)[place] ?? NEVER;
    return costOf(search.diagram.root) === NEVER ? [] : [cutAlong(costOf, search)];
  });
}

/** The questions that differ on the cheapest way. */
function cutAlong(costOf: (node: number) => number, { diagram, classes }: Search): Cut {
  const cut: number[] = [];
  for (let node = diagram.root; costOf(node) > 0; ) {
    const level = diagram.levelOf(node);
    const { slot = 0, classes: all = [] } = diagram.levels[level] ?? {};
    const children = all.map((_, answer) => diagram.childOf(node, answer));
    const same = children[classes[level] ?? 0] ?? -1;
    if (costOf(same) === costOf(node)) {
      node = same;
      continue;
    }
    cut.push(slot);
    const cost = costOf(node) - 1;
    node = children.find((child) => costOf(child) === cost) ?? -1;
  }
  return cut;
}

/** How many answers have to differ from a node on, for each of the other outcomes. */
function costsIn({ diagram, classes, others, given }: Search): (node: number) => Uint8Array {
  const known = new Map<number, Uint8Array>();
  const isFixed = diagram.levels.map(({ slot }) => given.includes(slot));
  const countsAt = diagram.levels.map(({ classes: all }, level) =>
    isFixed[level] ? 0 : all.length,
  );
  const endOf = (terminal: number) =>
    Uint8Array.from(others, (each) => (each === outcomeAt(terminal) ? 0 : NEVER));
  const fromNode = (node: number) => {
    const level = diagram.levelOf(node);
    const costs = costsOf(diagram.childOf(node, classes[level] ?? 0)).slice();
    for (let answer = 0; answer < (countsAt[level] ?? 0); answer += 1) {
      lower(costs, costsOf(diagram.childOf(node, answer)));
    }
    return costs;
  };
  const costsOf = (node: number): Uint8Array => {
    const costs = known.get(node) ?? (node < 0 ? endOf(node) : fromNode(node));
    known.set(node, costs);
    return costs;
  };
  return costsOf;
}

/** By way of an answer that differs. */
function lower(costs: Uint8Array, later: Uint8Array): void {
  for (let place = 0; place < costs.length; place += 1) {
    const cost = later[place] ?? NEVER;
    if (cost < NEVER) costs[place] = Math.min(costs[place] ?? NEVER, cost + 1);
  }
}

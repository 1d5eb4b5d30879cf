import { largest } from '../../common/lists.ts';
import { masksWithin } from '../table/slots.ts';
import { ListTable, NO_VALUE } from './list-table.ts';

/**
 * A decision as a reduced, ordered decision diagram: every node asks one question, every path from the root ends at what
 * the answers on it come to. Nodes are numbered from 0 on, children before their parents, and all can be reached from the
 * root. A terminal is below 0 and stands for an outcome, a whole number from 0 on. A question matters exactly if it has a
 * node.
 */
export interface Diagram {
  /** A node or a terminal. */
  readonly root: number;
  /** In the order of the questions on every path. */
  readonly levels: readonly DiagramLevel[];
  /** How many nodes there are. */
  readonly size: number;
  /** What was read off it before, which saves a look at the nodes. */
  readonly known?: KnownOfDiagram;
  /** The level of a node. */
  levelOf(node: number): number;
  /** The node or terminal that a class of answers leads to. */
  childOf(node: number, answer: number): number;
}

export interface KnownOfDiagram {
  /** The indexes of the questions that matter, in their order. */
  readonly questions: readonly number[];
  /** By outcome the part of the completions that come to it. */
  readonly outcomes: ReadonlyMap<number, number>;
}

/** The answers to a question as far as they differ. */
export interface DiagramLevel {
  /** The index of the question. */
  readonly slot: number;
  readonly classes: readonly DiagramClass[];
  /** The class of a legal answer. */
  readonly classOf: (mask: number) => number;
}

export interface DiagramClass {
  /** One of the answers. */
  readonly mask: number;
  /** How many legal answers there are. */
  readonly weight: number;
}

/** By class of a level how many of its answers are left; undefined if all are. */
export type ClassesLeft = readonly number[] | undefined;

/** What an entry in `AnswerMasks` leaves of a level; 0 leaves all. */
export function classesLeft({ classes, classOf }: DiagramLevel, answer: number): ClassesLeft {
  if (answer === 0) return undefined;
  const counts = classes.map(() => 0);
  for (const mask of masksWithin(answer)) {
    counts[classOf(mask)] = (counts[classOf(mask)] ?? 0) + 1;
  }
  return counts;
}

/** The terminal of an outcome. */
export function terminalOf(outcome: number): number {
  return -1 - outcome;
}

/** The outcome of a terminal. */
export function outcomeAt(terminal: number): number {
  return -1 - terminal;
}

/** Collects the nodes of a diagram: equal ones once, and none whose children are all the same. */
export class NodeCollector {
  readonly #nodes = new ListTable();
  /** By number. */
  readonly #places: number[] = [];

  /** A node or terminal with these children. */
  nodeOf(level: number, children: readonly number[]): number {
    return this.nodeIn(Int32Array.from([level, ...children]), 0, children.length + 1);
  }

  /** The same for a level and its children in a part of a buffer. */
  nodeIn(buffer: Int32Array, start: number, end: number): number {
    const first = buffer[start + 1] ?? -1;
    let index = start + 2;
    while (index < end && buffer[index] === first) index += 1;
    if (index >= end) return first;
    const place = this.#nodes.placeOf(buffer, start, end);
    const known = this.#nodes.valueAt(place);
    if (known !== NO_VALUE) return known;
    const node = this.#places.push(place) - 1;
    this.#nodes.setValue(place, node);
    return node;
  }

  /** A node of another diagram with the results of its children; the buffer has room for them. */
  nodeLike(
    diagram: Diagram,
    node: number,
    resultOf: (child: number) => number,
    buffer: Int32Array,
  ): number {
    const level = diagram.levelOf(node);
    const count = diagram.levels[level]?.classes.length ?? 0;
    buffer[0] = level;
    for (let answer = 0; answer < count; answer += 1) {
      buffer[answer + 1] = resultOf(diagram.childOf(node, answer));
    }
    return this.nodeIn(buffer, 0, count + 1);
  }

  /** What was collected. */
  diagram(root: number, levels: readonly DiagramLevel[]): Diagram {
    return new CollectedDiagram(root, levels, this.#nodes, this.#places);
  }
}

class CollectedDiagram implements Diagram {
  readonly root: number;
  readonly levels: readonly DiagramLevel[];
  readonly size: number;
  readonly #nodes: ListTable;
  readonly #places: readonly number[];

  constructor(
    root: number,
    levels: readonly DiagramLevel[],
    nodes: ListTable,
    places: readonly number[],
  ) {
    this.root = root;
    this.levels = levels;
    this.size = places.length;
    this.#nodes = nodes;
    this.#places = places;
  }

  levelOf(node: number): number {
    return this.#nodes.itemAt(this.#places[node] ?? 0, 0);
  }

  childOf(node: number, answer: number): number {
    return this.#nodes.itemAt(this.#places[node] ?? 0, answer + 1);
  }
}

/** A diagram that always comes to one outcome. */
export function constantDiagram(outcome: number): Diagram {
  return new NodeCollector().diagram(terminalOf(outcome), []);
}

/** Room for a level and its children. */
export function childrenBuffer(levels: readonly DiagramLevel[]): Int32Array {
  return new Int32Array(
    1 +
      largest(
        levels.map(({ classes }) => classes.length),
        0,
      ),
  );
}

/** The children of a node, by class. */
export function childrenOf(diagram: Diagram, node: number): number[] {
  const { classes = [] } = diagram.levels[diagram.levelOf(node)] ?? {};
  return classes.map((_, answer) => diagram.childOf(node, answer));
}

/** The same diagram with other outcomes; outcomes that become equal are merged. */
export function relabelled(diagram: Diagram, labelOf: (outcome: number) => number): Diagram {
  const nodes = new NodeCollector();
  const results: number[] = [];
  const resultOf = (node: number) =>
    node < 0 ? terminalOf(labelOf(outcomeAt(node))) : (results[node] ?? -1);
  const { levels, size } = diagram;
  const children = childrenBuffer(levels);
  for (let node = 0; node < size; node += 1) {
    results.push(nodes.nodeLike(diagram, node, resultOf, children));
  }
  return nodes.diagram(resultOf(diagram.root), levels);
}

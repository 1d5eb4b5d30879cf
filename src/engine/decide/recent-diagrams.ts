import type { DecisionTable } from '../table/decision-table.ts';
import { type AnswerMasks, isWithin } from '../table/slots.ts';
import {
  type ClassesLeft,
  childrenBuffer,
  classesLeft,
  type Diagram,
  type DiagramLevel,
  NodeCollector,
} from './diagram.ts';

/** A diagram with the answers that it was compiled with. */
interface Compiled {
  readonly answers: AnswerMasks;
  readonly diagram: Diagram;
}

/** Per table; the answers before, those now, and one that is tried. */
const MOST_KEPT = 3;

/**
 * The diagrams of each table that were used last, latest first. An interview asks about answers that differ by one from
 * those before, and compiling takes far longer than putting one more answer into what is compiled. At most three a table,
 * and they go with it.
 */
const recentOfTable = new WeakMap<DecisionTable, Compiled[]>();

/** The diagram of a table under some answers, from one with fewer answers where there is one. */
export function recentDiagram(
  table: DecisionTable,
  answers: AnswerMasks,
  compile: () => Diagram | undefined,
): Diagram | undefined {
  const recent = recentOfTable.get(table) ?? [];
  const [base] = recent
    .filter((each) => isContained(each.answers, answers, table))
    .sort((a, b) => countIn(b.answers, table) - countIn(a.answers, table));
  const diagram = base ? extended(base, answers) : compile();
  if (diagram === undefined) return undefined;
  const own = { answers: answers.slice(), diagram };
  const others = recent.filter((each) => each !== base && each.diagram !== diagram);
  const kept = base && base.diagram !== diagram ? [own, base, ...others] : [own, ...others];
  recentOfTable.set(table, kept.slice(0, MOST_KEPT));
  return diagram;
}

function isContained(fewer: AnswerMasks, more: AnswerMasks, { questions }: DecisionTable): boolean {
  return questions.every(({ slot }) => isWithin(more[slot] ?? 0, fewer[slot] ?? 0));
}

function countIn(answers: AnswerMasks, { questions }: DecisionTable): number {
  return questions.filter(({ slot }) => answers[slot] !== 0).length;
}

function extended({ answers: before, diagram }: Compiled, answers: AnswerMasks): Diagram {
  return restricted(diagram, (slot) => (before[slot] === answers[slot] ? 0 : (answers[slot] ?? 0)));
}

/**
 * A diagram once some more questions are answered or narrowed: `answerTo` gives the entry in `AnswerMasks` by the index of a
 * question, 0 where nothing changed. Only what can still be reached is kept.
 */
export function restricted(diagram: Diagram, answerTo: (slot: number) => number): Diagram {
  const left = diagram.levels.map((level) => classesLeft(level, answerTo(level.slot)));
  if (left.every((classes) => classes === undefined)) return diagram;
  const isReached = reachedIn(diagram, left);
  const nodes = new NodeCollector();
  const results = new Int32Array(diagram.size);
  const children = childrenBuffer(diagram.levels);
  const resultOf = (node: number) => (node < 0 ? node : (results[node] ?? -1));
  for (let node = 0; node < diagram.size; node += 1) {
    if (isReached[node] === 0) continue;
    const classes = left[diagram.levelOf(node)];
    results[node] =
      classes === undefined
        ? nodes.nodeLike(diagram, node, resultOf, children)
        : nodeAmong(nodes, classes, (answer) => resultOf(diagram.childOf(node, answer)), {
            level: diagram.levelOf(node),
            children,
          });
  }
  const levels = diagram.levels.map((level, index) => levelWith(level, left[index]));
  return nodes.diagram(resultOf(diagram.root), levels);
}

/** Classes with nothing left lead to the same place as another, so they make no difference. */
function nodeAmong(
  nodes: NodeCollector,
  counts: readonly number[],
  resultOf: (answer: number) => number,
  { level, children }: { readonly level: number; readonly children: Int32Array },
): number {
  const first = counts.findIndex((count) => count > 0);
  children[0] = level;
  counts.forEach((count, answer) => {
    children[answer + 1] = resultOf(count > 0 ? answer : first);
  });
  return nodes.nodeIn(children, 0, counts.length + 1);
}

function levelWith(level: DiagramLevel, counts: ClassesLeft): DiagramLevel {
  if (counts === undefined) return level;
  const classes = level.classes.map((each, index) => ({ ...each, weight: counts[index] ?? 0 }));
  return { ...level, classes };
}

function reachedIn(diagram: Diagram, left: readonly ClassesLeft[]): Uint8Array {
  const isReached = new Uint8Array(diagram.size);
  const reach = (node: number) => {
    if (node >= 0) isReached[node] = 1;
  };
  const counts = diagram.levels.map(({ classes }) => classes.length);
  reach(diagram.root);
  for (let node = diagram.size - 1; node >= 0; node -= 1) {
    if (isReached[node] === 0) continue;
    const level = diagram.levelOf(node);
    const classes = left[level];
    for (let each = 0; each < (counts[level] ?? 0); each += 1) {
      if (classes?.[each] !== 0) reach(diagram.childOf(node, each));
    }
  }
  return isReached;
}

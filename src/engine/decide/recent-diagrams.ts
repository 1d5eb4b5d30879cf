import type { DecisionTable } from '../table/decision-table.ts';
import type { AnswerMasks } from '../table/slots.ts';
import { childrenBuffer, type Diagram, NodeCollector } from './diagram.ts';

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
  return questions.every(({ slot }) => fewer[slot] === 0 || fewer[slot] === more[slot]);
}

function countIn(answers: AnswerMasks, { questions }: DecisionTable): number {
  return questions.filter(({ slot }) => answers[slot] !== 0).length;
}

function extended({ answers: before, diagram }: Compiled, answers: AnswerMasks): Diagram {
  return restricted(diagram, (slot) => (before[slot] === 0 ? (answers[slot] ?? 0) : 0));
}

/**
 * A diagram once some more questions are answered: `answerTo` gives a legal answer by the index of a question, 0 where it
 * stays open. Only what can still be reached is kept.
 */
function restricted(diagram: Diagram, answerTo: (slot: number) => number): Diagram {
  const given = diagram.levels.map(({ slot, classOf }) => {
    const answer = answerTo(slot);
    return answer === 0 ? undefined : classOf(answer);
  });
  if (given.every((answer) => answer === undefined)) return diagram;
  const isReached = reachedIn(diagram, given);
  const nodes = new NodeCollector();
  const results = new Int32Array(diagram.size);
  const children = childrenBuffer(diagram.levels);
  const resultOf = (node: number) => (node < 0 ? node : (results[node] ?? -1));
  for (let node = 0; node < diagram.size; node += 1) {
    if (isReached[node] === 0) continue;
    const answer = given[diagram.levelOf(node)];
    results[node] =
      answer === undefined
        ? nodes.nodeLike(diagram, node, resultOf, children)
        : resultOf(diagram.childOf(node, answer));
  }
  return nodes.diagram(resultOf(diagram.root), diagram.levels);
}

function reachedIn(diagram: Diagram, given: readonly (number | undefined)[]): Uint8Array {
  const isReached = new Uint8Array(diagram.size);
  const reach = (node: number) => {
    if (node >= 0) isReached[node] = 1;
  };
  const counts = diagram.levels.map(({ classes }) => classes.length);
  reach(diagram.root);
  for (let node = diagram.size - 1; node >= 0; node -= 1) {
    if (isReached[node] === 0) continue;
    const level = diagram.levelOf(node);
    const answer = given[level];
    const [from, to] = answer === undefined ? [0, counts[level] ?? 0] : [answer, answer + 1];
    for (let each = from; each < to; each += 1) reach(diagram.childOf(node, each));
  }
  return isReached;
}

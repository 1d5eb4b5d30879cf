import { childrenBuffer, type Diagram, NodeCollector } from './diagram.ts';

/**
 * A diagram once some more questions are answered: `answerTo` gives a legal answer by the index of a question, 0 where it
 * stays open. Only what can still be reached is kept.
 */
export function restricted(diagram: Diagram, answerTo: (slot: number) => number): Diagram {
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
    const level = diagram.levelOf(node);
    const answer = given[level];
    if (answer !== undefined) {
      results[node] = resultOf(diagram.childOf(node, answer));
      continue;
    }
    const count = diagram.levels[level]?.classes.length ?? 0;
    children[0] = level;
    for (let each = 0; each < count; each += 1) {
      children[each + 1] = resultOf(diagram.childOf(node, each));
    }
    results[node] = nodes.nodeIn(children, 0, count + 1);
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

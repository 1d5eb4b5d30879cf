import { childrenOf, type Diagram, NodeCollector } from './diagram.ts';

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
  const results: number[] = [];
  const resultOf = (node: number) => (node < 0 ? node : (results[node] ?? -1));
  for (let node = 0; node < diagram.size; node += 1) {
    if (isReached[node] === 0) continue;
    const level = diagram.levelOf(node);
    const answer = given[level];
    results[node] =
      answer === undefined
        ? nodes.nodeOf(level, childrenOf(diagram, node).map(resultOf))
        : resultOf(diagram.childOf(node, answer));
  }
  return nodes.diagram(resultOf(diagram.root), diagram.levels);
}

function reachedIn(diagram: Diagram, given: readonly (number | undefined)[]): Uint8Array {
  const isReached = new Uint8Array(diagram.size);
  const reach = (node: number) => {
    if (node >= 0) isReached[node] = 1;
  };
  reach(diagram.root);
  for (let node = diagram.size - 1; node >= 0; node -= 1) {
    if (isReached[node] === 0) continue;
    const answer = given[diagram.levelOf(node)];
    if (answer === undefined) childrenOf(diagram, node).forEach(reach);
    else reach(diagram.childOf(node, answer));
  }
  return isReached;
}

import { childrenOf, type Diagram, type DiagramLevel, outcomeAt } from './diagram.ts';

/** The part of the completions that come to each outcome; they add up to 1. */
export type Distribution = ReadonlyMap<number, number>;

/** The indexes of the questions that matter, in their order. */
export function questionsOf(diagram: Diagram): number[] {
  const slots = levelsIn(diagram).map((level) => diagram.levels[level]?.slot ?? 0);
  return slots.sort((a, b) => a - b);
}

/** The levels that have a node. */
function levelsIn({ levels, size, levelOf }: Diagram): number[] {
  const isIn = new Uint8Array(levels.length);
  for (let node = 0; node < size; node += 1) isIn[levelOf(node)] = 1;
  return [...levels.keys()].filter((level) => isIn[level] === 1);
}

/** How many completions come to each outcome, as parts of all; every legal completion counts equally. */
export function distributionOf(diagram: Diagram): Map<number, number> {
  const { root, levels, size, levelOf, childOf } = diagram;
  const parts = levels.map(partsOf);
  const found = new Map<number, number>();
  const mass = new Float64Array(size);
  const give = (node: number, part: number) => {
    if (node >= 0) mass[node] = (mass[node] ?? 0) + part;
    else found.set(outcomeAt(node), (found.get(outcomeAt(node)) ?? 0) + part);
  };
  give(root, 1);
  for (let node = size - 1; node >= 0; node -= 1) {
    const own = mass[node] ?? 0;
    const part = parts[levelOf(node)] ?? [];
    for (let answer = 0; answer < part.length; answer += 1) {
      give(childOf(node, answer), own * (part[answer] ?? 0));
    }
  }
  return found;
}

/** The part of the legal answers that each class has. */
export function partsOf({ classes }: Pick<DiagramLevel, 'classes'>): number[] {
  const all = classes.reduce((sum, { weight }) => sum + weight, 0);
  return classes.map(({ weight }) => weight / all);
}

/** What a question does: for each class of its answers the distribution of the outcomes once that is answered. */
export interface AfterAnswer {
  readonly level: DiagramLevel;
  /** By class. */
  readonly distributions: readonly Distribution[];
}

/**
 * The outcomes after each answer to each question that matters, by the index of the question; all in one pass down and
 * one up (docs/model.md, "Gains").
 */
export function afterAnswers(diagram: Diagram): Map<number, AfterAnswer> {
  const { root, levels, size, levelOf, childOf } = diagram;
  const parts = levels.map(partsOf);
  const outcomes = outcomesOf(diagram);
  const width = outcomes.length;
  const placeOf = new Map(outcomes.map((outcome, place) => [outcome, place]));
  /** By node and outcome: the part of the completions from there on that come to it. */
  const chances = new Float64Array(size * width);
  const chanceOf = (node: number, place: number): number => {
    if (node >= 0) return chances[node * width + place] ?? 0;
    return placeOf.get(outcomeAt(node)) === place ? 1 : 0;
  };
  for (let node = 0; node < size; node += 1) {
    const part = parts[levelOf(node)] ?? [];
    for (let answer = 0; answer < part.length; answer += 1) {
      const child = childOf(node, answer);
      for (let place = 0; place < width; place += 1) {
        const at = node * width + place;
        chances[at] = (chances[at] ?? 0) + (part[answer] ?? 0) * chanceOf(child, place);
      }
    }
  }
  const changes = levels.map(({ classes }) => classes.map(() => new Float64Array(width)));
  const mass = new Float64Array(size);
  if (root >= 0) mass[root] = 1;
  for (let node = size - 1; node >= 0; node -= 1) {
    const own = mass[node] ?? 0;
    const level = levelOf(node);
    const part = parts[level] ?? [];
    for (let answer = 0; answer < part.length; answer += 1) {
      const child = childOf(node, answer);
      if (child >= 0) mass[child] = (mass[child] ?? 0) + own * (part[answer] ?? 0);
      const change = changes[level]?.[answer];
      if (change === undefined) continue;
      for (let place = 0; place < width; place += 1) {
        change[place] =
          (change[place] ?? 0) + own * (chanceOf(child, place) - chanceOf(node, place));
      }
    }
  }
  const found = new Map<number, AfterAnswer>();
  for (const level of levelsIn(diagram)) {
    const own = levels[level];
    if (own === undefined) continue;
    const distributions = (changes[level] ?? []).map(
      (change) =>
        new Map(
          outcomes.map((outcome, place) => [
            outcome,
            Math.max(0, chanceOf(root, place) + (change[place] ?? 0)),
          ]),
        ),
    );
    found.set(own.slot, { level: own, distributions });
  }
  return found;
}

/** The outcomes that some completion comes to, lowest first. */
export function outcomesOf(diagram: Diagram): number[] {
  const found = new Set<number>();
  if (diagram.root < 0) found.add(outcomeAt(diagram.root));
  for (let node = 0; node < diagram.size; node += 1) {
    for (const child of childrenOf(diagram, node)) if (child < 0) found.add(outcomeAt(child));
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * A legal answer to each question on one way to an outcome that is wanted, as masks by the index of the question;
 * undefined where none leads there.
 */
export function witnessOf(
  diagram: Diagram,
  isWanted: (outcome: number) => boolean,
): Map<number, number> | undefined {
  const leads = new Uint8Array(diagram.size);
  const reaches = (node: number) => (node >= 0 ? leads[node] === 1 : isWanted(outcomeAt(node)));
  for (let node = 0; node < diagram.size; node += 1) {
    leads[node] = Number(childrenOf(diagram, node).some(reaches));
  }
  if (!reaches(diagram.root)) return undefined;
  const answers = new Map<number, number>();
  for (let node = diagram.root; node >= 0; ) {
    const answer = childrenOf(diagram, node).findIndex(reaches);
    const level = diagram.levels[diagram.levelOf(node)];
    if (level) answers.set(level.slot, level.classes[answer]?.mask ?? 0);
    node = diagram.childOf(node, answer);
  }
  return answers;
}

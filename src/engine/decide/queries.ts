import { childrenOf, type Diagram, type DiagramLevel, outcomeAt, terminalOf } from './diagram.ts';

/** By class of a level how likely its answers are; they add up to 1. */
export type Chances = (level: DiagramLevel) => readonly number[];

/** Every legal answer counts the same. */
export function equalChances({ classes }: Pick<DiagramLevel, 'classes'>): number[] {
  return inParts(classes.map(({ weight }) => weight));
}

/** Counts as parts of their sum. */
export function inParts(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

/** How likely each outcome is: the part of the completions that come to it, or of people; they add up to 1. */
export type Distribution = ReadonlyMap<number, number>;

/** The indexes of the questions that matter, in their order. */
export function questionsOf(diagram: Diagram): readonly number[] {
  if (diagram.known) return diagram.known.questions;
  const slots = levelsIn(diagram).map((level) => diagram.levels[level]?.slot ?? 0);
  return slots.sort((a, b) => a - b);
}

/** The levels that have a node. */
function levelsIn(diagram: Diagram): number[] {
  const { levels, size } = diagram;
  const isIn = new Uint8Array(levels.length);
  for (let node = 0; node < size; node += 1) isIn[diagram.levelOf(node)] = 1;
  return [...levels.keys()].filter((level) => isIn[level] === 1);
}

/** How likely each outcome is; every legal completion counts the same unless answers have other chances. */
export function distributionOf(diagram: Diagram, chances: Chances = equalChances): Distribution {
  if (diagram.known && chances === equalChances) return diagram.known.outcomes;
  const found = new Map<number, number>();
  massesOf(diagram, chances, (terminal, part) => {
    const outcome = outcomeAt(terminal);
    found.set(outcome, (found.get(outcome) ?? 0) + part);
  });
  return found;
}

/** By node the part of the completions that come by it; what reaches a terminal goes to `end`. */
function massesOf(
  diagram: Diagram,
  chances: Chances,
  end?: (terminal: number, part: number) => void,
): Float64Array {
  const { root, size } = diagram;
  const parts = diagram.levels.map(chances);
  const mass = new Float64Array(size);
  const give = (node: number, part: number) => {
    if (node >= 0) mass[node] = (mass[node] ?? 0) + part;
    else end?.(node, part);
  };
  give(root, 1);
  for (let node = size - 1; node >= 0; node -= 1) {
    const own = mass[node] ?? 0;
    const each = parts[diagram.levelOf(node)] ?? [];
    for (let answer = 0; answer < each.length; answer += 1) {
      give(diagram.childOf(node, answer), own * (each[answer] ?? 0));
    }
  }
  return mass;
}

/** What a question does: for each class of its answers the distribution of the outcomes once that is answered. */
export interface AfterAnswer {
  readonly level: DiagramLevel;
  /** By class how likely its answers are. */
  readonly chances: readonly number[];
  /** By class. */
  readonly distributions: readonly Distribution[];
}

/**
 * The outcomes after each answer to each question that matters, by the index of the question; all in one pass up and one
 * down (docs/model.md, "Gains").
 */
export function afterAnswers(diagram: Diagram, chances: Chances): Map<number, AfterAnswer> {
  const outcomes = outcomesOf(diagram);
  const ends = endsIn(diagram, outcomes, chances);
  const changes = changesIn(diagram, ends, chances);
  const after = (change: Float64Array): Distribution =>
    new Map(
      outcomes.map((outcome, place) => [
        outcome,
        Math.max(0, ends.of(diagram.root, place) + (change[place] ?? 0)),
      ]),
    );
  return new Map(
    levelsIn(diagram).flatMap((index) => {
      const level = diagram.levels[index];
      if (level === undefined) return [];
      const distributions = (changes[index] ?? []).map(after);
      return [[level.slot, { level, chances: chances(level), distributions }] as const];
    }),
  );
}

/** By node and outcome the part of the completions from there on that come to it; outcomes are named by their place. */
class Ends {
  readonly width: number;
  readonly #parts: Float64Array;
  readonly #placeOf: ReadonlyMap<number, number>;

  constructor(size: number, outcomes: readonly number[]) {
    this.width = outcomes.length;
    this.#parts = new Float64Array(size * this.width);
    this.#placeOf = new Map(outcomes.map((outcome, place) => [terminalOf(outcome), place]));
  }

  /** Of a node or terminal. */
  of(node: number, place: number): number {
    if (node >= 0) return this.#parts[node * this.width + place] ?? 0;
    return this.#placeOf.get(node) === place ? 1 : 0;
  }

  /** Adds a part of what a child comes to; the child is done. */
  add(node: number, child: number, part: number): void {
    const [parts, width] = [this.#parts, this.width];
    const at = node * width;
    if (child < 0) {
      const place = at + (this.#placeOf.get(child) ?? 0);
      parts[place] = (parts[place] ?? 0) + part;
      return;
    }
    for (let place = 0; place < width; place += 1) {
      parts[at + place] = (parts[at + place] ?? 0) + part * (parts[child * width + place] ?? 0);
    }
  }
}

function endsIn(diagram: Diagram, outcomes: readonly number[], chances: Chances): Ends {
  const ends = new Ends(diagram.size, outcomes);
  const parts = diagram.levels.map(chances);
  for (let node = 0; node < diagram.size; node += 1) {
    const own = parts[diagram.levelOf(node)] ?? [];
    for (let answer = 0; answer < own.length; answer += 1) {
      ends.add(node, diagram.childOf(node, answer), own[answer] ?? 0);
    }
  }
  return ends;
}

/** By level, class and outcome how much more often the outcome comes about once the answer is of that class. */
function changesIn(diagram: Diagram, ends: Ends, chances: Chances): Float64Array[][] {
  const changes = diagram.levels.map(({ classes }) =>
    classes.map(() => new Float64Array(ends.width)),
  );
  const mass = massesOf(diagram, chances);
  for (let node = 0; node < diagram.size; node += 1) {
    const own = changes[diagram.levelOf(node)] ?? [];
    for (let answer = 0; answer < own.length; answer += 1) {
      const change = own[answer];
      if (change) addTurned(change, { node, child: diagram.childOf(node, answer) }, ends, mass);
    }
  }
  return changes;
}

function addTurned(
  change: Float64Array,
  { node, child }: { readonly node: number; readonly child: number },
  ends: Ends,
  mass: Float64Array,
): void {
  for (let place = 0; place < change.length; place += 1) {
    const turned = ends.of(child, place) - ends.of(node, place);
    change[place] = (change[place] ?? 0) + (mass[node] ?? 0) * turned;
  }
}

/** The outcomes that some completion comes to, lowest first. */
export function outcomesOf(diagram: Diagram): number[] {
  const found = new Set<number>();
  if (diagram.root < 0) found.add(outcomeAt(diagram.root));
  const counts = diagram.levels.map(({ classes }) => classes.length);
  for (let node = 0; node < diagram.size; node += 1) {
    const count = counts[diagram.levelOf(node)] ?? 0;
    for (let answer = 0; answer < count; answer += 1) {
      const child = diagram.childOf(node, answer);
      if (child < 0) found.add(outcomeAt(child));
    }
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * A legal answer to each question on one way to an outcome that is wanted, as masks by the index of the question;
 * undefined if none leads there.
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

import type { Condition } from '../../model/condition.ts';
import type { Decision } from '../../model/decision.ts';
import type { Combination } from '../../model/knowledge.ts';

/** Decisions that combinations or conditions join, directly or not; no pick of another decision matters to them. */
export interface IndependentPart {
  /** In their order. */
  readonly decisions: ReadonlyMap<string, Decision>;
  /** In their order. */
  readonly combinations: readonly Combination[];
}

/** Cuts decisions into the smallest parts that have nothing to do with each other; only those with a combination. */
export function independentParts(
  decisions: ReadonlyMap<string, Decision>,
  combinations: readonly Combination[],
): IndependentPart[] {
  const neighbours = neighboursIn(decisions, combinations);
  const partOf = new Map<string, { decisions: Set<string>; combinations: Combination[] }>();
  for (const combination of combinations) {
    const [first = ''] = subjectsOf(combination);
    const known = partOf.get(first) ?? {
      decisions: reachedFrom(first, neighbours),
      combinations: [],
    };
    known.combinations.push(combination);
    if (!partOf.has(first)) for (const id of known.decisions) partOf.set(id, known);
  }
  return [...new Set(partOf.values())].map((part) => ({
    decisions: new Map([...decisions].filter(([id]) => part.decisions.has(id))),
    combinations: part.combinations,
  }));
}

function neighboursIn(
  decisions: ReadonlyMap<string, Decision>,
  combinations: readonly Combination[],
): Map<string, string[]> {
  const neighbours = new Map([...decisions.keys()].map((id) => [id, [] as string[]]));
  const join = (one: string, other: string) => {
    if (one === other || !neighbours.has(other)) return;
    neighbours.get(one)?.push(other);
    neighbours.get(other)?.push(one);
  };
  for (const combination of combinations) {
    const [first = '', ...others] = subjectsOf(combination);
    for (const other of others) join(first, other);
  }
  for (const { id, appliesWhen } of decisions.values()) {
    for (const subject of appliesWhen.flatMap(subjectsIn)) join(id, subject);
  }
  return neighbours;
}

function subjectsOf({ when, requires }: Combination): string[] {
  return [...subjectsIn(when), ...(requires ? subjectsIn(requires) : [])];
}

function subjectsIn({ terms }: Condition): string[] {
  return terms.map(({ subject }) => subject);
}

function reachedFrom(
  start: string,
  neighbours: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const reached = new Set([start]);
  // A set is walked through in the order of adding, including what is added on the way.
  for (const id of reached) for (const next of neighbours.get(id) ?? []) reached.add(next);
  return reached;
}

import { advise } from '../../src/engine/advise.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { MergeCase, SpokenSheet } from './merge-arbitraries.ts';

/** What a merge comes to by trying everything; answers and picks as words. */
export interface MergeTruth {
  readonly answers: Readonly<Record<string, string>>;
  readonly pins: Readonly<Record<string, string>>;
  /** By differing question: the decisions it matters to, each with the picks that go with each answer, sorted. */
  readonly differences: Readonly<Record<string, Readonly<Record<string, Follows>>>>;
  /** By differently pinned decision: the decisions whose pick it tells apart. */
  readonly pinDifferences: Readonly<Record<string, readonly string[]>>;
  readonly settled: readonly string[];
  readonly bySome: readonly string[];
}

/** Answer to picks, all as words. */
export type Follows = Readonly<Record<string, readonly string[]>>;

type Said = ReadonlyMap<string, readonly string[]>;

/** Every way of choosing one of the given answers for every differing question, each looked at with the whole advice. */
export function mergeTruth(knowledge: KnowledgeBase, each: MergeCase): MergeTruth {
  const { people, under, over } = each;
  const questions = [...knowledge.questions.keys()];
  const decisions = [...knowledge.decisions.keys()];
  const given = (id: string) => people.flatMap(({ answers }) => answers[id] ?? []);
  const saidBy = (id: string) =>
    people.map(({ answers }) => answers[id]).filter((said) => said !== undefined && said !== null);
  const wordsOn = (id: string) => [...new Set(saidBy(id).map((said) => said.join('+')))];
  const pinsOn = (id: string) => [
    ...new Set(people.flatMap(({ pins }) => pins[id]?.join('+') ?? [])),
  ];
  const differing = questions.filter((id) => wordsOn(id).length > 1 && !(id in over.answers));
  const oddPins = decisions.filter((id) => pinsOn(id).length > 1 && !(id in over.pins));
  const ground = groundOf(questions, { people, under, over }, differing);
  const pins: Said = new Map(
    decisions.flatMap((id) => {
      if (oddPins.includes(id)) return [];
      const pin = over.pins[id] ?? people.find((one) => one.pins[id])?.pins[id] ?? under.pins[id];
      return pin ? [[id, pin] as const] : [];
    }),
  );
  const worlds = product(differing.map(wordsOn));
  const outcomes = worlds.map((world) => {
    const said = world.map((word, index) => [differing[index] ?? '', word.split('+')] as const);
    return picksOf(knowledge, new Map([...ground, ...said]), pins);
  });
  const differences = differing.map((id, axis) => [
    id,
    followsOf({ worlds, outcomes, axis, decisions }),
  ]);
  const pinDifferences = oddPins.map((id) => {
    const told = pinsOn(id).map((pin) =>
      picksOf(knowledge, ground, new Map([...pins, [id, pin.split('+')]])),
    );
    const first = told[0];
    return [id, decisions.filter((one) => told.some((all) => all.get(one) !== first?.get(one)))];
  });
  return {
    answers: asWords(ground),
    pins: asWords(pins),
    differences: Object.fromEntries(differences),
    pinDifferences: Object.fromEntries(pinDifferences),
    settled: questions.filter((id) => wordsOn(id).length > 1 && id in over.answers),
    bySome: questions
      .filter(
        (id) =>
          wordsOn(id).length === 1 && saidBy(id).length < people.length && !(id in over.answers),
      )
      .filter((id) => given(id).length > 0),
  };
}

interface Sources {
  readonly people: readonly SpokenSheet[];
  readonly under: SpokenSheet;
  readonly over: SpokenSheet;
}

/** The strongest word on each question; `unknown` hides what is weaker, but not what somebody else knows. */
function groundOf(
  questions: readonly string[],
  { people, under, over }: Sources,
  differing: readonly string[],
): Said {
  return new Map(
    questions.flatMap((id) => {
      if (differing.includes(id)) return [];
      const said = people.map(({ answers }) => answers[id]);
      const own = said.find((one) => one !== undefined && one !== null);
      const isSilent = said.every((one) => one === undefined);
      const below = isSilent ? under.answers[id] : own;
      const answer = id in over.answers ? over.answers[id] : below;
      return answer ? [[id, answer] as const] : [];
    }),
  );
}

function product(lists: readonly (readonly string[])[]): string[][] {
  let all: string[][] = [[]];
  for (const list of lists) all = all.flatMap((each) => list.map((one) => [...each, one]));
  return all;
}

function picksOf(knowledge: KnowledgeBase, said: Said, pins: Said): Map<string, string> {
  const answers = new Map([...said].map(([id, choices]) => [id, { choices }]));
  const { decisions } = advise(knowledge, { answers, pins, decisions: [] });
  return new Map(decisions.map(({ id, recommended }) => [id, recommended.toSorted().join('+')]));
}

interface Looked {
  readonly worlds: readonly (readonly string[])[];
  readonly outcomes: readonly ReadonlyMap<string, string>[];
  readonly axis: number;
  readonly decisions: readonly string[];
}

function followsOf({ worlds, outcomes, axis, decisions }: Looked): Record<string, Follows> {
  const isSibling = (a: readonly string[], b: readonly string[]) =>
    a.every((word, index) => index === axis || word === b[index]);
  const mattering = decisions.filter((id) =>
    worlds.some((a, i) =>
      worlds.some((b, j) => isSibling(a, b) && outcomes[i]?.get(id) !== outcomes[j]?.get(id)),
    ),
  );
  const follows = mattering.map((id) => {
    const by = new Map<string, Set<string>>();
    for (const [index, world] of worlds.entries()) {
      const word = world[axis] ?? '';
      by.set(word, (by.get(word) ?? new Set()).add(outcomes[index]?.get(id) ?? ''));
    }
    return [id, Object.fromEntries([...by].map(([word, picks]) => [word, [...picks].sort()]))];
  });
  return Object.fromEntries(follows);
}

function asWords(said: Said): Record<string, string> {
  return Object.fromEntries([...said].map(([id, choices]) => [id, choices.join('+')]));
}

import type { Answers, Pins } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { completionsOf } from './engine-brute-force.ts';
import { picksBy } from './engine-picks.ts';
import { isApplicable } from './engine-worlds.ts';
import type { MergeCase, SpokenSheet } from './merge-arbitraries.ts';

/** What a merge comes to by trying everything; answers, pins and picks as words. */
export interface MergeTruth {
  readonly decisions: readonly string[];
  /** The common ground. */
  readonly answers: Words;
  readonly pins: Words;
  /** The questions that differ, each with the answers given. */
  readonly differing: ReadonlyMap<string, readonly string[]>;
  /** The decisions that are pinned differently, each with the pins given. */
  readonly oddPins: ReadonlyMap<string, readonly string[]>;
  readonly settled: readonly string[];
  readonly bySome: readonly string[];
  /** Every way to settle some differing questions to an answer given, and to leave the others open. */
  readonly states: readonly Words[];
  /** The pick of each decision on the common ground with some answers and pins; as a word, empty for none. */
  readonly picksWith: (answers: Words, pins?: Words) => ReadonlyMap<string, string>;
}

/** Ids to what is said of them: choices or alternatives joined by `+`. */
export type Words = ReadonlyMap<string, string>;

/** An answer, a pin or a pick as JSON has it. */
type Plain = string | number | readonly string[];

export function wordOf(said: Plain): string {
  return [said].flat().join('+');
}

export function wordsOf(said: Readonly<Record<string, Plain>>): Words {
  return new Map(Object.entries(said).map(([id, each]) => [id, wordOf(each)]));
}

/** Nothing here knows of options, diagrams or the order in which things are tried. */
export function mergeTruth(knowledge: KnowledgeBase, each: MergeCase): MergeTruth {
  const { people, under, over } = each;
  const questions = [...knowledge.questions.keys()];
  const decisions = [...knowledge.decisions.keys()];
  const saidOn = (id: string) => people.flatMap(({ answers }) => answers[id] ?? []);
  const saying = (id: string) => people.filter(({ answers }) => (answers[id] ?? null) !== null);
  const wordsOn = (id: string) => [
    ...new Set(saying(id).map(({ answers }) => wordOf(answers[id] ?? []))),
  ];
  const pinsOn = (id: string) => [
    ...new Set(people.flatMap(({ pins }) => (pins[id] ? [wordOf(pins[id])] : []))),
  ];
  const isOdd = (id: string) => wordsOn(id).length > 1;
  const differing = new Map(
    questions
      .filter((id) => isOdd(id) && !(id in over.answers))
      .map((id) => [id, wordsOn(id)] as const),
  );
  const oddPins = new Map(
    decisions
      .filter((id) => pinsOn(id).length > 1 && !(id in over.pins))
      .map((id) => [id, pinsOn(id)] as const),
  );
  const ground = groundOf(questions, { people, under, over }, differing);
  const pins = new Map(
    decisions.flatMap((id) => {
      if (oddPins.has(id)) return [];
      const pin = over.pins[id] ?? people.find((one) => one.pins[id])?.pins[id] ?? under.pins[id];
      return pin ? [[id, wordOf(pin)] as const] : [];
    }),
  );
  return {
    decisions,
    answers: ground,
    pins,
    differing,
    oddPins,
    settled: questions.filter((id) => isOdd(id) && id in over.answers),
    bySome: questions.filter(
      (id) =>
        wordsOn(id).length === 1 &&
        saying(id).length < people.length &&
        saidOn(id).length > 0 &&
        !(id in over.answers),
    ),
    states: statesOf(differing),
    picksWith: remembering((answers, own) =>
      picksOf(knowledge, new Map([...ground, ...answers]), new Map([...pins, ...own])),
    ),
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
  differing: MergeTruth['differing'],
): Words {
  return new Map(
    questions.flatMap((id) => {
      if (differing.has(id)) return [];
      const said = people.map(({ answers }) => answers[id]);
      const own = said.find((one) => one !== undefined && one !== null);
      const isSilent = said.every((one) => one === undefined);
      const below = isSilent ? under.answers[id] : own;
      const answer = id in over.answers ? over.answers[id] : below;
      return answer ? [[id, wordOf(answer)] as const] : [];
    }),
  );
}

function statesOf(differing: MergeTruth['differing']): Words[] {
  let states: Words[] = [new Map()];
  for (const [id, words] of differing) {
    states = states.flatMap((state) => [
      state,
      ...words.map((word) => new Map([...state, [id, word]])),
    ]);
  }
  return states;
}

type Picking = (answers: Words, pins: Words) => ReadonlyMap<string, string>;

/** Works out each pick once. */
function remembering(picking: Picking): MergeTruth['picksWith'] {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (answers, pins = new Map()) => {
    const key = JSON.stringify([[...answers].sort(), [...pins].sort()]);
    const picks = known.get(key) ?? picking(answers, pins);
    known.set(key, picks);
    return picks;
  };
}

/** By every completion: the pick as if the decision applied, and none where it applies under no completion. */
function picksOf(knowledge: KnowledgeBase, answers: Words, pins: Words): Map<string, string> {
  const situation = { answers: answersFrom(answers), pins: pinsFrom(pins) };
  const { worlds } = completionsOf(knowledge, situation);
  const mayApply = (id: string) => {
    const decision = knowledge.decisions.get(id);
    return decision !== undefined && worlds.some((world) => isApplicable(world, decision));
  };
  return new Map(
    [...picksBy(knowledge, situation)].map(([id, pick]) => [id, mayApply(id) ? wordOf(pick) : '']),
  );
}

export function answersFrom(words: Words): Answers {
  return new Map([...words].map(([id, word]) => [id, { choices: word.split('+') }]));
}

export function pinsFrom(words: Words): Pins {
  return new Map([...words].map(([id, word]) => [id, word.split('+')]));
}

export function pickIn({ picksWith }: MergeTruth, decision: string, state: Words): string {
  return picksWith(state).get(decision) ?? '';
}

/** The states in which all differing questions are settled, but for those named. */
export function settledBut(
  { states, differing }: MergeTruth,
  open: readonly string[] = [],
): Words[] {
  return states.filter((state) =>
    [...differing.keys()].every((id) => state.has(id) !== open.includes(id)),
  );
}

/** A state with each of the answers given to an open question. */
export function settlingOf(question: string, state: Words, { differing }: MergeTruth): Words[] {
  const words = differing.get(question) ?? [];
  return words.map((word) => new Map([...state, [question, word]]));
}

/** Whether two answers lead to different picks, with all other differing questions settled somehow. */
export function isMattering(question: string, decision: string, truth: MergeTruth): boolean {
  return settledBut(truth, [question]).some((state) => {
    const picks = settlingOf(question, state, truth).map((each) => pickIn(truth, decision, each));
    return new Set(picks).size > 1;
  });
}

/** Whether settling a question changes the pick, from some state in which it is open. */
export function isChanging(
  question: string,
  truth: MergeTruth,
  {
    decision,
    from = truth.states,
  }: { readonly decision: string; readonly from?: readonly Words[] },
): boolean {
  const open = from.filter((state) => !state.has(question));
  return open.some((state) =>
    settlingOf(question, state, truth).some(
      (each) => pickIn(truth, decision, each) !== pickIn(truth, decision, state),
    ),
  );
}

/** The states that hold all of some answers. */
export function statesFrom(answers: Words, { states }: MergeTruth): Words[] {
  return states.filter((state) => [...answers].every(([id, word]) => state.get(id) === word));
}

import type { Choice, Question } from '../model/question.ts';
import type { Part } from './terms.ts';

/** Legal answers of a question that make no difference between them here; `count` says how many they are. */
export interface AnswerClass {
  /** One of them. */
  readonly choices: readonly string[];
  readonly count: number;
}

/** What is looked at when two answers are compared. */
export interface Aspects {
  readonly qualities: readonly string[];
  readonly parts: readonly Part[];
}

/**
 * The legal answers, grouped by what they do to the weights of some qualities and which parts of conditions they
 * fulfil. Where several choices may be picked every legal set is an answer: unmentioned means no, `none` is the empty
 * set, exclusive choices stand alone, a limit holds (MODEL.md, section 1).
 */
export function legalAnswers(question: Question, aspects: Aspects): readonly AnswerClass[] {
  const known = groupedBefore.get(question) ?? new Map<string, readonly AnswerClass[]>();
  groupedBefore.set(question, known);
  const key = JSON.stringify([aspects.qualities, aspects.parts.map(({ lists }) => lists)]);
  const classes = known.get(key) ?? grouped(question, aspects);
  if (known.size >= MOST_KEPT) known.clear();
  known.set(key, classes);
  return classes;
}

/** Questions with thousands of legal sets are looked at by many tables, and again for each knowledge base that is tried. */
const MOST_KEPT = 1_000;

const groupedBefore = new WeakMap<Question, Map<string, readonly AnswerClass[]>>();

function grouped(question: Question, aspects: Aspects): AnswerClass[] {
  const empty: Growing = {
    choices: [],
    count: 1,
    weights: aspects.qualities.map(() => 0),
    hits: 0n,
  };
  const classes = new Map<string, Growing>();
  for (const choice of question.choices) {
    if (choice.exclusive || !question.several) gather(classes, grow(empty, choice, aspects), false);
  }
  for (const set of question.several ? setsOf(question, empty, aspects) : []) {
    gather(classes, set, false);
  }
  return [...classes.values()].map(({ choices, count }) => ({ choices, count }));
}

/** A set under construction with all that tells it from others. */
interface Growing extends AnswerClass {
  /** What it adds to the weight of each quality. */
  readonly weights: readonly number[];
  /** One bit per list of choices in the conditions: some member is in it. */
  readonly hits: bigint;
}

/** All legal sets of at least one choice that need not stand alone; equal ones are merged as they grow. */
function setsOf(question: Question, empty: Growing, aspects: Aspects): Growing[] {
  const limit = question.limit ?? Number.POSITIVE_INFINITY;
  const isLimited = question.limit !== undefined;
  let sets = new Map([[keyOf(empty, isLimited), empty]]);
  for (const choice of question.choices.filter(({ exclusive }) => !exclusive)) {
    const next = new Map<string, Growing>();
    for (const set of sets.values()) {
      gather(next, set, isLimited);
      if (set.choices.length < limit) gather(next, grow(set, choice, aspects), isLimited);
    }
    sets = next;
  }
  return [...sets].flatMap(([key, set]) => {
    const count = key === keyOf(empty, isLimited) ? set.count - 1 : set.count;
    return count === 0 ? [] : [{ ...set, count }];
  });
}

function grow(set: Growing, choice: Choice, { qualities, parts }: Aspects): Growing {
  const lists = parts.flatMap((part) => part.lists);
  const hits = lists.reduce(
    (bits, list, index) => (list.includes(choice.id) ? bits | (1n << BigInt(index)) : bits),
    set.hits,
  );
  return {
    choices: [...set.choices, choice.id],
    count: set.count,
    weights: qualities.map(
      (id, index) => (set.weights[index] ?? 0) + (choice.weights.get(id) ?? 0),
    ),
    hits,
  };
}

/** A class keeps the first of its members that is not the empty set as its example. */
function gather(classes: Map<string, Growing>, set: Growing, bySize: boolean): void {
  const key = keyOf(set, bySize);
  const before = classes.get(key);
  if (before === undefined) {
    classes.set(key, set);
    return;
  }
  const { choices } = before.choices.length > 0 ? before : set;
  classes.set(key, { ...before, choices, count: before.count + set.count });
}

function keyOf({ weights, hits, choices }: Growing, bySize: boolean): string {
  return `${weights.join(',')}/${hits}/${bySize ? choices.length : ''}`;
}

/** Classes with the same key become one, with the answers of all. */
export function mergeBy<T extends AnswerClass>(
  classes: readonly T[],
  keyOf: (answer: T) => string,
): T[] {
  const merged = new Map<string, T>();
  for (const each of classes) {
    const key = keyOf(each);
    const before = merged.get(key);
    merged.set(key, before ? { ...before, count: before.count + each.count } : each);
  }
  return [...merged.values()];
}

import type { Question } from '../model/question.ts';
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
  const steps = stepsOf(question, aspects);
  const empty: Growing = {
    choices: [],
    count: 1,
    weights: aspects.qualities.map(() => 0),
    hits: wordsFor(aspects),
  };
  const classes = new Map<string, Growing>();
  for (const step of steps) {
    if (step.exclusive || !question.several) gather(classes, grow(empty, step), false);
  }
  for (const set of question.several ? setsOf(question, empty, steps) : []) {
    gather(classes, set, false);
  }
  return [...classes.values()].map(({ choices, count }) => ({ choices, count }));
}

/** What tells sets of choices apart. */
interface Telling {
  /** What it adds to the weight of each quality. */
  readonly weights: readonly number[];
  /** One bit per list of choices in the conditions, so many to a number: some member is in it. */
  readonly hits: readonly number[];
}

/** A set under construction. */
interface Growing extends AnswerClass, Telling {}

/** A choice, with what it does to a set that it is put into. */
interface Step extends Telling {
  readonly id: string;
  readonly exclusive: boolean;
}

const BITS = 30;

function wordsFor({ parts }: Aspects): number[] {
  const lists = parts.reduce((sum, part) => sum + part.lists.length, 0);
  return new Array<number>(Math.ceil(lists / BITS)).fill(0);
}

function stepsOf({ choices }: Question, aspects: Aspects): Step[] {
  const lists = aspects.parts.flatMap((part) => part.lists);
  return choices.map(({ id, exclusive, weights }) => {
    const hits = wordsFor(aspects);
    for (const [index, list] of lists.entries()) {
      const word = Math.floor(index / BITS);
      if (list.includes(id)) hits[word] = (hits[word] ?? 0) | (1 << (index % BITS));
    }
    const added = aspects.qualities.map((quality) => weights.get(quality) ?? 0);
    return { id, exclusive, weights: added, hits };
  });
}

/** All legal sets of at least one choice that need not stand alone; equal ones are merged as they grow. */
function setsOf(question: Question, empty: Growing, steps: readonly Step[]): Growing[] {
  const limit = question.limit ?? Number.POSITIVE_INFINITY;
  const isLimited = question.limit !== undefined;
  let sets = new Map([[keyOf(empty, isLimited), empty]]);
  for (const step of steps.filter(({ exclusive }) => !exclusive)) {
    const next = new Map<string, Growing>();
    for (const [key, set] of sets) {
      gatherAs(key, next, set);
      if (set.choices.length < limit) gather(next, grow(set, step), isLimited);
    }
    sets = next;
  }
  return [...sets].flatMap(([key, set]) => {
    const count = key === keyOf(empty, isLimited) ? set.count - 1 : set.count;
    return count === 0 ? [] : [{ ...set, count }];
  });
}

function grow({ choices, count, weights, hits }: Growing, step: Step): Growing {
  return {
    choices: [...choices, step.id],
    count,
    weights: weights.map((weight, index) => weight + (step.weights[index] ?? 0)),
    hits: hits.map((word, index) => word | (step.hits[index] ?? 0)),
  };
}

function gather(classes: Map<string, Growing>, set: Growing, bySize: boolean): void {
  gatherAs(keyOf(set, bySize), classes, set);
}

/** A class keeps the first of its members that is not the empty set as its example. */
function gatherAs(key: string, classes: Map<string, Growing>, set: Growing): void {
  const before = classes.get(key);
  if (before === undefined) {
    classes.set(key, set);
    return;
  }
  const { choices } = before.choices.length > 0 ? before : set;
  const { weights, hits } = before;
  classes.set(key, { choices, count: before.count + set.count, weights, hits });
}

function keyOf({ weights, hits, choices }: Growing, bySize: boolean): string {
  return `${weights.join(',')}/${hits.join(',')}/${bySize ? choices.length : ''}`;
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

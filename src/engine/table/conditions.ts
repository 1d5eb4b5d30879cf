import { addAll } from '../../common/lists.ts';
import type { Condition } from '../../model/condition.ts';
import { legalClasses } from './legal-answers.ts';
import { maskOf } from './masks.ts';
import type { AnswerMasks, Slot } from './slots.ts';

/** What a condition asks of one question: the answer meets each of the masks. */
export interface Literal {
  /** The index of the question. */
  readonly slot: number;
  readonly masks: readonly number[];
}

/** Holds when every literal does; the literals are on different questions. */
export type Conjunction = readonly Literal[];

/** Over all answers to what is open. */
export type Truth = 'always' | 'sometimes' | 'never';

/**
 * A condition with its terms joined by question; undefined if it names something that is not a question, so that it
 * never holds.
 */
export function conjunctionOf(
  condition: Condition,
  slots: ReadonlyMap<string, Slot>,
): Conjunction | undefined {
  const masks = new Map<Slot, number[]>();
  for (const { subject, choices } of condition.terms) {
    const slot = slots.get(subject);
    if (slot === undefined) return undefined;
    masks.set(slot, [...(masks.get(slot) ?? []), maskOf(choices, slot.choices)]);
  }
  return [...masks].map(([slot, each]) => ({ slot: slot.index, masks: each }));
}

/** Whether an answer meets all masks of a literal. */
export function meets(answer: number, masks: readonly number[]): boolean {
  for (const mask of masks) if ((mask & answer) === 0) return false;
  return true;
}

/**
 * Whether one of some conjunctions holds, as each of them shows by itself; undefined if that is open. They are given as
 * the `terms` of a joined condition.
 */
export function holdsUnder(terms: Int32Array, answers: AnswerMasks): boolean | undefined {
  let mayHold = false;
  let next = 0;
  for (let start = 0; start < terms.length; start = next) {
    next = terms[start] ?? terms.length;
    const holds = allHold(terms, answers, start + 1, next);
    if (holds === true) return true;
    if (holds === undefined) mayHold = true;
  }
  return mayHold ? undefined : false;
}

function allHold(
  terms: Int32Array,
  answers: AnswerMasks,
  start: number,
  end: number,
): boolean | undefined {
  let mayFail = false;
  for (let term = start; term < end; term += 2) {
    const holds = termHolds(terms, answers, term, end);
    if (holds === false) return false;
    if (holds === undefined) mayFail = true;
  }
  return mayFail ? undefined : true;
}

function termHolds(
  terms: Int32Array,
  answers: AnswerMasks,
  term: number,
  end: number,
): boolean | undefined {
  const answer = answers[terms[term] ?? 0] ?? 0;
  if (answer > 0) return (answer & (terms[term + 1] ?? 0)) !== 0;
  return remainingHold(terms, -answer, term, end);
}

/**
 * Whether the choices that remain of an open question meet its terms from one on, which stand side by side; no mask of choices
 * where it is not narrowed.
 */
function remainingHold(
  terms: Int32Array,
  choices: number,
  start: number,
  end: number,
): boolean | undefined {
  if (choices === 0) return undefined;
  let left = choices;
  for (let term = start; term < end && terms[term] === terms[start]; term += 2) {
    left &= terms[term + 1] ?? 0;
  }
  if (left === 0) return false;
  return left === choices ? true : undefined;
}

/** Whether an answer meets the masks of a literal; undefined while that is open, as far as each choice shows by itself. */
export function meetsSoFar(answer: number, masks: readonly number[]): boolean | undefined {
  if (answer > 0) return meets(answer, masks);
  if (answer === 0) return undefined;
  const left = masks.reduce((choices, mask) => choices & mask, -answer);
  if (left === 0) return false;
  return left === -answer ? true : undefined;
}

/** Conjunctions as numbers. */
export function termsOf(anyOf: readonly Conjunction[]): Int32Array {
  const terms: number[] = [];
  for (const conjunction of anyOf) {
    const own = conjunction.flatMap(({ slot, masks }) => masks.flatMap((mask) => [slot, mask]));
    terms.push(terms.length + 1 + own.length);
    addAll(terms, own);
  }
  return Int32Array.from(terms);
}

/** Whether the legal answers to an open question meet the masks. */
export function truthWhileOpen(slot: Slot, masks: readonly number[]): Truth {
  if (!slot.several) return truthAmong(slot.alone, masks);
  const classes = legalClasses(slot, { added: [], masks });
  const holding = classes.filter(({ mask }) => meets(mask, masks)).length;
  if (holding === 0) return 'never';
  return holding === classes.length ? 'always' : 'sometimes';
}

/** The same where each choice is an answer. */
function truthAmong(choices: number, masks: readonly number[]): Truth {
  const meeting = masks.reduce((left, mask) => left & mask, choices);
  if (meeting === 0) return 'never';
  return meeting === choices ? 'always' : 'sometimes';
}

/** Whether a conjunction holds, each question by itself; exact, as its literals are on different questions. */
export function truthOf(
  conjunction: Conjunction,
  answers: AnswerMasks,
  slots: readonly Slot[],
): Truth {
  let truth: Truth = 'always';
  for (const { slot, masks } of conjunction) {
    const each = truthOfLiteral(slot, masks, { answers, slots });
    if (each === 'never') return 'never';
    if (each === 'sometimes') truth = 'sometimes';
  }
  return truth;
}

function truthOfLiteral(
  slot: number,
  masks: readonly number[],
  { answers, slots }: { readonly answers: AnswerMasks; readonly slots: readonly Slot[] },
): Truth {
  const answer = answers[slot] ?? 0;
  const asked = slots[slot];
  if (answer === 0) return asked === undefined ? 'never' : knownTruth(asked, masks);
  const holds = meetsSoFar(answer, masks);
  return holds === undefined ? 'sometimes' : holds ? 'always' : 'never';
}

/**
 * By its masks the truth of each literal while its question is open: one each, which goes with them. To list the legal answers
 * for it takes long, and the same is asked for system after system.
 */
const truthOfMasks = new WeakMap<readonly number[], Truth>();

function knownTruth(slot: Slot, masks: readonly number[]): Truth {
  const known = truthOfMasks.get(masks);
  if (known !== undefined) return known;
  const truth = truthWhileOpen(slot, masks);
  truthOfMasks.set(masks, truth);
  return truth;
}

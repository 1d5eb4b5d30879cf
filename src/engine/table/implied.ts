import type { KnowledgeBase } from '../../model/knowledge.ts';
import { type Conjunction, conjunctionOf, meets } from './conditions.ts';
import { maskOf, size } from './masks.ts';
import type { AnswerMasks, Slot } from './slots.ts';

/** An implication as the engine sees it. */
export interface Implying {
  /** Its place among the implications of the knowledge base. */
  readonly index: number;
  readonly when: Conjunction;
  /** The index of the question that it narrows. */
  readonly slot: number;
  /** The mask of the choices that remain. */
  readonly choices: number;
}

/** Those that name nothing unknown. */
export function implyingOf(
  { implications }: KnowledgeBase,
  slots: ReadonlyMap<string, Slot>,
): Implying[] {
  return implications.flatMap(({ condition, question, choices }, index) => {
    const [when, slot] = [conjunctionOf(condition, slots), slots.get(question)];
    if (when === undefined || slot === undefined || slot.several) return [];
    const mask = maskOf(choices, slot.choices);
    return mask === 0 ? [] : [{ index, when, slot: slot.index, choices: mask }];
  });
}

/** The indexes of the questions that it reads. */
export function sourcesOf({ when }: Implying): number[] {
  return when.map(({ slot }) => slot);
}

/** What an answer to a question does in some implications, as a word: what it fulfils, and what leaves it. */
export function linkWord(mask: number, question: number, implying: readonly Implying[]): string {
  return implying
    .map(({ when, slot, choices }) => {
      const own = when.filter((literal) => literal.slot === question);
      const isFulfilled = own.every(({ masks }) => meets(mask, masks));
      return `${isFulfilled}${slot === question && (mask & choices) !== 0}`;
    })
    .join();
}

/** What the given answers imply. */
export interface Narrowing {
  /** The given answers with what follows from them: where one choice remains, it is the answer. */
  readonly answers: AnswerMasks;
  /** Those that hold and narrow an open question, in their order. */
  readonly followed: readonly Implying[];
  /** Those that hold and would leave nothing of what was answered, or of what others leave: they count for nothing. */
  readonly dropped: readonly Implying[];
}

/** Narrows open questions by what given answers imply (docs/model.md, "Implied answers"). Only given answers imply. */
export function narrowed(given: AnswerMasks, implying: readonly Implying[]): Narrowing {
  const holding = implying.filter((each) => isHeld(each, given));
  if (holding.length === 0) return { answers: given, followed: [], dropped: [] };
  const answers = given.slice();
  const dropped: Implying[] = [];
  for (const each of holding) {
    const left = remaining(answers[each.slot] ?? 0) & each.choices;
    if (left === 0) dropped.push(each);
    else if (given[each.slot] === 0) answers[each.slot] = size(left) === 1 ? left : -left;
  }
  const followed = holding.filter((each) => given[each.slot] === 0 && !dropped.includes(each));
  return { answers, followed, dropped };
}

/** The choices that an entry of `AnswerMasks` leaves. */
function remaining(answer: number): number {
  return answer === 0 ? -1 : Math.abs(answer);
}

/** Whether the given answers fulfil it. */
export function isHeld({ when }: Implying, given: AnswerMasks): boolean {
  return when.every(({ slot, masks }) => {
    const answer = given[slot] ?? 0;
    return answer > 0 && meets(answer, masks);
  });
}

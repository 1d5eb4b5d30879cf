import { once } from '../../common/lazy.ts';
import type { Answers } from '../../model/answers.ts';
import type { AnswerFrequency, Question } from '../../model/question.ts';
import { type AnswerRules, legalAnswers } from './legal-answers.ts';
import { type Likelihood, likelihoodIn } from './likelihood.ts';
import { firstMembers, maskOf, membersOf } from './masks.ts';

/**
 * One number per question, in the order of the knowledge base: above 0 the answer, a mask of choices; 0 while the question is
 * open; below 0 where it is open and implications narrow it, the mask of the choices that remain with its sign turned.
 */
export type AnswerMasks = Int32Array;

export function isOpen(answer: number | undefined): boolean {
  return answer === undefined || answer <= 0;
}

/** The answers that an entry of `AnswerMasks` which is not 0 leaves: the one given, or the choices that remain. */
export function masksWithin(answer: number): number[] {
  return answer > 0 ? [answer] : membersOf(-answer).map((choice) => 1 << choice);
}

/** Whether one entry of `AnswerMasks` leaves nothing that another one excludes. */
export function isWithin(narrow: number, wide: number): boolean {
  if (wide === 0 || narrow === wide) return true;
  return wide < 0 && narrow !== 0 && (Math.abs(narrow) & ~-wide) === 0;
}

/** A question of which only some answers are legal, as its entry in `AnswerMasks` says. */
export function narrowedSlot(slot: Slot, answer: number): Slot {
  if (answer >= 0) return slot;
  const narrowed = { ...slot, alone: -answer };
  return { ...narrowed, legal: once(() => legalAnswers(narrowed)) };
}

/** A question as the engine sees it: its choices are the bits of a mask. */
export interface Slot extends AnswerRules {
  /** Its place in `AnswerMasks`. */
  readonly index: number;
  readonly id: string;
  /** Effort κ of finding the answer, 1 … 5. */
  readonly effort: number;
  /** Every legal answer, listed when first asked for. */
  readonly legal: () => readonly number[];
  /** How likely they are for a kind of systems (docs/model.md, "The next question"). */
  readonly likelihood: (kind: number) => Likelihood;
}

export function slotOf(question: Question, index: number): Slot {
  const { id, several, effort, frequencies: [all, ...kinds] = [] } = question;
  const choices = question.choices.map((choice) => choice.id);
  const exclusive = question.choices.filter((choice) => choice.exclusive).map((each) => each.id);
  const alone = several ? maskOf(exclusive, choices) : firstMembers(choices.length);
  const excludes = question.choices.map((choice) =>
    several ? maskOf(choice.excludes ?? [], choices) : 0,
  );
  const limit = several ? (question.limit ?? choices.length) : 0;
  const rules = { choices, several, alone, excludes, limit };
  const legal = once(() => legalAnswers(rules));
  const counted = (ofKind?: AnswerFrequency) =>
    once(() => likelihoodIn(rules, legal(), all, ofKind));
  const known = [counted(), ...kinds.map((ofKind) => counted(ofKind))] as const;
  return {
    ...{ index, id, effort, ...rules, legal },
    likelihood: (kind) => known[kind]?.() ?? known[0](),
  };
}

/** Answers as masks; questions that the slots do not know are left out. */
export function masksOf(answers: Answers, slots: readonly Slot[]): AnswerMasks {
  const masks = new Int32Array(slots.length);
  for (const { index, id, choices } of slots) {
    const answer = answers.get(id);
    if (answer !== undefined) masks[index] = maskOf(answer.choices, choices);
  }
  return masks;
}

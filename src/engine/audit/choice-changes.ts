import { NONE } from '../../common/answers.ts';
import { type Aspects, legalClasses } from '../table/legal-answers.ts';
import { has, maskOf, membersOf } from '../table/masks.ts';
import type { QuestionColumns } from '../table/question-columns.ts';
import type { Slot } from '../table/slots.ts';

/** Two legal answers to a question that differ by one choice, as masks; or the classes that they belong to. */
export type Change = readonly [number, number];

/**
 * How a choice can change an answer: it replaces another one where a single one is picked; it joins or leaves a set, or
 * replaces the set if it is exclusive. Changes that the aspects do not distinguish are listed once.
 */
export function changesBy(choice: number, slot: Slot, aspects: Aspects): Change[] {
  const own = 1 << choice;
  if (!slot.several) {
    return slot.choices.flatMap((_, other) => (other === choice ? [] : [[1 << other, own]]));
  }
  if (has(slot.alone, choice)) return legalClasses(slot, aspects).map(({ mask }) => [mask, own]);
  const alone = slot.alone | own | (slot.excludes[choice] ?? 0);
  // The mask separates sets from exclusive choices, which would replace them in a class.
  const apart = { ...aspects, masks: [...aspects.masks, alone] };
  const sets = legalClasses({ ...slot, alone, limit: slot.limit - 1 }, apart)
    .map(({ mask }) => mask)
    .filter((mask) => (mask & alone) === 0);
  const none = maskOf([NONE], slot.choices);
  const joining = sets.map((set): Change => [set, set | own]);
  return none === 0 ? joining : [[none, own], ...joining];
}

/** What distinguishes the answers to a question: some tables, and masks that they meet or not. */
export function aspectsOf(
  slot: Slot,
  columns: readonly QuestionColumns[],
  masks: readonly number[] = [],
): Aspects {
  const own = columns.flatMap(({ effects, literals }) => [
    ...effects.flatMap(({ anyOf }) => anyOf),
    ...literals,
  ]);
  return {
    added: slot.choices.map((_, choice) => columns.flatMap(({ added }) => added[choice] ?? [])),
    masks: [...masks, ...own.flat()],
  };
}

/** What a choice can change among classes of answers. */
export interface ChoiceChanges {
  readonly choice: number;
  /** Each between two different classes. */
  readonly pairs: readonly Change[];
}

/** A question with its answers in classes. */
export interface Classified {
  readonly slot: Slot;
  readonly aspects: Aspects;
  readonly classOf: (mask: number) => number;
}

/** What each of some choices can change; those that cannot change the class are left out. */
export function changesAmong(choices: number, { slot, aspects, classOf }: Classified) {
  return membersOf(choices).flatMap((choice): ChoiceChanges[] => {
    const pairs = changesBy(choice, slot, aspects)
      .map(([from, to]): Change => [classOf(from), classOf(to)])
      .filter(([from, to]) => from !== to);
    return pairs.length === 0 ? [] : [{ choice, pairs }];
  });
}

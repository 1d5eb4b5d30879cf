import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { type AnswerMasks, isOpen, narrowedSlot, type Slot } from './slots.ts';

/** Draws complete answers, every legal one equally likely: what is given stays. The same ones in each run. */
export function completer(
  questions: readonly Slot[],
  answers: AnswerMasks,
  seed: number,
): () => AnswerMasks {
  const generator = xoroshiro128plus(seed);
  const open = questions.filter(({ index }) => isOpen(answers[index]));
  const legal = open.map((slot) => ({
    index: slot.index,
    masks: narrowedSlot(slot, answers[slot.index] ?? 0).legal(),
  }));
  return () => {
    const completed = answers.slice();
    for (const { index, masks } of legal) {
      completed[index] = masks[uniformInt(generator, 0, masks.length - 1)] ?? 0;
    }
    return completed;
  };
}

import { type AnswerMasks, masksWithin, type Slot } from '../table/slots.ts';
import type { DiagramLevel } from './diagram.ts';

/** By class of a level how likely its answers are; they add up to 1. */
export type Chances = (level: DiagramLevel) => readonly number[];

/** Every legal answer counts the same. */
export function equalChances({ classes }: Pick<DiagramLevel, 'classes'>): number[] {
  return inParts(classes.map(({ weight }) => weight));
}

/** Answers count by how common they are; of a narrowed question only those that remain. Worked out once for each level. */
export function commonChances(questions: readonly Slot[], answers: AnswerMasks): Chances {
  const known = new Map<DiagramLevel, readonly number[]>();
  return (level) => {
    const before = known.get(level);
    if (before !== undefined) return before;
    const chances = chancesAt(level, questions[level.slot], answers[level.slot] ?? 0);
    known.set(level, chances);
    return chances;
  };
}

function chancesAt(level: DiagramLevel, slot: Slot | undefined, answer: number): number[] {
  if (slot === undefined) return equalChances(level);
  const likelihoods = slot.likelihoods();
  const sums = level.classes.map(() => 0);
  for (const mask of answer === 0 ? slot.legal() : masksWithin(answer)) {
    const place = level.classOf(mask);
    sums[place] = (sums[place] ?? 0) + (likelihoods.get(mask) ?? 0);
  }
  return inParts(sums);
}

function inParts(counts: readonly number[]): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / all);
}

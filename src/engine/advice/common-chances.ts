import { remembered } from '../../common/lazy.ts';
import type { DiagramLevel } from '../decide/diagram.ts';
import type { Situation } from '../decide/judge.ts';
import { type Chances, equalChances, inParts } from '../decide/queries.ts';
import { masksWithin } from '../table/slots.ts';
import type { Tables } from '../table/tables.ts';

/** What a question comes to for those who cannot answer it: one of its answers; undefined if nothing stands for that. */
export type Unanswered = (slot: number) => number | undefined;

/**
 * Answers count by how common they are; of a narrowed question only those that remain. Who cannot answer counts as the
 * answer that says least, and so does a question that was asked in vain.
 */
export function commonChances(
  { questions, kindOf }: Pick<Tables, 'questions' | 'kindOf'>,
  { answers, unknown }: Pick<Situation, 'answers' | 'unknown'>,
  unanswered: Unanswered,
): Chances {
  const kind = kindOf(answers);
  return remembered((level: DiagramLevel) => {
    const slot = questions[level.slot];
    if (slot === undefined) return equalChances(level);
    const { known: usual, ofAnswers } = slot.likelihood(kind);
    const known = unknown?.has(level.slot) ? 0 : usual;
    const answer = answers[level.slot] ?? 0;
    const masks = answer === 0 ? slot.legal() : masksWithin(answer);
    const parts = inParts(countedIn(level, masks, ofAnswers));
    const idle = unanswered(level.slot);
    if (idle === undefined || !masks.includes(idle)) return parts;
    const place = level.classOf(idle);
    return parts.map((part, index) => known * part + (index === place ? 1 - known : 0));
  });
}

function countedIn(
  { classes, classOf }: DiagramLevel,
  masks: readonly number[],
  likelihoods: ReadonlyMap<number, number>,
): number[] {
  const sums = classes.map(() => 0);
  for (const mask of masks) {
    const place = classOf(mask);
    sums[place] = (sums[place] ?? 0) + (likelihoods.get(mask) ?? 0);
  }
  return sums;
}

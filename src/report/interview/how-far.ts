import { isDecided } from '../../common/decided.ts';
import type { Interview } from '../../model/interview.ts';

/** How far an interview is. */
export interface HowFar {
  /** The number of the question at hand, from 1. */
  readonly number: number;
  /** How many questions are expected in all; that number at least. */
  readonly total: number;
  /** Decisions that no further answer can move. */
  readonly decided: number;
  readonly decisions: number;
}

export function howFar({ asked, at, toReview, expected, outlook }: Interview): HowFar {
  const own = at.kind === 'question' ? at.question : undefined;
  const place = own === undefined ? -1 : asked.indexOf(own);
  const number = (place === -1 ? asked.length : place) + 1;
  // What is looked at again is among those expected.
  const done = asked.filter((question) => !toReview.includes(question)).length;
  return {
    number,
    total: Math.max(number, done + expected),
    decided: outlook.decisions.filter(isDecided).length,
    decisions: outlook.decisions.length,
  };
}

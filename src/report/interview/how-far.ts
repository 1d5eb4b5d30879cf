import { isDecided, likeliestOf } from '../../common/decided.ts';
import type { Interview } from '../../model/interview.ts';
import type { Standing } from '../../model/outlook.ts';

/** How far an interview is. */
export interface HowFar {
  /** The number of the current question, from 1. */
  readonly number: number;
  /** How many questions are expected in all; that number at least. */
  readonly total: number;
  /** Decisions that no further answer can move, or hardly any. */
  readonly decided: number;
  readonly decisions: number;
}

/** Thousandths of the ways to answer the rest that lead to the same outcome. */
const NEARLY_ALL = 900;

function isAsGoodAsDecided(standing: Standing): boolean {
  return isDecided(standing) || likeliestOf(standing).share >= NEARLY_ALL;
}

export function howFar({ asked, at, toReview, expected, outlook }: Interview): HowFar {
  const own = at.kind === 'question' ? at.question : undefined;
  const place = own === undefined ? -1 : asked.indexOf(own);
  const number = (place === -1 ? asked.length : place) + 1;
  // What is reviewed is among those expected.
  const done = asked.filter((question) => !toReview.includes(question)).length;
  return {
    number,
    total: Math.max(number, done + expected),
    decided: outlook.decisions.filter(isAsGoodAsDecided).length,
    decisions: outlook.decisions.length,
  };
}

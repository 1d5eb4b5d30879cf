import type { Interview } from '../../model/interview.ts';
import { questionsLeft } from '../../model/questions-left.ts';

/** How far an interview is. */
export interface Progress {
  /** The number of the question at hand, from 1. */
  readonly number: number;
  /** How many others can still matter; it may turn out fewer. */
  readonly more: number;
  /** Decisions that no further answer can move. */
  readonly settled: number;
  readonly decisions: number;
}

export function progressOf(interview: Interview): Progress {
  const { asked, at, toReview, outlook } = interview;
  const own = at.kind === 'question' ? at.question : undefined;
  const open = questionsLeft(interview);
  const left = new Set([...open, ...toReview].filter((question) => question !== own));
  const place = own === undefined ? -1 : asked.indexOf(own);
  return {
    number: (place === -1 ? asked.length : place) + 1,
    more: left.size,
    settled: outlook.decisions.filter(({ status }) => status !== 'open').length,
    decisions: outlook.decisions.length,
  };
}

import { questionsLeft } from '../../common/answers.ts';
import { isDecided } from '../../common/decided.ts';
import type { Interview } from '../../model/interview.ts';

/** How far an interview is. */
export interface HowFar {
  /** The number of the question at hand, from 1. */
  readonly number: number;
  /** How many others are asked at most: those that can still matter, which never become more by an answer to a new question. */
  readonly more: number;
  /** That holds as long as answers that are there and looked at again stay as they are. */
  readonly ifKept: boolean;
  /** Decisions that no further answer can move. */
  readonly settled: number;
  readonly decisions: number;
}

export function howFar(interview: Interview): HowFar {
  const { asked, at, sheet, toReview, outlook } = interview;
  const own = at.kind === 'question' ? at.question : undefined;
  const open = questionsLeft(interview);
  const left = new Set([...open, ...toReview].filter((question) => question !== own));
  const place = own === undefined ? -1 : asked.indexOf(own);
  return {
    number: (place === -1 ? asked.length : place) + 1,
    more: left.size,
    ifKept: [own ?? '', ...toReview].some((id) => Boolean(sheet.answers.get(id))),
    settled: outlook.decisions.filter(isDecided).length,
    decisions: outlook.decisions.length,
  };
}

/** `at most 5 more`, behind the number of the question at hand. */
export function moreWords({ more, ifKept }: HowFar): string {
  const words = more === 0 ? 'the last' : `at most ${more} more`;
  return ifKept ? `${words} if kept` : words;
}

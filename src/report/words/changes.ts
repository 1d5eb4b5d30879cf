import { CLEAR_SHIFT, MOST_WITH_SHIFTS } from '../../common/limits.ts';
import type { Why, WhyChange, WhyChoice, WhyShift } from '../../model/outlook.ts';
import { listedFirst, type Names } from './names.ts';
import { NO_PICK, shareWords } from './standing.ts';
import { APPLIES, statusOf, statusWord } from './status.ts';

/** What becomes of a decision: `Database → SQL, settled`. `becomes` stands between the decision and its picks. */
export function changeWords(change: WhyChange, names: Names, becomes: string): string {
  const { decision, status, recommended, applies, before } = change;
  const title = names.decision(decision);
  if (isSamePick(change)) return `${title} ${APPLIES[applies]}`;
  const picks = recommended.length === 0 ? NO_PICK : names.alternatives(recommended);
  const condition = applies === 'undecided' ? ' if it applies' : '';
  const word = statusWord({ status, pinned: false });
  switch (status) {
    case 'settled':
    case 'tied':
      return `${title} ${becomes} ${picks}, ${word}${condition}`;
    case 'open':
      return `${title} ${becomes} ${picks}, ${before.status === 'open' ? `stays ${word}` : word}`;
    case 'not-applicable':
      return statusOf(title, status);
    case 'infeasible':
      return `${statusOf(title, status)}${condition}`;
    default:
      return status satisfies never;
  }
}

function isSamePick({ status, recommended, before }: WhyChange): boolean {
  return status === before.status && recommended.join() === before.recommended.join();
}

/** How much likelier a pick becomes: `Database: SQL 82% → 95%`. */
export function shiftWords(shift: WhyShift, names: Names, becomes: string): string {
  const { decision, recommended, before, after } = shift;
  const picks = recommended.length === 0 ? NO_PICK : names.alternatives(recommended);
  const change = `${shareWords(before)} ${becomes} ${shareWords(after)}`;
  return `${names.decision(decision)}: ${picks} ${change}`;
}

const MOST_NAMED = 4;

/** `Why: it can still change Database, Caching.` Where no choice does so by itself it says that, too. */
export function whyWords(why: Why, names: Names): string {
  const named = listedFirst(why.decisions.map(names.decision), MOST_NAMED);
  if (named === '') return 'Why: it cannot change any open decision.';
  return why.choices.every(isIdle)
    ? `Why: together with other answers it can still change ${named}; each choice ${nothingYet(why)}.`
    : `Why: it can still change ${named}.`;
}

/** Whether there is nothing to say about a choice before other questions are answered as well. */
export function isIdle({ changes, shifts }: WhyChoice): boolean {
  return changes.length + shifts.length === 0;
}

/** What can be said of an idle choice: small shifts are not shown, and those of many choices not at all. */
export function nothingYet({ choices }: Why): string {
  return choices.length > MOST_WITH_SHIFTS
    ? 'changes no pick on its own'
    : `shifts no pick by ${CLEAR_SHIFT / 10}% or more on its own`;
}

/** Where several may be picked each is looked at as if it were the only one. */
export function alone(choice: string): string {
  return `${choice} alone`;
}

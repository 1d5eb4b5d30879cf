import type { WhyChange, WhyShift } from '../../model/outlook.ts';
import type { Names } from '../names.ts';
import { NO_PICK, shareWords } from './standing-words.ts';

/** What becomes of a decision: `Database → SQL, settled`. `becomes` stands between the decision and its picks. */
export function changeWords(change: WhyChange, names: Names, becomes: string): string {
  const { decision, status, recommended, applies, before } = change;
  const title = names.decision(decision);
  if (isSamePick(change)) return `${title} ${APPLIES[applies]}`;
  const picks = recommended.length === 0 ? NO_PICK : names.alternatives(recommended);
  const condition = applies === 'undecided' ? ' if it applies' : '';
  switch (status) {
    case 'settled':
      return `${title} ${becomes} ${picks}, settled${condition}`;
    case 'tied':
      return `${title} ${becomes} ${picks}, tied${condition}`;
    case 'open':
      return `${title} ${becomes} ${picks}, ${before.status === 'open' ? 'stays open' : 'open'}`;
    case 'not-applicable':
      return `${title} does not apply`;
    case 'infeasible':
      return `${title}: nothing fits${condition}`;
    default:
      return status satisfies never;
  }
}

const APPLIES = {
  yes: 'applies',
  no: 'does not apply',
  undecided: 'may not apply',
} as const;

function isSamePick({ status, recommended, before }: WhyChange): boolean {
  return status === before.status && recommended.join() === before.recommended.join();
}

/** How much likelier a pick becomes: `Database: SQL 82 % → 95 %`. */
export function shiftWords(shift: WhyShift, names: Names, becomes: string): string {
  const { decision, recommended, before, after } = shift;
  const picks = recommended.length === 0 ? NO_PICK : names.alternatives(recommended);
  const change = `${shareWords(before)} ${becomes} ${shareWords(after)}`;
  return `${names.decision(decision)}: ${picks} ${change}`;
}

import type { DecisionAdvice } from '../../model/advice.ts';
import { type Inline, strong } from '../markdown/markdown.ts';
import { certaintyWords } from '../words/certainty.ts';
import { listed, type Names } from '../words/names.ts';
import { NO_PICK } from '../words/standing.ts';
import { APPLIES, statusWord } from '../words/status.ts';

/** Whether a decision arises for all that is known now: for certain, or with the picks that lead. */
export function isInForce({ applies, appliesAsPicked, joint }: DecisionAdvice): boolean {
  return joint !== undefined || applies === 'yes' || appliesAsPicked === true;
}

function whyNoPick(decision: DecisionAdvice): string {
  const { status, joint } = decision;
  if (joint || status === 'not-applicable') return APPLIES.no;
  return status === 'infeasible' ? statusWord(decision) : NO_PICK;
}

/** The names of the picks; what stands in place of them where there are none. */
export function pickWords(decision: DecisionAdvice, names: Names): string {
  const { recommended, status } = decision;
  if (recommended.length === 0) return whyNoPick(decision);
  return listed(recommended.map(names.alternative), status === 'tied' ? 'or' : 'and');
}

/** The same, marked unless the decision does not arise so far. */
export function pickOf(decision: DecisionAdvice, names: Names): Inline {
  const picks = pickWords(decision, names);
  return decision.recommended.length > 0 && isInForce(decision) ? strong(picks) : picks;
}

/** How certain a pick is, or that its decision does not arise so far; nothing more if it never does. */
export function certaintyOf(decision: DecisionAdvice, names: Names): string {
  if (decision.applies === 'undecided' && !isInForce(decision)) return `${APPLIES.no} so far`;
  return `${certaintyWords(decision, names)}${decision.pinned ? ' (pinned)' : ''}`;
}

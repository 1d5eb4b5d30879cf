import type { Condition, Term } from '../../model/condition.ts';
import type { Judged } from '../decide/judge.ts';
import { conjunctionOf, type Truth, truthOf } from '../table/conditions.ts';
import { maskOf } from '../table/masks.ts';
import type { Stage } from './stage.ts';

/** Whether a condition on answers and picks may hold under some way to answer what is open, each decision by itself. */
export function mayHold(condition: Condition, { situation, judged }: Stage): boolean {
  const { tables, answers } = situation;
  const isPick = ({ subject }: Term) => judged.has(subject);
  const asked = condition.terms.filter((term) => !isPick(term));
  const conjunction = conjunctionOf({ ...condition, terms: asked }, tables.slots);
  if (conjunction === undefined) return false;
  if (truthOf(conjunction, answers, tables.questions) === 'never') return false;
  return condition.terms.every((term) => {
    const parent = judged.get(term.subject);
    return parent === undefined || truthOfPick(term, parent) !== 'never';
  });
}

/** Whether the pick of a decision is one of those named. */
export function truthOfPick(
  { choices }: Term,
  { entry, status, picks, applicability }: Judged,
): Truth {
  if (applicability.applies === 'no') return 'never';
  if (status === 'open') return 'sometimes';
  if ((picks & maskOf(choices, entry.alternatives)) === 0) return 'never';
  return applicability.applies === 'yes' ? 'always' : 'sometimes';
}

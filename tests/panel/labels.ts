import type { Advice } from '../../src/model/advice.ts';
import { asLabelled } from '../support/later-alternatives.ts';
import { adviceOn, pickedOn } from '../support/picked.ts';

/** The label of a point that does not arise. */
const NOT_APPLICABLE = 'na';

/** The label that the judges, who knew only those in `points.ts`, would give to an alternative. */
export function labelOf(alternative: string): string {
  return asLabelled(alternative).replaceAll('-', '_');
}

/** The alternatives that are picked, or that the decision does not arise. */
export function picksOn(decision: string, advice: Advice): readonly string[] {
  const isApplicable = adviceOn(decision, advice).status !== 'not-applicable';
  return isApplicable ? pickedOn(decision, advice) : [NOT_APPLICABLE];
}

/** The same in the words of the judges. */
export function labelsOn(decision: string, advice: Advice): readonly string[] {
  return picksOn(decision, advice).map(labelOf);
}

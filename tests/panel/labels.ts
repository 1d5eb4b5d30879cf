import type { Advice } from '../../src/model/advice.ts';
import { adviceOn, pickedOn } from '../support/picked.ts';

/**
 * The label that the judges would give to an alternative, where the two differ by more than a hyphen. The judges knew only
 * the labels in `points.ts`: an alternative that came later stands here with the label that covers it, as
 * `'walled-monolith': 'modular_monolith'` or `'time-series': 'wide_column'` would.
 */
const LABELS: Readonly<Record<string, string>> = {};

/** The label of a point that does not arise. */
const NOT_APPLICABLE = 'na';

export function labelOf(alternative: string): string {
  return LABELS[alternative] ?? alternative.replaceAll('-', '_');
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

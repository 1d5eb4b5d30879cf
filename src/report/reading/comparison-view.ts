import type { Decision } from '../../model/decision.ts';
import type { Outlook } from '../../model/outlook.ts';
import type { ComparisonVerdict } from '../../model/reading.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from '../words/names.ts';

export interface ComparisonView {
  readonly names: Names;
  readonly style: Style;
  /** Every sentence and every condition. */
  readonly isFull: boolean;
  /** What the system is called. */
  readonly system: string;
  /** Where alternatives of one decision are compared and something is answered. */
  readonly verdict?: ComparisonVerdict;
  /** How the decisions stand, and which questions can still move them. */
  readonly outlook?: Outlook;
  /** The words of the command that shows the whole sum of one alternative over another. */
  readonly explainIt: (decision: string, over: string) => readonly string[];
}

/** The decisions of some patterns, each once. */
export function decisionsIn(decisions: readonly (Decision | undefined)[]): readonly Decision[] {
  return [...new Set(decisions)].flatMap((each) => each ?? []);
}

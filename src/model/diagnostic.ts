import type { Place } from './place.ts';

export type Severity = 'error' | 'warning';

/** A problem in a document: a value, never thrown. `rule` is the id of the rule that found it. */
export interface Diagnostic {
  readonly rule: string;
  readonly severity: Severity;
  /** What was found, in one sentence without a final dot. */
  readonly message: string;
  /** What to do next. */
  readonly hint?: string;
  readonly place: Place;
}

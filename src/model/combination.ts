import type { Condition } from './condition.ts';
import type { Place } from './place.ts';

/** What picks of different decisions forbid or ask of each other; the conditions name decisions and alternatives. */
export interface Combination {
  /** Without `requires` it must never hold. */
  readonly when: Condition;
  /** What has to hold as well where `when` does. */
  readonly requires?: Condition;
  readonly because: string;
  readonly place: Place;
}

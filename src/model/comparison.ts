import type { Citation } from './advice.ts';
import type { Pattern } from './pattern.ts';

/** Patterns side by side. */
export interface Comparison {
  readonly patterns: readonly Pattern[];
  /** Every quality that some of them speak about, those that divide them most first. */
  readonly qualities: readonly ComparedQuality[];
}

export interface ComparedQuality {
  readonly quality: string;
  /** In the order of the patterns. */
  readonly sides: readonly ComparedSide[];
}

export interface ComparedSide {
  /** −2 … +2 */
  readonly rating: number;
  readonly claims: readonly Citation[];
}

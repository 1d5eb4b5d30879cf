import type { Combination } from './dispute.ts';

/** How the pick of a decision varies with what its disputes are settled to. Picks are masks of its alternatives. */
export interface Variation {
  /** Not every combination was tried. */
  readonly isSampled: boolean;
  /** By dispute. */
  readonly influences: readonly Influence[];
  /** What the decision can come to once all disputes are settled; each pick once. */
  readonly settled: readonly number[];
  /** By dispute; empty where its influence is not `answer`. */
  readonly follows: readonly Following[];
  /** By pick: the fewest answers that lead to it; absent where no combination does. */
  readonly ways: ReadonlyMap<number, Way>;
}

/**
 * What a dispute does: `answer` where two of the answers given lead to different picks while all others are settled;
 * else `settling` where settling it changes the pick while each of the others is settled or open; else `none`.
 */
export type Influence = 'answer' | 'settling' | 'none';

/** What follows from each answer to a dispute. */
export interface Following {
  /** The other disputes that are taken as settled, by their place. The rest may be settled or open. */
  readonly with: readonly number[];
  /** By option. */
  readonly picks: readonly (readonly number[])[];
}

/** A combination that leads to a pick. */
export interface Way {
  readonly combination: Combination;
  /** The open disputes that can still change the pick, by their place. */
  readonly dependsOn: readonly number[];
}

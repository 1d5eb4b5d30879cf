import type { DecisionAdvice, Share } from './advice.ts';

/** What the advice on a decision comes to, without its reasons: what a line of `batch` says. */
export type Verdict = Pick<
  DecisionAdvice,
  | 'id'
  | 'status'
  | 'recommended'
  | 'joint'
  | 'applies'
  | 'appliesDependsOn'
  | 'dependsOn'
  | 'dependsOnBounded'
>;

/**
 * In which part of the completions each outcome comes about, were the decision to apply, every legal completion of the answers counting
 * equally (docs/model.md, "Shares"). It is not the probability of being right.
 */
export interface Shares {
  /** False if all completions were counted; true if 1,000 were drawn, so that a share is right to about 3%. */
  readonly sampled: boolean;
  /**
   * In the order of the decision, those above nothing; tied alternatives count for each, techniques each by itself, so
   * that picking none of them has no share of its own.
   */
  readonly shares: readonly Share[];
  /**
   * Where one alternative is picked: in which part of the completions exactly these win, the largest first; every completion
   * counts once. Several are level, none is where nothing fits.
   */
  readonly outcomes?: readonly OutcomeShare[];
}

export interface OutcomeShare extends Pick<Share, 'share'> {
  readonly winners: readonly string[];
}

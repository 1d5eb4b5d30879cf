import type { DecisionAdvice } from './advice.ts';

/** What the advice on a decision comes to, without its reasons: what a line of `batch` says. */
export type Verdict = Pick<
  DecisionAdvice,
  | 'id'
  | 'status'
  | 'recommended'
  | 'applies'
  | 'appliesDependsOn'
  | 'dependsOn'
  | 'dependsOnBounded'
>;

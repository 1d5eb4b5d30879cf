export type Likelihood = 'likely' | 'toss-up' | 'unlikely';

/** Thousandths of the completions from which on a pick is likely, and below which it is unlikely. */
const LIKELY = 600;
const UNLIKELY = 400;

/** Whether an open pick is likely to stay, by its share of the completions in thousandths. */
export function likelihoodOf(share: number): Likelihood {
  if (share >= LIKELY) return 'likely';
  return share < UNLIKELY ? 'unlikely' : 'toss-up';
}

import type { Standing } from './outlook.ts';

/** What most scenarios make of an open decision. */
export interface Likeliest {
  /** False where it does not apply in more than half of the scenarios. */
  readonly applies: boolean;
  /** Thousandths of the scenarios: in which the pick wins, or in which it does not apply. */
  readonly share: number;
}

const HALF = 500;

export function likeliestOf({
  share = 0,
  notApplicable = 0,
}: Pick<Standing, 'share' | 'notApplicable'>): Likeliest {
  const applies = notApplicable <= HALF;
  return { applies, share: applies ? share : notApplicable };
}

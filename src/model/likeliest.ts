import type { Standing } from './outlook.ts';

/** What most completions make of a decision that is not certain. */
export interface Likeliest {
  /** False where it does not apply in more than half of the completions. */
  readonly applies: boolean;
  /** Thousandths of the completions: in which it applies and the pick wins, or in which it does not apply. */
  readonly share: number;
}

const ALL = 1_000;
const HALF = 500;

/** Whether it applies and what wins are taken as independent. */
export function likeliestOf({
  share = ALL,
  appliesShare = ALL,
}: Pick<Standing, 'share' | 'appliesShare'>): Likeliest {
  const applies = appliesShare >= HALF;
  return {
    applies,
    share: applies ? Math.floor((share * appliesShare) / ALL) : ALL - appliesShare,
  };
}

import type { DecisionAdvice, Reason, Status } from '../model/advice.ts';
import type { Standing } from '../model/outlook.ts';
import type { Verdict } from '../model/verdict.ts';
import { isMain } from './main-decisions.ts';

/** Whether no open question can change a decision: neither who wins, nor whether it applies. */
export function isDecided({ status, applies }: Pick<Verdict, 'status' | 'applies'>): boolean {
  return status !== 'open' && applies !== 'undecided';
}

/** A decision of which it is undecided whether it applies is open, even if its pick is settled. */
export function overallStatus(verdict: Pick<Verdict, 'status' | 'applies'>): Status {
  return isDecided(verdict) ? verdict.status : 'open';
}

/** What most completions make of a decision that is not certain. */
export interface Likeliest {
  /** False if it does not apply in more than half of the completions. */
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

/** What a decision picks by itself: what its status, its share and its lead are about. */
export function alonePick({
  alone,
  joint,
  recommended,
}: Pick<Standing, 'alone' | 'joint' | 'recommended'>): readonly string[] {
  return alone ?? joint?.instead ?? recommended;
}

/** So few decisions are all shown, whether there is something to say or not. */
export const FEW_DECISIONS = 3;

/** Whether there is something to say: a decision at its baseline that no answer moves needs no words. */
export function saysSomething(decision: DecisionAdvice): boolean {
  if (!isMain(decision)) return false;
  if (decision.applies !== 'yes') return false;
  if (decision.status !== 'settled' && decision.status !== 'open') return true;
  return decision.ranking.some(
    ({ contributions, excludedBy }) =>
      contributions.some(({ because }) => because.some(isAnswer)) ||
      excludedBy.some(({ state }) => state === 'certain'),
  );
}

function isAnswer(reason: Reason): boolean {
  return reason !== 'base' && reason.choice !== undefined;
}

import type { Status } from './advice.ts';
import type { Verdict } from './verdict.ts';

/** Whether no open question can change a decision: neither who wins, nor whether it applies. */
export function isDecided({ status, applies }: Pick<Verdict, 'status' | 'applies'>): boolean {
  return status !== 'open' && applies !== 'undecided';
}

/** A decision of which it is undecided whether it applies is open, even where its pick is settled. */
export function overallStatus(verdict: Pick<Verdict, 'status' | 'applies'>): Status {
  return isDecided(verdict) ? verdict.status : 'open';
}

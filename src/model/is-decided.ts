import type { Verdict } from './verdict.ts';

/** Whether no open question can change a decision: neither who wins, nor whether it applies. */
export function isDecided({ status, applies }: Pick<Verdict, 'status' | 'applies'>): boolean {
  return status !== 'open' && applies !== 'undecided';
}

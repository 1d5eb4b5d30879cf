import type { Bounds } from './bounds.ts';

/** What the bounds prove about the winners, whatever is answered to the open questions; alternatives by their index. */
export interface Verdict {
  readonly status: 'settled' | 'tied' | 'infeasible' | 'open';
  readonly winners: readonly number[];
}

/** The proof of MODEL.md, section 3: the same winners under every completion, or open. */
export function verdictOf(
  bounds: Bounds,
  alternatives: readonly number[],
  several: boolean,
): Verdict {
  return several ? techniqueVerdict(bounds) : singleVerdict(bounds, alternatives);
}

function singleVerdict({ low, isSafe, isPossible }: Bounds, indexes: readonly number[]): Verdict {
  if (!indexes.some(isPossible)) return { status: 'infeasible', winners: [] };
  const unbeaten = indexes.filter((a) => isSafe(a) && indexes.every((b) => low(a, b) >= 0));
  const isAbove = (a: number) => indexes.every((b) => unbeaten.includes(b) || low(a, b) > 0);
  if (unbeaten.length === 0 || !unbeaten.every(isAbove)) return { status: 'open', winners: [] };
  return { status: unbeaten.length === 1 ? 'settled' : 'tied', winners: unbeaten };
}

const NOT_HAVING = 0;
const HAVING = 1;

/** A technique is picked where its value is above not having it; equal is not enough. */
function techniqueVerdict({ isSafe, low }: Bounds): Verdict {
  if (isSafe(HAVING) && low(HAVING, NOT_HAVING) > 0)
    return { status: 'settled', winners: [HAVING] };
  if (low(NOT_HAVING, HAVING) >= 0) return { status: 'settled', winners: [NOT_HAVING] };
  return { status: 'open', winners: [] };
}

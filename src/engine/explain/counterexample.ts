import { OPEN, type Sheet } from '../proof/codes.ts';
import type { Dense } from '../proof/dense.ts';
import { drawnAnswers } from '../proof/drawn-answers.ts';
import type { Demand } from './demand.ts';
import type { Full } from './shortfall.ts';

/** Completions that are looked at before a proof is tried, which takes longer and teaches less. */
const TRIALS = 40;

interface Court {
  readonly dense: Dense;
  /** Whether complete answers come to something else. */
  readonly isOther: (complete: Sheet) => boolean;
}

/**
 * A demand that some answers do not meet: they leave room for a completion that comes to something else, so that one of
 * the answers has to be said that differ from it. Undefined where no such completion was met.
 */
export function counterexampleTo(some: Sheet, full: Full, court: Court): Demand | undefined {
  for (let scenario = 0; scenario < TRIALS; scenario += 1) {
    const other = completed(some, scenario, court.dense);
    if (court.isOther(other)) return differenceTo(nearest(other, full, court), full);
  }
  return undefined;
}

function completed(some: Sheet, scenario: number, dense: Dense): Sheet {
  return some.map((code, question) =>
    code === OPEN ? (drawnAnswers(dense, question)[scenario] ?? OPEN) : code,
  );
}

/** Goes back to what was answered as far as it still comes to something else. */
function nearest(other: Sheet, { sheet, items }: Full, { isOther }: Court): Sheet {
  const near = other.slice();
  for (const question of items) {
    const before = near[question] ?? OPEN;
    near[question] = sheet[question] ?? OPEN;
    if (before !== near[question] && !isOther(near)) near[question] = before;
  }
  return near;
}

function differenceTo(other: Sheet, { sheet, items }: Full): Demand {
  return { needed: 1, gains: items.map((question) => Number(other[question] !== sheet[question])) };
}

import type { Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import { has } from './dense-table.ts';
import { finalOf } from './final.ts';

/** Not having a technique and having it, as bits of its table. */
export const WITHOUT = 1;
export const HAVING = 2;

/** Who wins a contest once every question of its table is answered, as bits of the table. */
export function winnersOf(contest: Contest, sheet: Sheet): number {
  const { known, out } = finalOf(contest.table, sheet);
  return winnersAmong(contest, { values: known, at: 0, out });
}

/** The values of a contest, its first alternative at `at`, and what is ruled out. */
export interface Values {
  readonly values: ArrayLike<number>;
  readonly at: number;
  readonly out: number;
}

/** All that stand and have the highest value; a technique has to be better than not having it. */
export function winnersAmong({ table, several }: Contest, values: Values): number {
  return several ? technique(values) : best(values, table.width);
}

function technique({ values, at, out }: Values): number {
  return !has(out, 1) && (values[at + 1] ?? 0) > (values[at] ?? 0) ? HAVING : WITHOUT;
}

function best({ values, at, out }: Values, width: number): number {
  let [winners, highest] = [0, Number.NEGATIVE_INFINITY];
  for (let index = 0; index < width; index += 1) {
    const value = values[at + index] ?? 0;
    if (has(out, index) || value < highest) continue;
    winners = value === highest ? winners | (1 << index) : 1 << index;
    highest = value;
  }
  return winners;
}

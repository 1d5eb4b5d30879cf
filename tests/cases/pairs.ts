import { scoreOf } from './score.ts';
import type { Judged } from './table.ts';

/** Two cases that look alike and were decided differently, for good reasons. */
const PAIRS = [
  ['c02', 'c39', 'system_style'],
  ['c27', 'c11', 'read_write_model'],
  ['c10', 'c20', 'data_distribution'],
  ['c23', 'c41', 'distributed_transactions'],
] as const;

/** Whether each pair comes out differently, and both right. */
export function pairsText(all: readonly Judged[]): string {
  return PAIRS.map(([left, right, point]) => {
    const sides = [left, right].map((id) =>
      all.find(({ of, label }) => of.id === id && label.point === point),
    );
    const told = sides.map((side) => {
      if (side === undefined) return 'no label';
      const isRight = scoreOf(side.picks.first, side.label) === 1;
      return `${side.of.id} ${side.picks.first.join(', ')} ${isRight ? '(right)' : `(chosen ${side.label.chosen.join(', ')})`}`;
    });
    return `${point}: ${told.join(' / ')}`;
  }).join('\n');
}

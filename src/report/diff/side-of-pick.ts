import type { DecisionDifference, PickOfSide } from '../../model/difference.ts';
import { namesIn } from '../names.ts';
import { statusText } from '../status.ts';
import type { Style } from '../style.ts';
import type { DifferenceView } from './difference-view.ts';

/** What is picked on one side, in the words of its knowledge. */
export function picksOf(
  { status, recommended }: PickOfSide,
  side: 'before' | 'after',
  view: DifferenceView,
): string {
  if (recommended.length > 0) return namesIn(view[side]).alternatives(recommended);
  switch (status) {
    case 'not-applicable':
      return 'not applicable';
    case 'infeasible':
      return 'nothing';
    default:
      return 'none of them';
  }
}

/** The status, and whether it is open that the decision applies. */
export function statusWords(side: PickOfSide, style: Style): string {
  const status = statusText(side, style);
  return side.applies === 'undecided' ? `${status}, may not apply` : status;
}

/** The status, or the two where they differ; a side on which the decision does not apply has none beside its pick. */
export function statusChange(
  { before, after }: DecisionDifference,
  { style }: DifferenceView,
): string {
  const sides = [before, after].filter(({ applies }) => applies !== 'no');
  const words = sides.map((side) => statusWords(side, style));
  return [...new Set(words)].join(` ${style.glyphs.arrow} `);
}

import type { DecisionDifference, PickOfSide } from '../../model/difference.ts';
import { namesIn } from '../names.ts';
import { statusText } from '../status.ts';
import type { DifferenceView } from './difference-view.ts';

/** What is picked on one side, in the words of its knowledge. */
export function picksOf(
  { status, recommended }: PickOfSide,
  side: 'before' | 'after',
  view: DifferenceView,
): string {
  if (recommended.length > 0) return namesIn(view[side]).alternatives(recommended);
  return status === 'not-applicable' ? 'not needed' : 'nothing';
}

/** The status, or the two where they differ. */
export function statusChange(
  { before, after }: DecisionDifference,
  { style }: DifferenceView,
): string {
  const [was, is] = [statusText(before, style), statusText(after, style)];
  return was === is ? is : `${was} ${style.glyphs.arrow} ${is}`;
}

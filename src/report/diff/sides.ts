import type { DecisionDifference, PickOfSide } from '../../model/difference.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Style } from '../layout/style.ts';
import { namesIn } from '../words/names.ts';
import { NO_PICK } from '../words/standing.ts';
import { APPLIES, statusText, statusWord } from '../words/status.ts';

/** How a difference is printed: each side in the words of its own knowledge. */
export interface DifferenceView {
  readonly before: KnowledgeBase;
  readonly after: KnowledgeBase;
  readonly style: Style;
}

/** The pick of one side, in the words of its knowledge. */
export function picksOf(
  { status, recommended }: PickOfSide,
  side: 'before' | 'after',
  view: DifferenceView,
): string {
  if (recommended.length > 0) return namesIn(view[side]).alternatives(recommended);
  switch (status) {
    case 'not-applicable':
      return statusWord({ status, pinned: false });
    case 'infeasible':
      return 'nothing';
    default:
      return NO_PICK;
  }
}

/** The status, and whether it is open if the decision applies. */
export function statusWords(side: PickOfSide, style: Style): string {
  const status = statusText(side, style);
  return side.applies === 'undecided' ? `${status}, ${APPLIES.undecided}` : status;
}

/** The status, or both if they differ; a side on which the decision does not apply has none. */
export function statusChange(
  { before, after }: DecisionDifference,
  { style }: DifferenceView,
): string {
  const sides = [before, after].filter(({ applies }) => applies !== 'no');
  const words = sides.map((side) => statusWords(side, style));
  return [...new Set(words)].join(` ${style.glyphs.arrow} `);
}

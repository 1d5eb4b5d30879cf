import type { Advice } from '../../model/advice.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from '../words/names.ts';

/** How much is printed: of advice only the table, the decisions that say something, or everything. */
export type Detail = 'brief' | 'usual' | 'full';

export interface AdviceView {
  readonly names: Names;
  readonly style: Style;
  readonly detail: Detail;
  /** The user asked for some decisions by name: each is explained. */
  readonly isSelection: boolean;
  /** There are so few decisions that each is explained. */
  readonly isOnlyFew: boolean;
  /** What is pinned, by decision. */
  readonly pins: Advice['pins'];
  /** Nothing is printed after it: it says what to do next. */
  readonly isLast: boolean;
}

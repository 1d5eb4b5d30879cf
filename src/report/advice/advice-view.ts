import type { Advice } from '../../model/advice.ts';
import type { Flip } from '../../model/flips.ts';
import type { Prospect } from '../../model/outlook.ts';
import type { Style } from '../layout/style.ts';
import type { Names } from '../words/names.ts';

/** How much is printed: the table alone, a summary, or everything. */
export type Detail = 'brief' | 'usual' | 'full';

export interface AdviceView {
  readonly names: Names;
  readonly style: Style;
  readonly detail: Detail;
  /** The user asked for some decisions by name: each is explained at length. */
  readonly isSelection: boolean;
  /** Finer decisions are printed as well as the main ones. */
  readonly isFiner: boolean;
  /** What is pinned, by decision. */
  readonly pins: Advice['pins'];
  /** It is printed last, so it says what to do next. */
  readonly isLast: boolean;
  /** The alternative of a decision that needs no reasons. */
  readonly baselineOf: (decision: string) => string | undefined;
  /** The nearest change of a single answer that changes the pick of a decision; worked out when it is asked for. */
  readonly flipOf: (decision: string) => Flip | undefined;
  /** The open questions that can still change a pick, the most informative first. */
  readonly prospects: readonly Prospect[];
  /** The flags that reproduce the same answers. */
  readonly flags: readonly string[];
}

import type { AnswerChange } from '../../model/flips.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Verdict } from '../../model/verdict.ts';
import type { Names } from '../names.ts';
import type { Style } from '../style.ts';

export interface FlipsView {
  readonly knowledge: KnowledgeBase;
  readonly names: Names;
  readonly style: Style;
  /** The decision is fixed by the user. */
  readonly pinned: boolean;
  readonly applies: Verdict['applies'];
  /** Every flip is shown. */
  readonly isFull: boolean;
  /** The words of a command line that tries changed answers; each stays in one piece. */
  readonly tryIt: (changes: readonly AnswerChange[]) => readonly string[];
}

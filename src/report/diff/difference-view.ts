import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Style } from '../style.ts';

/** How a difference is printed: each side in the words of its own knowledge. */
export interface DifferenceView {
  readonly before: KnowledgeBase;
  readonly after: KnowledgeBase;
  readonly style: Style;
}

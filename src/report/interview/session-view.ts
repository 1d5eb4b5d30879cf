import type { Interview } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { Why } from '../../model/outlook.ts';
import type { Style } from '../layout/style.ts';

/** What is needed to draw a session, besides the session itself. */
export interface SessionView {
  readonly knowledge: KnowledgeBase;
  readonly style: Style;
  /** Lines of the terminal; one of them is never drawn on. */
  readonly rows: number;
  /** Of the current question, if it is to be shown. */
  readonly why?: Why;
  /** Answered questions that no decision asked for depends on any longer. */
  readonly aside?: ReadonlySet<string>;
}

/** An interview and how it is looked at. */
export interface Seen extends SessionView {
  readonly interview: Interview;
}

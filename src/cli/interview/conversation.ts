import type { Session } from '../../model/interview.ts';
import type { KnowledgeBase } from '../../model/knowledge.ts';
import type { SessionView } from '../../report/interview/session-view.ts';
import type { Context } from '../context.ts';

/** An interview that is to be held on a terminal. */
export interface Conversation {
  readonly knowledge: KnowledgeBase;
  readonly context: Context;
  readonly session: Session;
  /** How it looks at the moment, as a terminal may change its size. */
  readonly viewOf: (session: Session) => SessionView;
  /** Is told of everything that happens, before the next screen is drawn. */
  readonly onChange: (session: Session) => void;
  /** Ends it from outside. */
  readonly signal: AbortSignal;
}

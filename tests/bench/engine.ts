import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Sheet } from './sheets.ts';

/** An engine as it was built, and what of it is measured. */
export interface Engine {
  readonly knowledge: KnowledgeBase;
  readonly tasks: Readonly<Record<Task, Work>>;
}

export type Task =
  /** Status, picks and `dependsOn`: of the old engine bounded; of the new one exact, and with the share of what is open. */
  | 'decide'
  /** The same, with `dependsOn` as exact as the engine has it. */
  | 'decide exactly'
  | 'advise'
  | 'explain'
  /** The smallest changes that flip the pick of the first decision. */
  | 'flip'
  /** Which question is next. */
  | 'next'
  /** A line of `batch`: read, judged and printed. */
  | 'line';

/** Decisions are ids; none stands for all. */
export type Work = (sheet: Sheet, decisions: readonly string[]) => unknown;

import { diff } from '../../src/engine/diff/diff.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { DecisionDifference, Difference } from '../../src/model/difference.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import type { Case } from './engine-arbitraries.ts';
import { answersOf, pinsOf } from './engine-builders.ts';

export type Said = Readonly<Record<string, string | readonly string[]>>;

/** What an answer file with these answers and pins says. */
export function sheetOf(answers: Said, pins: Case['pins'] = {}): AnswerSheet {
  return { answers: answersOf(answers), pins: pinsOf(pins), notes: new Map() };
}

/** What is compared; what is left out is the same on both sides. */
export interface Compared {
  readonly older: KnowledgeBase;
  readonly newer?: KnowledgeBase;
  readonly old: AnswerSheet;
  readonly new?: AnswerSheet;
}

/** A comparison run to its end. */
export function differenceOf({ older, newer = older, old, new: now = old }: Compared): Difference {
  const task = diff({
    older: { knowledge: older, old, new: now },
    newer: { knowledge: newer, old, new: now },
    files: { old: 'old.yaml', new: 'new.yaml' },
  });
  for (;;) {
    const { done, value } = task.next();
    if (done) return value;
  }
}

/** What differs in one decision. */
export function decisionIn({ decisions }: Difference, id: string): DecisionDifference {
  const found = decisions.find((each) => each.id === id);
  if (found === undefined) throw new Error(`${id} does not differ`);
  return found;
}

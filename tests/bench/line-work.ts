import type { lineAnswerer } from '../../src/cli/batch/answer-line.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { outcomeLine } from '../../src/report/batch/outcome-line.ts';
import { lineOf } from '../support/random-sheets.ts';
import type { Work } from './engine.ts';
import type { Sheet } from './sheets.ts';

/** The work on a line, with the text of each sheet written beforehand by the first call. */
export function lineWork(
  knowledge: KnowledgeBase,
  batch: { readonly lineAnswerer: typeof lineAnswerer; readonly outcomeLine: typeof outcomeLine },
): Work {
  const texts = new Map<Sheet, string>();
  const answer = batch.lineAnswerer({
    knowledge,
    layers: {
      under: { answers: new Map(), pins: new Map(), notes: new Map() },
      over: { answers: new Map(), pins: new Map(), notes: new Map() },
    },
    isFull: false,
    only: [],
    onOldIds: () => undefined,
    onContradiction: () => undefined,
    onNotCovered: () => undefined,
    onBug: ({ error }) => {
      throw error;
    },
  });
  return (sheet) => {
    const text = texts.get(sheet) ?? lineOf(knowledge, sheet.answers);
    texts.set(sheet, text);
    return batch.outcomeLine(answer({ number: 1, text }));
  };
}

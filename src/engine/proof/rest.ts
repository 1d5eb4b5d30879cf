import type { Board } from './board.ts';
import { boardFor } from './board-for.ts';
import type { Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import { openQuestions } from './open-questions.ts';
import type { Reading } from './reading.ts';

/** A contest alone with its answers taken into the base: only open questions, and what hangs on them, are left. */
export function restOf(reading: Reading, sheet: Sheet): Board {
  const { known, at, width, out, open } = reading;
  const { table } = reading.contest;
  const base = known.slice(at, at + width);
  const questions = openQuestions(table, sheet);
  const rest = { ...table, base: [...base], out, questions, interactions: open };
  const contest: Contest = { ...reading.contest, table: rest };
  return {
    seats: [{ contest, index: 0, at: 0, leadsAt: 0 }],
    base,
    out: Int32Array.of(out),
    pairs: width * width,
    questions: openQuestions(boardFor(reading.contest), sheet),
  };
}

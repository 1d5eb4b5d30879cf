import { has } from '../proof/dense-table.ts';
import type { Line } from '../proof/lines.ts';
import { NOT_APPLICABLE } from '../proof/world.ts';

/** The outcomes of a decision; where several may be picked, for each of them whether it is. */
export function judgedApart(line: Line, outcomes: Int32Array): Int32Array[] {
  const stop = line.at(-1);
  if (stop === undefined || !stop.decision.compiled.decision.several || stop.isPinned)
    return [outcomes];
  return stop.decision.alternatives.map((_, bit) =>
    outcomes.map((outcome) => Number(outcome !== NOT_APPLICABLE && has(outcome, bit))),
  );
}

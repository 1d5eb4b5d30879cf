import type { Sheet } from './codes.ts';
import { completedBy, type Docket } from './docket.ts';
import { readFinal } from './reading.ts';
import { winnersAmong } from './winners.ts';
import { NOT_APPLICABLE, outcomeIn } from './world.ts';

/** Whether a decision applies under some of the samples and not under others; where not, it may be so all the same. */
export type AppliesAtTimes = (decision: number) => boolean;

/** Each sample is worked out once, for all decisions, when it is first needed. */
export function appliesAtTimes(docket: Docket, sheet: Sheet): AppliesAtTimes {
  const known: (readonly number[])[] = [];
  const applies = (sample: number, decision: number) => {
    const outcomes = known[sample] ?? outcomesUnder(docket, sheet, sample);
    known[sample] = outcomes;
    return outcomes[decision] !== NOT_APPLICABLE;
  };
  return (decision) =>
    docket.samples.some((_, sample) => applies(sample, decision) !== applies(0, decision));
}

/** By the index of the decision. */
function outcomesUnder({ lines, board, seats, samples }: Docket, sheet: Sheet, sample: number) {
  const answered = samples[sample];
  const full = answered ? completedBy(answered, sheet) : sheet;
  const { known, out } = readFinal(board, full);
  const outcomes: number[] = [];
  lines.forEach((line, index) => {
    const stop = line.at(-1);
    if (stop === undefined) return;
    const first = seats[index] ?? 0;
    const winners = stop.contests.map((contest, place) => {
      const { at = 0 } = board.seats[first + place] ?? {};
      return winnersAmong(contest, { values: known, at, out: out[first + place] ?? 0 });
    });
    outcomes[stop.decision.index] = outcomeIn(stop, { sheet: full, outcomes, winners });
  });
  return outcomes;
}

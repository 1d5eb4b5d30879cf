import type { Sheet } from './codes.ts';
import type { Contest } from './dense-decision.ts';
import type { Docket } from './docket.ts';
import { SCENARIOS } from './drawn-answers.ts';
import type { Judged } from './judged.ts';
import type { Reading } from './reading.ts';
import { scenarioSheets } from './scenario-sheets.ts';
import { scenarioWinners } from './scenario-winners.ts';
import { NOT_APPLICABLE, outcomeIn } from './world.ts';

/** A docket as it was read and judged with some answers. */
export interface Hearing {
  readonly docket: Docket;
  readonly sheet: Sheet;
  readonly readings: readonly Reading[];
  readonly judged: ReadonlyMap<number, Judged>;
}

/** What the open decisions of a docket come to under random answers to all open questions, by their index. */
export function outcomesInScenarios({
  docket,
  sheet,
  readings,
  judged,
}: Hearing): Map<number, Int32Array> {
  const stops = docket.lines
    .flatMap((line) => line.slice(-1))
    .map((stop) => {
      const own = judged.get(stop.decision.index);
      const isOpen = own?.status === 'open';
      return {
        stop,
        outcomes: isOpen ? new Int32Array(SCENARIOS) : undefined,
        known: knownOutcome(own),
      };
    });
  const open = new Set(stops.flatMap(({ stop, outcomes }) => (outcomes ? stop.contests : [])));
  const full = scenarioSheets(docket.dense, sheet);
  const winners = new Map<Contest, Int32Array>();
  for (const reading of readings) {
    if (open.has(reading.contest)) {
      winners.set(reading.contest, scenarioWinners(reading, { dense: docket.dense, sheet, full }));
    }
  }
  full.forEach((answers, scenario) => {
    const before: number[] = [];
    const winnersOf = (contest: Contest) => winners.get(contest)?.[scenario] ?? 0;
    for (const { stop, outcomes, known } of stops) {
      const world = () => ({
        sheet: answers,
        outcomes: before,
        winners: stop.contests.map(winnersOf),
      });
      const outcome = outcomes ? outcomeIn(stop, world()) : known;
      before[stop.decision.index] = outcome;
      if (outcomes) outcomes[scenario] = outcome;
    }
  });
  return new Map(
    stops.flatMap(({ stop, outcomes }) => (outcomes ? [[stop.decision.index, outcomes]] : [])),
  );
}

function knownOutcome(judged: Judged | undefined): number {
  return judged === undefined || judged.status === 'not-applicable' ? NOT_APPLICABLE : judged.picks;
}

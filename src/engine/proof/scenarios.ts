import type { Demand } from './dense-decision.ts';
import type { Docket } from './docket.ts';
import { SCENARIOS } from './drawn-answers.ts';
import type { Read } from './judge-all.ts';
import type { Judged } from './judged.ts';
import type { Stop } from './lines.ts';
import { scenarioWinners } from './scenario-winners.ts';
import { anyHoldsIn, holdsIn, literalTruths, type Truths } from './truths.ts';
import { bitsOf, NOT_APPLICABLE } from './world.ts';

/** A docket as it was read and judged with some answers. */
export interface Hearing extends Read {
  readonly docket: Docket;
  readonly judged: ReadonlyMap<number, Judged>;
}

/** What the open decisions of a docket come to under random answers to all open questions, by their index. */
export function outcomesInScenarios(hearing: Hearing): Map<number, Int32Array> {
  const outcomes = new Map<number, Int32Array>();
  const heard = { ...hearing, outcomes, applying: new Map<string, Truths>() };
  for (const line of hearing.docket.lines) {
    const stop = line.at(-1);
    const judged = stop && hearing.judged.get(stop.decision.index);
    if (stop === undefined || judged?.status !== 'open') continue;
    const won = wonIn(stop, judged, hearing);
    outcomes.set(stop.decision.index, whereItApplies(won, stop, heard));
  }
  return outcomes;
}

/** What wins, were it to apply in all scenarios. */
function wonIn(stop: Stop, judged: Judged, { docket, ...hearing }: Hearing): Int32Array {
  const won = new Int32Array(SCENARIOS);
  stop.contests.forEach((contest, place) => {
    const own = judged.contests[place];
    const reading = hearing.readings.find((each) => each.contest === contest);
    if (own?.status !== 'open' || reading === undefined) {
      addBits(won, () => own?.picks ?? 0);
      return;
    }
    const winners = scenarioWinners(reading, { dense: docket.dense, sheet: hearing.sheet });
    addBits(won, (scenario) => bitsOf(winners[scenario] ?? 0, contest.bits));
  });
  return won.map((bits) => (bits === 0 ? stop.baseline : bits));
}

function addBits(sums: Int32Array, bitsIn: (scenario: number) => number): void {
  for (let scenario = 0; scenario < SCENARIOS; scenario += 1) {
    sums[scenario] = (sums[scenario] ?? 0) | bitsIn(scenario);
  }
}

/** With what was found of the open decisions so far. */
interface Heard extends Hearing {
  readonly outcomes: ReadonlyMap<number, Int32Array>;
  /** Where the condition of a decision holds, by its text: many share one. */
  readonly applying: Map<string, Truths>;
}

function whereItApplies(won: Int32Array, { decision, isPinned }: Stop, heard: Heard): Int32Array {
  if (isPinned || decision.appliesWhen.length === 0) return won;
  const { applying } = heard;
  const applies =
    applying.get(decision.condition) ??
    anyHoldsIn(decision.appliesWhen, (demand) => metIn(demand, heard));
  applying.set(decision.condition, applies);
  return won.map((bits, scenario) => (holdsIn(applies, scenario) ? bits : NOT_APPLICABLE));
}

function metIn(demand: Demand, { docket, sheet, judged, outcomes }: Heard): Truths {
  if ('literal' in demand) return literalTruths(demand.literal, sheet, docket.dense);
  const isMet = (outcome: number) =>
    outcome !== NOT_APPLICABLE && demand.lists.every((list) => (list & outcome) !== 0);
  const parent = outcomes.get(demand.decision);
  if (parent) return Uint8Array.from(parent, (outcome) => Number(isMet(outcome)));
  const known = judged.get(demand.decision);
  return known !== undefined && known.status !== 'not-applicable' && isMet(known.picks);
}

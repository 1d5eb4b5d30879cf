import { OPEN, type Sheet } from './codes.ts';
import type { Dense } from './dense.ts';
import type { Contest } from './dense-decision.ts';
import type { Interaction } from './dense-table.ts';
import { SCENARIOS } from './drawn-answers.ts';
import { drawnColumns } from './drawn-columns.ts';
import { openQuestions } from './open-questions.ts';
import type { Reading } from './reading.ts';
import { anyHoldsIn, holdsIn, literalTruths } from './truths.ts';
import { winnersAmong } from './winners.ts';

/** Where all that is open is answered at random. */
export interface Stage {
  readonly dense: Dense;
  readonly sheet: Sheet;
}

/** The scenarios of a contest as they were last run. */
interface Run {
  readonly sheet: Sheet;
  /** What the random answers give each alternative, scenario after scenario; whole numbers, so that they can be taken off again. */
  readonly points: Float64Array;
  readonly winners: Int32Array;
}

const lastRun = new WeakMap<Contest, Run>();

/** Who wins a contest in each scenario, as bits of its table. Only what was answered since the last run is worked out. */
export function scenarioWinners(reading: Reading, stage: Stage): Int32Array {
  const { contest } = reading;
  const { sheet } = stage;
  const last = lastRun.get(contest);
  const isChanged = contest.table.questions.some(
    ({ question }) => last?.sheet[question] !== sheet[question],
  );
  if (last && !isChanged) return last.winners;
  const points = drawnPoints(contest, stage, last);
  const winners = winnersOf(reading, points, stage);
  lastRun.set(contest, { sheet, points, winners });
  return winners;
}

/** Brought up to date in place: what was answered is taken off, what was opened again is added. */
function drawnPoints(contest: Contest, { dense, sheet }: Stage, last?: Run): Float64Array {
  const { questions, width } = contest.table;
  const points = last?.points ?? new Float64Array(SCENARIOS * width);
  for (const asked of questions) {
    const { question } = asked;
    const sign = Number(sheet[question] === OPEN) - Number(last?.sheet[question] === OPEN);
    if (sign === 0) continue;
    drawnColumns(asked, dense).points.forEach((own, alternative) => {
      if (own) addPoints(points, { own, sign, width, alternative });
    });
  }
  return points;
}

interface Addition {
  /** Scenario after scenario. */
  readonly own: Float64Array;
  readonly sign: number;
  readonly width: number;
  readonly alternative: number;
}

function addPoints(points: Float64Array, { own, sign, width, alternative }: Addition): void {
  for (let scenario = 0; scenario < SCENARIOS; scenario += 1) {
    const at = scenario * width + alternative;
    points[at] = (points[at] ?? 0) + sign * (own[scenario] ?? 0);
  }
}

function winnersOf(reading: Reading, drawn: Float64Array, stage: Stage): Int32Array {
  const { contest, width } = reading;
  const totals = {
    width,
    points: withKnown(drawn, reading),
    out: drawnOut(reading, stage),
  };
  for (const each of reading.open) addInteraction(totals, each, stage);
  const { points: values, out } = totals;
  return out.map((bits, scenario) =>
    winnersAmong(contest, { values, at: scenario * width, out: bits }),
  );
}

function withKnown(drawn: Float64Array, { known, at, width }: Reading): Float64Array {
  const points = drawn.slice();
  for (let first = 0; first < points.length; first += width) {
    for (let index = 0; index < width; index += 1) {
      points[first + index] = (points[first + index] ?? 0) + (known[at + index] ?? 0);
    }
  }
  return points;
}

/** What is ruled out by an open question or anyway, scenario after scenario. */
function drawnOut({ contest, out }: Reading, { dense, sheet }: Stage): Int32Array {
  const all = new Int32Array(SCENARIOS).fill(out);
  for (const asked of openQuestions(contest.table, sheet)) {
    const own = drawnColumns(asked, dense).out;
    if (own === undefined) continue;
    for (let scenario = 0; scenario < SCENARIOS; scenario += 1) {
      all[scenario] = (all[scenario] ?? 0) | (own[scenario] ?? 0);
    }
  }
  return all;
}

interface Totals {
  readonly width: number;
  readonly points: Float64Array;
  readonly out: Int32Array;
}

function addInteraction(
  { width, points: totals, out }: Totals,
  { alternative, anyOf, points, isOut, negated }: Interaction,
  { dense, sheet }: Stage,
): void {
  const holds = anyHoldsIn(anyOf, (literal) => literalTruths(literal, sheet, dense));
  for (let scenario = 0; scenario < SCENARIOS; scenario += 1) {
    if (holdsIn(holds, scenario) === negated) continue;
    const at = scenario * width + alternative;
    totals[at] = (totals[at] ?? 0) + points;
    if (isOut) out[scenario] = (out[scenario] ?? 0) | (1 << alternative);
  }
}

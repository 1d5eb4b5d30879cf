import type { Sheet } from './codes.ts';
import { countsIn } from './conditions.ts';
import type { Dense } from './dense.ts';
import type { DenseTable } from './dense-table.ts';
import { SCENARIOS } from './drawn-answers.ts';
import { type DrawnColumns, drawnColumns } from './drawn-columns.ts';
import type { Reading } from './reading.ts';
import { restOf } from './rest.ts';
import { winnersAmong } from './winners.ts';

/** Where random answers are put. */
export interface Stage {
  readonly dense: Dense;
  readonly sheet: Sheet;
  /** The same with all questions answered, scenario by scenario. */
  readonly full: readonly Sheet[];
}

/** Who wins a contest in each scenario, as bits of its table. */
export function scenarioWinners(reading: Reading, { dense, sheet, full }: Stage): Int32Array {
  const contest = restOf(reading, sheet).seats[0]?.contest ?? reading.contest;
  const { questions, interactions, width } = contest.table;
  const totals = totalsOf(contest.table);
  for (const each of questions) addAnswers(totals, drawnColumns(each, dense));
  for (const each of interactions) addInteraction(totals, each, { width, full });
  const { points: values, out } = totals;
  return out.map((bits, scenario) =>
    winnersAmong(contest, { values, at: scenario * width, out: bits }),
  );
}

function totalsOf({ base, out, width }: DenseTable): DrawnColumns {
  const points = new Float64Array(SCENARIOS * width);
  for (let at = 0; at < points.length; at += width) {
    for (let index = 0; index < width; index += 1) points[at + index] = base[index] ?? 0;
  }
  return { points, out: new Int32Array(SCENARIOS).fill(out) };
}

function addAnswers(totals: DrawnColumns, { points, out }: DrawnColumns): void {
  for (let index = 0; index < points.length; index += 1) {
    totals.points[index] = (totals.points[index] ?? 0) + (points[index] ?? 0);
  }
  for (let scenario = 0; scenario < out.length; scenario += 1) {
    totals.out[scenario] = (totals.out[scenario] ?? 0) | (out[scenario] ?? 0);
  }
}

function addInteraction(
  { points, out }: DrawnColumns,
  interaction: DenseTable['interactions'][number],
  { width, full }: { readonly width: number; readonly full: readonly Sheet[] },
): void {
  full.forEach((sheet, scenario) => {
    if (countsIn(interaction, sheet) !== true) return;
    const at = scenario * width + interaction.alternative;
    points[at] = (points[at] ?? 0) + interaction.points;
    if (interaction.isOut) out[scenario] = (out[scenario] ?? 0) | (1 << interaction.alternative);
  });
}

import { percent, rowText } from '../support/figures.ts';
import { FAULT_TOLERANCE } from './points.ts';
import { bestF1, type TechniqueCase, tallyOf } from './techniques.ts';

const WIDTHS = [26, 16, 9, 7];

/** The mean F1, and how often each technique is picked where both judges want it. `number` counts refused sheets too. */
export function techniquesText(cases: readonly TechniqueCase[], number: number): string {
  const sum = cases.reduce((all, each) => all + bestF1(each), 0);
  const mean = (count: number) => (count === 0 ? '-' : (sum / count).toFixed(3));
  return [
    `F1 ${mean(cases.length)} over ${cases.length} systems (${mean(number)} with refused sheets as 0)`,
    rowText(['', 'wanted by both', 'picked', '', 'picked, wanted by nobody'], WIDTHS),
    ...FAULT_TOLERANCE.labels.map((technique) => {
      const { met, missed, unwanted } = tallyOf(technique, cases);
      const wanted = met.length + missed.length;
      return rowText(
        [
          technique,
          `${wanted}`,
          `${met.length}`,
          percent(met.length, wanted),
          `${unwanted.length}`,
        ],
        WIDTHS,
      );
    }),
  ].join('\n');
}

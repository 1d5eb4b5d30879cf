import { OPEN, type Sheet } from './codes.ts';
import { countsIn } from './conditions.ts';
import type { DenseColumn, DenseTable, Interaction } from './dense-table.ts';
import { openQuestions } from './open-questions.ts';

/** The values of some alternatives so far, and which are ruled out. */
export interface Final {
  readonly known: number[];
  out: number;
}

/** What some answers come to in one table; open questions, and what hangs on them, are left out. */
export function finalOf(table: DenseTable, sheet: Sheet): Final {
  const final = { known: table.base.slice(), out: table.out };
  for (const { question, columnOf } of table.questions) {
    const code = sheet[question] ?? OPEN;
    if (code !== OPEN) addColumn(final, columnOf(code));
  }
  for (const interaction of table.interactions) {
    if (countsIn(interaction, sheet) === true) addInteraction(final, interaction);
  }
  return final;
}

export function addColumn(final: Final, { points, out }: DenseColumn): void {
  const { known } = final;
  for (let index = 0; index < known.length; index += 1) {
    known[index] = (known[index] ?? 0) + (points[index] ?? 0);
  }
  final.out |= out;
}

export function addInteraction(final: Final, { alternative, points, isOut }: Interaction): void {
  final.known[alternative] = (final.known[alternative] ?? 0) + points;
  if (isOut) final.out |= 1 << alternative;
}

/** A table with what is answered taken into its base: only open questions are left. */
export function narrowed(table: DenseTable, sheet: Sheet): DenseTable {
  const { known, out } = finalOf(table, sheet);
  return {
    ...table,
    base: known,
    out,
    questions: openQuestions(table, sheet),
    interactions: table.interactions.filter((each) => countsIn(each, sheet) === undefined),
  };
}

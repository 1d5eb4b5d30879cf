import type { Column, Interaction, ScoreTable } from './score-table.ts';

// Its own constants: imported ones are looked up anew each time where TypeScript is run without a build.
const FALSE = 0;
const TRUE = 1;
export const UNKNOWN = 2;

/**
 * The measure of this bench: the score of every alternative of every decision for one sheet of answers, and no more.
 * It skips all that is 0, so that it is hard to do the same in less.
 */
export function barePass({ base, interactions }: ScoreTable, columns: readonly Column[]) {
  const scores = base.slice();
  for (const { at, points } of columns) {
    for (let index = 0; index < at.length; index += 1) {
      const place = at[index] ?? 0;
      scores[place] = (scores[place] ?? 0) + (points[index] ?? 0);
    }
  }
  for (const interaction of interactions) addWhereCertain(scores, interaction, columns);
  return scores;
}

function addWhereCertain(
  scores: Float64Array,
  { at, points, negated, anyOf }: Interaction,
  columns: readonly Column[],
): void {
  const truth = anyHolds(anyOf, columns);
  if (truth === (negated ? FALSE : TRUE)) scores[at] = (scores[at] ?? 0) + points;
}

function anyHolds(anyOf: Interaction['anyOf'], columns: readonly Column[]): number {
  let truth = FALSE;
  for (let index = 0; index < anyOf.length; index += 1) {
    const each = allHold(anyOf[index] ?? NOTHING, columns);
    if (each === TRUE) return TRUE;
    if (each === UNKNOWN) truth = UNKNOWN;
  }
  return truth;
}

/** Places come in pairs: the question, and the part of a condition among those that ask for it. */
function allHold(places: Int32Array, columns: readonly Column[]): number {
  let truth = TRUE;
  for (let index = 0; index < places.length; index += 2) {
    const each = columns[places[index] ?? 0]?.truths[places[index + 1] ?? 0] ?? UNKNOWN;
    if (each === FALSE) return FALSE;
    if (each === UNKNOWN) truth = UNKNOWN;
  }
  return truth;
}

const NOTHING = new Int32Array();

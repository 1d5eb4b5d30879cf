import type { QuestionColumns } from './question-columns.ts';

/**
 * What each choice of each question does, as one row of numbers: what it rules out, as a mask of places, then the points of
 * each place. All rows stand in one array, as putting answers into a table reads most of them.
 */
export interface AnswerRows {
  readonly rows: Int32Array;
  /** By place of the question in its table: where the row of its first choice is. */
  readonly starts: Int32Array;
  /** By place of the question in its table: its index. */
  readonly slots: Int32Array;
  /** The questions of which several choices may be picked, and which say more than their rows: conditions. */
  readonly several: readonly QuestionColumns[];
}

export function answerRows(questions: readonly QuestionColumns[], width: number): AnswerRows {
  const starts: number[] = [];
  const rows: number[] = [];
  for (const { several, added, columns } of questions) {
    starts.push(rows.length);
    const each = several ? added.map((points) => ({ ruledOut: 0, points })) : columns;
    for (const { ruledOut, points } of each) rows.push(ruledOut, ...points.slice(0, width));
  }
  return {
    rows: Int32Array.from(rows),
    starts: Int32Array.from(starts),
    slots: Int32Array.from(questions, ({ slot }) => slot),
    several: questions.filter(({ several, effects }) => several && effects.length > 0),
  };
}

/** Adds the rows of an answer to the points, and returns what they rule out. */
export function addRows(points: number[], rows: Int32Array, start: number, answer: number): number {
  const width = points.length;
  let ruledOut = 0;
  for (let left = answer; left !== 0; left &= left - 1) {
    const row = start + (31 - Math.clz32(left & -left)) * (width + 1);
    ruledOut |= rows[row] ?? 0;
    for (let place = 0; place < width; place += 1) {
      points[place] = (points[place] ?? 0) + (rows[row + 1 + place] ?? 0);
    }
  }
  return ruledOut;
}

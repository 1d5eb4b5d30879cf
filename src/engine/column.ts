/** What something does to each alternative of a table, in its order. */
export interface Column {
  readonly points: readonly number[];
  readonly ruledOut: readonly boolean[];
}

/** Adds two columns up: points add, and what either rules out is out. */
export function plus(left: Column, right: Column): Column {
  return sum(left.points.length, [left, right]);
}

/** Adds columns up, for a number of alternatives: points add, and what any of them rules out is out. */
export function sum(width: number, columns: readonly Column[]): Column {
  const points = new Array<number>(width).fill(0);
  const ruledOut = new Array<boolean>(width).fill(false);
  for (const column of columns) {
    for (let index = 0; index < width; index += 1) {
      points[index] = (points[index] ?? 0) + (column.points[index] ?? 0);
      if (column.ruledOut[index] === true) ruledOut[index] = true;
    }
  }
  return { points, ruledOut };
}

/** How the alternatives do on one driving quality. */
export interface RatingRow {
  readonly quality: string;
  readonly ratings: readonly number[];
}

/** Weight times rating, over all qualities, for a number of alternatives. */
export function weighted(
  rows: readonly RatingRow[],
  weightOf: (row: RatingRow) => number,
  width: number,
): Column {
  const points = new Array<number>(width).fill(0);
  for (const row of rows) {
    const weight = weightOf(row);
    row.ratings.forEach((rating, index) => {
      points[index] = (points[index] ?? 0) + weight * rating;
    });
  }
  return { points, ruledOut: points.map(() => false) };
}

/** Equal for columns that do the same. */
export function keyOf({ points, ruledOut }: Column): string {
  return `${points.join(',')}/${ruledOut.map(Number).join('')}`;
}

/** What something does to each alternative of a table, in its order. */
export interface Column {
  readonly points: readonly number[];
  readonly ruledOut: readonly boolean[];
}

/** Adds two columns up: points add, and what either rules out is out. */
export function plus(left: Column, right: Column): Column {
  return {
    points: left.points.map((points, index) => points + (right.points[index] ?? 0)),
    ruledOut: left.ruledOut.map((out, index) => out || right.ruledOut[index] === true),
  };
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
  const points = Array.from({ length: width }, () => 0);
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

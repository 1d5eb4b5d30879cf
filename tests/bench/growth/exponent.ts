/** A size, and what it costs; both above 0. */
export type Point = readonly [size: number, cost: number];

/** The k of cost ≈ c · sizeᵏ: the slope of the line of least squares through the logarithms; at least two sizes. */
export function exponentOf(points: readonly Point[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const [x, y] = [meanOf(logs.map(([each]) => each)), meanOf(logs.map(([, each]) => each))];
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  return sum(logs.map(([a, b]) => (a - x) * (b - y))) / sum(logs.map(([a]) => (a - x) * (a - x)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}

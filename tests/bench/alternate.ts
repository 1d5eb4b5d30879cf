/** Something that is measured. */
export interface Subject {
  readonly name: string;
  /** Does its work once; resolves to what a unit of it cost, in nanoseconds. */
  readonly cost: () => Promise<number> | number;
}

/** By the name of a subject what it cost, round by round. */
export type Costs = ReadonlyMap<string, readonly number[]>;

/** How often to measure, and for how many milliseconds nothing counts before, as code is compiled while it runs. */
export interface Rounds {
  readonly rounds: number;
  readonly warmUp: number;
}

/** Measures in turn, so that a busy moment of the machine hits all alike. */
export async function alternate(
  subjects: readonly Subject[],
  { rounds, warmUp }: Rounds,
): Promise<Costs> {
  const start = performance.now();
  while (performance.now() - start < warmUp) for (const { cost } of subjects) await cost();
  const costs = new Map(subjects.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, cost } of subjects) costs.get(name)?.push(await cost());
  }
  return costs;
}

/** The middle of some numbers and its quartiles. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** What one costs, by the unit of so many nanoseconds. */
export function costOf(costs: Costs, name: string, unit: number): Spread {
  return spreadOf((costs.get(name) ?? []).map((each) => each / unit));
}

/** How many times as much one cost as another, round by round. */
export function ratio(costs: Costs, name: string, than: string): Spread {
  const others = costs.get(than) ?? [];
  return spreadOf((costs.get(name) ?? []).map((each, round) => each / (others[round] ?? 0)));
}

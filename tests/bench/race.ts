/** Something that does the same piece of work again and again. */
export interface Contestant {
  readonly name: string;
  /** Does the work so many times; how many of them one run holds. */
  readonly run: () => void | Promise<void>;
  readonly units: number;
}

/** The nanoseconds that a unit took each contestant, round by round. */
export type Times = ReadonlyMap<string, readonly number[]>;

/** Runs contestants in turn, so that a busy moment of the machine hits all of them. The first rounds warm up only. */
export async function race(
  contestants: readonly Contestant[],
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Times> {
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const { name, run, units } of contestants) {
      const before = process.hrtime.bigint();
      await run();
      const taken = Number(process.hrtime.bigint() - before) / units;
      if (round >= 0) times.get(name)?.push(taken);
    }
  }
  return times;
}

/** The middle of some numbers and its quartiles. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/** How many times as long one took as another, round by round. */
export function ratio(times: Times, name: string, than: string): Spread {
  const others = times.get(than) ?? [];
  return spreadOf((times.get(name) ?? []).map((each, round) => each / (others[round] ?? 0)));
}

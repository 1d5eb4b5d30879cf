import { alternate, costOf, ratio } from './alternate.ts';
import type { Comparison } from './comparison.ts';
import type { Row } from './rows.ts';
import { sheetsFor } from './sheets.ts';
import type { Job } from './start-engine.ts';

const TARGET = 0.05;

/** The slowest search for flips of the new engine against the slowest of the old one, over all decisions on profiles. */
export async function slowestFlipRow(comparison: Comparison): Promise<Row> {
  const { knowledge, now, old, ...rounds } = comparison;
  const ids = [...knowledge.decisions.keys()];
  const jobs = sheetsFor(knowledge).profiles.flatMap((_, at) =>
    ids.map((id): Job => ({ task: 'flip', set: 'profiles', at, calls: [[id]] })),
  );
  const found: Found[] = [];
  for (const job of jobs) {
    found.push({ job, now: await now.cost(job), old: await old.cost(job) });
  }
  const slowest = { now: slowestBy(found, 'now'), old: slowestBy(found, 'old') };
  const costs = await alternate(
    [
      { name: 'now', cost: () => now.cost(slowest.now.job) },
      { name: 'old', cost: () => old.cost(slowest.old.job) },
    ],
    rounds,
  );
  return {
    ...{ what: 'slowest `flip` to k = 3', on: `profiles, ${jobs.length} searches` },
    cost: costOf(costs, 'now', 1e6),
    ...{ than: `old, slowest: ${nameOf(slowest.old.job)}`, target: TARGET },
    measured: { spread: ratio(costs, 'now', 'old'), unit: '×' },
  };
}

interface Found extends Record<'now' | 'old', number> {
  readonly job: Job;
}

function slowestBy(found: readonly Found[], which: 'now' | 'old'): Found {
  return found.reduce((slowest, each) => (each[which] > slowest[which] ? each : slowest));
}

function nameOf({ calls }: Job): string {
  return `\`${calls.flat().join()}\``;
}

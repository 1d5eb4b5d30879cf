import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { alternate, costOf, type Rounds, ratio } from './alternate.ts';
import type { Task } from './engine.ts';
import type { Row } from './rows.ts';
import type { SheetSet } from './sheets.ts';
import type { Job, RunningEngine } from './start-engine.ts';

/** Both engines, and how often each is measured. */
export interface Comparison extends Rounds {
  readonly knowledge: KnowledgeBase;
  readonly now: RunningEngine;
  readonly old: RunningEngine;
}

/** A task of the new engine, and what it is divided by. */
interface Measure {
  readonly what: string;
  readonly set: SheetSet;
  readonly task: Task;
  readonly by: readonly Divisor[];
  /** Each decision is asked for by itself; the old code, which decides all whatever is asked, is asked once. */
  readonly isEach?: boolean;
}

/** A task of the old engine, and what it is in words. */
interface Divisor {
  readonly task: Task;
  readonly than: string;
  /** The most that the new task may cost, in costs of this one. */
  readonly target?: number;
}

/** What the old `advise` decides by: `dependsOn` from all completions, or its bound where they are too many. */
const JUDGED = {
  task: 'decide exactly',
  than: 'old judging of `advise`, bounded if large',
} as const;
/** What the old `batch` decides by. */
const BOUNDED = { task: 'decide', than: 'old judging of `batch`, always bounded' } as const;
const ADVISE = { task: 'advise', than: 'old `advise` of one decision' } as const;
const DECIDE = {
  what: 'deciding all decisions: status, exact `dependsOn`, share',
  task: 'decide',
} as const;
const LINE = { what: 'a line of `batch`, `dependsOn` exact', task: 'line' } as const;

const MEASURES: readonly Measure[] = [
  { ...DECIDE, set: 'profiles', by: [{ ...JUDGED, target: 0.2 }, BOUNDED] },
  { ...DECIDE, set: '10 answers', by: [{ ...JUDGED, target: 1.1 }, BOUNDED] },
  { ...DECIDE, set: '5 answers', by: [{ ...JUDGED, target: 3 }, BOUNDED] },
  { ...DECIDE, set: 'nothing', by: [JUDGED, BOUNDED] },
  {
    ...{ what: 'deciding one decision', set: 'profiles', task: 'decide', isEach: true },
    by: [{ ...ADVISE, target: 0.05 }],
  },
  {
    ...{ what: '`advise` of one decision', set: 'profiles', task: 'advise', isEach: true },
    by: [ADVISE],
  },
  {
    ...{ what: '`explain` of all decisions', set: 'profiles', task: 'explain' },
    by: [{ task: 'explain', than: 'old `explain`', target: 0.15 }],
  },
  { ...LINE, set: '80 %', by: [{ task: 'line', than: 'old line, bounded', target: 1.3 }] },
  { ...LINE, set: '100 %', by: [{ task: 'line', than: 'old line', target: 1 }] },
];

/** What the new engine costs against the old one, in CPU time. */
export async function comparisonRows(comparison: Comparison): Promise<Row[]> {
  const rows: Row[] = [];
  for (const measure of MEASURES) rows.push(...(await rowsOf(measure, comparison)));
  return rows;
}

async function rowsOf(measure: Measure, { knowledge, now, old, ...rounds }: Comparison) {
  const { what, set, task, by, isEach } = measure;
  const calls = isEach ? [...knowledge.decisions.keys()].map((id) => [id]) : [[]];
  const job = (own: Task, count: number): Job => ({ task: own, set, calls: calls.slice(0, count) });
  const costs = await alternate(
    [
      { name: NOW, cost: () => now.cost(job(task, calls.length)) },
      ...by.map((each) => ({ name: each.than, cost: () => old.cost(job(each.task, 1)) })),
    ],
    rounds,
  );
  return by.map(({ than, target }): Row => {
    const measured = { spread: ratio(costs, NOW, than), unit: '×' };
    const cost = costOf(costs, NOW, 1e6);
    return { what, on: set, cost, than, ...(target !== undefined && { target }), measured };
  });
}

const NOW = 'now';

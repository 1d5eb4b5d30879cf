import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { alternate, costOf, ratio } from './alternate.ts';
import type { Row } from './rows.ts';
import { startEngine } from './start-engine.ts';
import { cpuOf } from './whole-program.ts';

const ALL = 15;
const MAIN = ALL / 2;
const BARE = '`node -e 0`';

/** The first time that a process decides with nothing answered, tables included, against a program that does nothing. */
export async function coldStartRows(knowledge: KnowledgeBase, rounds: number): Promise<Row[]> {
  const decisions = [...knowledge.decisions.values()];
  const main = decisions.filter(({ below }) => below === undefined).map(({ id }) => id);
  const costs = await alternate(
    [
      { name: BARE, cost: () => cpuOf(['-e', '0']) },
      { name: 'all', cost: () => firstCost([]) },
      { name: 'main', cost: () => firstCost(main) },
    ],
    { rounds, warmUp: 0 },
  );
  const what = 'deciding exactly, for the first time in a process';
  const row = (name: string, on: string, target: number): Row => ({
    ...{ what, on, cost: costOf(costs, name, 1e6), than: BARE, target },
    measured: { spread: ratio(costs, name, BARE), unit: '×' },
  });
  return [
    row('all', `nothing, ${decisions.length} decisions`, ALL),
    row('main', `nothing, ${main.length} main decisions`, MAIN),
  ];
}

async function firstCost(decisions: readonly string[]): Promise<number> {
  const engine = await startEngine();
  try {
    return await engine.cost({ task: 'decide', set: 'nothing', calls: [decisions] });
  } finally {
    engine.stop();
  }
}

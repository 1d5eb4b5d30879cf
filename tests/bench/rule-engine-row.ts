import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { holdAgainstAdvice } from './agreement.ts';
import { alternate, costOf, type Rounds, ratio } from './alternate.ts';
import { newEngine } from './new-engine.ts';
import type { Row } from './rows.ts';
import { ruleEngine } from './rule-engine.ts';
import { sheetsFor } from './sheets.ts';

/** The rule engine takes so long that it gets some of the sheets. */
const SOME = 10;
const LINE = 'line';
const RULES = 'rules';

/** A line of `batch` against a rule engine that works out the scores only. */
export async function ruleEngineRow(knowledge: KnowledgeBase, rounds: Rounds): Promise<Row> {
  const { tasks } = await newEngine();
  const engine = ruleEngine(knowledge);
  const sheets = sheetsFor(knowledge)['100 %'];
  const some = sheets.slice(0, SOME);
  await holdAgainstAdvice(knowledge, engine, some);
  const costs = await alternate(
    [
      { name: LINE, cost: () => cpuPer(sheets, (sheet) => tasks.line(sheet, [])) },
      { name: RULES, cost: () => cpuPer(some, ({ answers }) => engine.run(answers)) },
    ],
    rounds,
  );
  return {
    ...{ what: 'a line of `batch`: read, judged and printed', on: '100 %' },
    cost: costOf(costs, LINE, 1e6),
    than: `json-rules-engine, ${engine.size} rules, scores only`,
    measured: { spread: ratio(costs, LINE, RULES), unit: '×' },
  };
}

async function cpuPer<T>(items: readonly T[], work: (item: T) => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (const item of items) await work(item);
  const { user, system } = process.cpuUsage(before);
  return (1_000 * (user + system)) / items.length;
}

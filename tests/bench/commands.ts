import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Drawing, lineOf } from '../support/random-sheets.ts';
import { alternate, costOf, ratio } from './alternate.ts';
import { COMMAND, commandIn, KNOWLEDGE, ROOT } from './built.ts';
import { oldKnowledge } from './old-knowledge.ts';
import type { Row } from './rows.ts';
import { cpuOf } from './whole-program.ts';

const AUDIT_TARGET = 0.3;

/** The audit as a whole command, new against old. */
export async function auditRow(old: string, rounds: number): Promise<Row> {
  const row = { what: '`check --audit`, whole command', than: 'old command', target: AUDIT_TARGET };
  const cost = (folder: string, knowledge: string) => () =>
    cpuOf([commandIn(folder), 'check', '--audit', '--knowledge', knowledge]);
  const subjects = [
    { name: 'now', cost: cost(ROOT, KNOWLEDGE) },
    { name: 'old', cost: cost(old, oldKnowledge()) },
  ];
  try {
    const costs = await alternate(subjects, { rounds, warmUp: 0 });
    const measured = { spread: ratio(costs, 'now', 'old'), unit: '×' };
    return { ...row, cost: costOf(costs, 'now', 1e6), measured };
  } catch (error) {
    return { ...row, measured: { failure: error instanceof Error ? error.message : 'fails' } };
  }
}

export interface BatchBench {
  readonly knowledge: KnowledgeBase;
  readonly drawing: Drawing;
  /** For the lines; somebody else removes it. */
  readonly folder: string;
}

const FILTER = fileURLToPath(new URL('filter.mjs', import.meta.url));
const FILTER_TARGET = 5;
/** Of the questions of each line that are answered. */
const SHARE = 0.8;
const BATCH = '`batch`, whole command';
const SAME = 'a filter that parses and prints the same lines';
const AS_MUCH = 'a filter that parses them and prints as much as `batch`';

/** The whole command against filters, from their start to their end. */
export async function batchRows(bench: BatchBench, lines: number, rounds: number): Promise<Row[]> {
  const input = inputOf(bench, lines);
  const output = join(bench.folder, 'output.jsonl');
  await cpuOf([COMMAND, 'batch'], { input: inputOf(bench, ENOUGH), output });
  const costs = await alternate(
    [
      { name: BATCH, cost: () => cpuOf([COMMAND, 'batch'], { input }) },
      { name: SAME, cost: () => cpuOf([FILTER], { input }) },
      { name: AS_MUCH, cost: () => cpuOf([FILTER, output], { input }) },
    ],
    { rounds, warmUp: 0 },
  );
  const on = `${lines.toLocaleString('en')} lines, ${SHARE * 100} % answered`;
  const row = { what: BATCH, on, cost: costOf(costs, BATCH, 1e6) };
  const than = (name: string) => ({ spread: ratio(costs, BATCH, name), unit: '×' });
  return [
    { ...row, than: SAME, measured: than(SAME) },
    { ...row, than: AS_MUCH, target: FILTER_TARGET, measured: than(AS_MUCH) },
  ];
}

/** Lines of which `batch` prints what a filter prints in turn. */
const ENOUGH = 1_000;

function inputOf({ knowledge, drawing, folder }: BatchBench, lines: number): string {
  const path = join(folder, `${lines}.jsonl`);
  const texts = Array.from({ length: lines }, () => lineOf(knowledge, drawing.partial(SHARE)));
  writeFileSync(path, `${texts.join('\n')}\n`);
  return path;
}

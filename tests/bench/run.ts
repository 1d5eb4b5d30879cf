import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { drawingFrom } from '../support/random-sheets.ts';
import { built, KNOWLEDGE, ROOT } from './built.ts';
import { coldStartRows } from './cold-start.ts';
import { auditRow, batchRows } from './commands.ts';
import { comparisonRows } from './comparison.ts';
import { growth } from './growth/growth.ts';
import { markdownRows } from './markdown.ts';
import { memoryRows } from './memory.ts';
import { OLD_COMMIT, oldBuild } from './old-build.ts';
import { publish } from './publish.ts';
import { missedIn, type Row, rowsText } from './rows.ts';
import { ruleEngineRow } from './rule-engine-row.ts';
import { sizeRows } from './size.ts';
import { slowestFlipRow } from './slowest-flip.ts';
import { startEngine } from './start-engine.ts';
import { startUpRows } from './start-up.ts';

/**
 * Measures the built program against the commit with the engine that it replaced, side by side, and against what else
 * could do the same. After the command `quick` measures less, `start` only size and start-up, `memory` only memory over a
 * million lines, `markdown` only documents, `growth` only how commands grow with knowledge, and `--check` ends with 1 where
 * a target is missed; `--save` also puts the table into `docs/measurements.md`.
 */
const FULL = {
  rounds: { rounds: 11, warmUp: 5_000 },
  coldStarts: 7,
  starts: 15,
  audits: 3,
  lines: 10_000,
  documents: [400_000, 1_000_000, 4_000_000, 10_000_000],
  memory: [10_000, 50_000, 100_000],
  growth: 3,
};
const QUICK = {
  rounds: { rounds: 3, warmUp: 2_000 },
  coldStarts: 3,
  starts: 7,
  audits: 1,
  lines: 1_000,
  documents: [400_000, 4_000_000],
  memory: [1_000, 2_000],
  growth: 1,
};
/** For memory alone. */
const MARKS = [100_000, 250_000, 500_000, 750_000, 1_000_000];
const SEED = 1;

const sizes = process.argv.includes('quick') ? QUICK : FULL;
const { knowledge } = await built('knowledge/load').loadKnowledge({
  knowledge: [KNOWLEDGE],
  add: [],
});
if (knowledge === undefined) throw new Error('The knowledge cannot be read');
const named = ['start', 'memory', 'markdown', 'growth'].find((part) => process.argv.includes(part));
const rows = named === 'growth' ? await growthRows() : await rowsFor(knowledge);
if (named !== 'growth') publish('bench', `${headText(knowledge)}\n\n${rowsText(rows)}`);
if (named === undefined) rows.push(...(await growthRows()));
if (process.argv.includes('--check') && missedIn(rows).length > 0) process.exitCode = 1;

/** Publishes them with the curves that they are fitted to, in a place of their own. */
async function growthRows(): Promise<Row[]> {
  const { rows, curves } = await growth(sizes.growth);
  publish('bench', `${rowsText(rows)}\n\n${curves}`, 'growth');
  return rows;
}

/** All rows but those on growth, or the part that is named. */
async function rowsFor(knowledge: KnowledgeBase): Promise<Row[]> {
  if (named === 'memory') {
    return memoryRows(knowledge, drawingFrom(knowledge, SEED), MARKS);
  }
  if (named === 'start') {
    return [...sizeRows(ROOT, oldBuild()), ...(await startUpRows(sizes.starts))];
  }
  if (named === 'markdown') return markdownRows(sizes.documents, sizes.rounds);
  return allRows(knowledge);
}

async function allRows(knowledge: KnowledgeBase): Promise<Row[]> {
  const old = oldBuild();
  const rows = [
    ...sizeRows(ROOT, old),
    ...(await besideOldRows(knowledge, old)),
    ...(await startUpRows(sizes.starts)),
    ...(await coldStartRows(knowledge, sizes.coldStarts)),
  ];
  report('cold starts are measured');
  rows.push(...(await markdownRows(sizes.documents, sizes.rounds)));
  report('documents are measured');
  rows.push(await auditRow(old, sizes.audits));
  report('the audit is measured');
  rows.push(await ruleEngineRow(knowledge, sizes.rounds));
  rows.push(...(await wholeBatchRows(knowledge)));
  report('batch is measured');
  return [...rows, ...(await memoryRows(knowledge, drawingFrom(knowledge, SEED), sizes.memory))];
}

async function besideOldRows(knowledge: KnowledgeBase, folder: string): Promise<Row[]> {
  const [now, old] = [await startEngine(), await startEngine(folder)];
  try {
    if (now.version !== old.version) throw new Error('The engines have different knowledge');
    const comparison = { knowledge, now, old, ...sizes.rounds };
    const rows = await comparisonRows(comparison);
    report('decisions, explanations and lines are measured');
    rows.push(await slowestFlipRow(comparison));
    report('flips are measured');
    return rows;
  } finally {
    now.stop();
    old.stop();
  }
}

async function wholeBatchRows(knowledge: KnowledgeBase): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-bench-'));
  try {
    const bench = { knowledge, drawing: drawingFrom(knowledge, SEED), folder };
    return await batchRows(bench, sizes.lines, sizes.coldStarts);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function headText({ version, questions, decisions }: KnowledgeBase): string {
  const size = `${questions.size} questions, ${decisions.size} decisions`;
  return `Knowledge ${version} (${size}); old is ${OLD_COMMIT}; CPU time; the median of rounds counts.`;
}

/** How far it is, and how busy the machine is. */
function report(text: string): void {
  const load = loadavg()[0]?.toFixed(1);
  process.stderr.write(`${text} (load ${load} on ${cpus().length} cores)\n`);
}

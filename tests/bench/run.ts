import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAnswerSheet } from '../../src/knowledge/answer-sheet.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { holdEngineAgainstAdvice, holdPassAgainstAdvice } from './agreement.ts';
import { commandRows } from './commands.ts';
import { lineRows, type SheetSet } from './lines.ts';
import { memoryRows } from './memory.ts';
import { drawingFrom } from './random-sheets.ts';
import { type Row, rowsText } from './rows.ts';
import { ruleEngine } from './rule-engine.ts';
import { scoreTable } from './score-table.ts';
import { explainRows, flipRows, nextQuestionRows, type Profile } from './searches.ts';

/** Measures how fast the built program is, in bare scoring passes and against what else could do the same. */
const FULL = {
  rounds: 60,
  sheets: 200,
  commands: [
    { lines: 1, rounds: 15 },
    { lines: 10_000, rounds: 9 },
    { lines: 100_000, rounds: 5 },
  ],
  memory: [100_000, 250_000, 500_000, 750_000, 1_000_000],
  explanations: 7,
  interviews: 20,
  profiles: 12,
};
const QUICK = {
  rounds: 9,
  sheets: 40,
  commands: [
    { lines: 1, rounds: 5 },
    { lines: 10_000, rounds: 3 },
  ],
  memory: [10_000, 30_000],
  explanations: 1,
  interviews: 3,
  profiles: 3,
};
const SEED = 1;
const SHARES = [0.5, 0.8, 0.95, 1];
/** Of the lines for whole commands. */
const USUAL_SHARE = 0.8;

const sizes = process.argv.includes('quick') ? QUICK : FULL;
const { knowledge } = await loadKnowledge({ knowledge: [], add: [] });
if (knowledge === undefined) throw new Error('The built-in knowledge is unreadable');
await measure(knowledge);

async function measure(knowledge: KnowledgeBase): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-bench-'));
  try {
    const rows = process.argv.includes('memory')
      ? await memoryRows(knowledge, drawingFrom(knowledge, SEED), FULL.memory)
      : await allRows(knowledge, folder);
    process.stdout.write(`${rowsText(rows)}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function allRows(knowledge: KnowledgeBase, folder: string): Promise<Row[]> {
  const drawing = drawingFrom(knowledge, SEED);
  const table = scoreTable(knowledge);
  const engine = ruleEngine(knowledge);
  const profiles = profilesIn(knowledge);
  const sets = [
    ...SHARES.map((share): SheetSet => {
      const sheets = Array.from({ length: sizes.sheets }, () => drawing.partial(share));
      return { name: `${share * 100} % answered`, sheets };
    }),
    { name: `${profiles.length} profiles`, sheets: profiles.map(({ answers }) => answers) },
  ];
  for (const { sheets } of sets) holdPassAgainstAdvice(knowledge, table, sheets.slice(0, 20));
  const complete = Array.from({ length: 50 }, () => drawing.partial(1));
  await holdEngineAgainstAdvice(knowledge, engine, complete);
  tell(
    `knowledge ${knowledge.version}: ${knowledge.questions.size} questions, ${knowledge.decisions.size} decisions, ${table.names.length} scores; ${engine.size} rules, which score alike`,
  );
  const rows: Row[] = [];
  for (const set of sets) {
    rows.push(...(await lineRows({ knowledge, table, engine, rounds: sizes.rounds }, set)));
  }
  tell('lines are measured');
  const searches = { knowledge, table, profiles: profiles.slice(0, sizes.profiles) };
  rows.push(...explainRows(searches, sizes.explanations));
  tell('explanations are measured');
  rows.push(...nextQuestionRows(searches, complete.slice(0, sizes.interviews)));
  tell('next questions are measured');
  rows.push(...flipRows(searches));
  tell('flips are measured');
  for (const { lines, rounds } of sizes.commands) {
    rows.push(
      ...(await commandRows({ knowledge, drawing, folder, share: USUAL_SHARE }, lines, rounds)),
    );
  }
  tell('whole commands are measured');
  return [...rows, ...(await memoryRows(knowledge, drawing, sizes.memory))];
}

function profilesIn(knowledge: KnowledgeBase): Profile[] {
  return [...knowledge.profiles.values()].map(({ id, text, place: { file } }) => {
    const { answers, pins } = parseAnswerSheet({ file, text }, knowledge);
    const known = [...answers].flatMap(([key, answer]) => (answer ? [[key, answer] as const] : []));
    return { id, answers: new Map(known), pins };
  });
}

/** How far it is, and how busy the machine, as that is what measurements suffer from. */
function tell(text: string): void {
  const load = loadavg()[0]?.toFixed(1);
  process.stderr.write(
    `${text} (Node ${process.version}, load ${load} on ${cpus().length} cores)\n`,
  );
}

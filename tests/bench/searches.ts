import type { FlipRequest } from '../../src/engine/flip/flips.ts';
import type { Answers, Pins } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { barePass } from './bare-pass.ts';
import { built } from './built.ts';
import { type Spread, spreadOf } from './race.ts';
import type { Row } from './rows.ts';
import type { Column, ScoreTable } from './score-table.ts';
import { statesOf } from './walks.ts';

/** The answers of a ready-made file. */
export interface Profile {
  readonly id: string;
  readonly answers: Answers;
  readonly pins: Pins;
}

export interface SearchBench {
  readonly knowledge: KnowledgeBase;
  readonly table: ScoreTable;
  readonly profiles: readonly Profile[];
}

const PROMISED = '≤ 2,000 ×';

/** The full explanation of all decisions on ready-made answers: the usual one, and the worst. */
export function explainRows({ knowledge, table, profiles }: SearchBench, rounds: number): Row[] {
  const { explain } = built('engine/explain/explain');
  const all = profiles.map(({ id, answers, pins }) => {
    const request = { answers, pins, decisions: [], every: true };
    const passOn = table.read(answers);
    const once = () => inPasses(table, passOn, () => explain(knowledge, request));
    once();
    return { id, spread: spreadOf(Array.from({ length: rounds }, () => once().passes)) };
  });
  const sorted = all.toSorted((a, b) => b.spread.median - a.spread.median);
  const what = 'full explanation of all decisions / bare pass';
  const row = (on: string, spread: Spread): Row => ({
    what,
    on,
    target: PROMISED,
    measured: { spread, unit: '×' },
  });
  const usual = spreadOf(all.map(({ spread }) => spread.median));
  return [
    row(`${profiles.length} profiles`, usual),
    ...sorted.slice(0, 1).map(({ id, spread }) => row(`the worst: ${id}`, spread)),
  ];
}

/** The smallest changes that flip a pick, for each decision on ready-made answers: the usual search, and the slowest. */
export function flipRows({ knowledge, table, profiles }: SearchBench): Row[] {
  const all = profiles.flatMap(({ id, answers, pins }) => {
    const passOn = table.read(answers);
    return [...knowledge.decisions.keys()].map((decision) => {
      const search = () => setsLookedAt(knowledge, { decision, answers, pins });
      return { of: `${decision}, ${id}`, ...inPasses(table, passOn, search) };
    });
  });
  const [slowest] = all.toSorted((a, b) => b.seconds - a.seconds);
  const what = 'flips to k = 3 of a decision';
  const on = `${all.length} searches on ${profiles.length} profiles`;
  const usual = (unit: string, each: (search: (typeof all)[number]) => number): Row => ({
    what,
    on,
    measured: { spread: spreadOf(all.map(each)), unit },
  });
  const rows = [usual('s', ({ seconds }) => seconds), usual('passes', ({ passes }) => passes)];
  if (slowest === undefined) return rows;
  const { of, seconds, passes, result } = slowest;
  const measured = `${seconds.toFixed(2)} s, ${whole(passes)} passes, ${whole(result)} sets`;
  return [...rows, { what, on: `the slowest: ${of}`, target: 'no wait', measured }];
}

/** Choosing the next question of all decisions, at the start of interviews and after each answer. */
export function nextQuestionRows(
  { knowledge, table }: Pick<SearchBench, 'knowledge' | 'table'>,
  sheets: readonly Answers[],
): Row[] {
  const { outlookOf } = built('engine/outlook/outlook');
  const passes = sheets.flatMap((answers) => {
    const asking = { knowledge, decisions: [], answers };
    return statesOf(asking, { order: 'adaptive' }).map(({ sheet }) => {
      const known = built('model/known-answers').knownAnswers(sheet);
      const choose = () =>
        outlookOf(knowledge, { answers: known, pins: sheet.pins, decisions: [] });
      return inPasses(table, table.read(known), choose).passes;
    });
  });
  const on = `${passes.length} moments of ${sheets.length} interviews`;
  const measured = { spread: spreadOf(passes), unit: '×' };
  return [{ what: 'next question of all decisions / bare pass', on, target: '≤ 500 ×', measured }];
}

function setsLookedAt(knowledge: KnowledgeBase, request: FlipRequest): number {
  const sizes = new Map<string, number>();
  const search = built('engine/flip/flips').flips(knowledge, request);
  for (let step = search.next(); step.done !== true; step = search.next()) {
    sizes.set(step.value.subject, step.value.total);
  }
  return [...sizes.values()].reduce((sum, total) => sum + total, 0);
}

/** Passes that are timed right before a search, to measure it by what the machine does at that moment. */
const BURST = 500;

/** Does some work, and says how many bare passes over the same answers would have taken as long. */
function inPasses<T>(table: ScoreTable, answers: readonly Column[], work: () => T) {
  const start = process.hrtime.bigint();
  for (let time = 0; time < BURST; time += 1) barePass(table, answers);
  const middle = process.hrtime.bigint();
  const result = work();
  const taken = Number(process.hrtime.bigint() - middle);
  return { result, seconds: taken / 1e9, passes: taken / (Number(middle - start) / BURST) };
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

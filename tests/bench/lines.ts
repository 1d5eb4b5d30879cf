import type { Answers } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { barePass } from './bare-pass.ts';
import { built } from './built.ts';
import { type Contestant, race, ratio, spreadOf } from './race.ts';
import { lineOf } from './random-sheets.ts';
import type { Row } from './rows.ts';
import type { RuleEngine } from './rule-engine.ts';
import type { ScoreTable } from './score-table.ts';

export interface LineBench {
  readonly knowledge: KnowledgeBase;
  readonly table: ScoreTable;
  readonly engine: RuleEngine;
  readonly rounds: number;
}

/** Sheets of one kind. */
export interface SheetSet {
  readonly name: string;
  readonly sheets: readonly Answers[];
}

/** What a line costs in the process, against a bare pass over the same answers; beside it the rule engine. */
export async function lineRows(bench: LineBench, { name: on, sheets }: SheetSet): Promise<Row[]> {
  const contestants = contestantsOn(bench, sheets);
  const times = await race(contestants, { rounds: bench.rounds, warmUp: WARM_UP });
  const row = (what: string, target?: string): Row => ({
    what,
    on,
    ...(target !== undefined && { target }),
    measured: { spread: ratio(times, what, PASS), unit: '×' },
  });
  return [
    {
      what: PASS,
      on,
      measured: {
        spread: spreadOf((times.get(PASS) ?? []).map((each) => each / 1_000)),
        unit: 'µs',
      },
    },
    row(VERDICTS, '≤ 20 ×'),
    row(LINE, '≤ 20 ×'),
    row(RULES),
  ];
}

const WARM_UP = 8;
const PASS = 'bare pass';
const VERDICTS = 'line: judged and printed / bare pass';
const LINE = 'line: read, judged and printed / bare pass';
const RULES = 'json-rules-engine, scores only / bare pass';

/** Passes are over so soon that one round makes many; the rule engine takes so long that it gets some of the sheets. */
const MANY = 20;
const SOME = 4;

function contestantsOn(
  { knowledge, table, engine }: LineBench,
  sheets: readonly Answers[],
): Contestant[] {
  const count = sheets.length;
  const columns = sheets.map(table.read);
  const lines = sheets.map((answers) => ({ number: 1, text: lineOf(knowledge, answers) }));
  const verdicts = built('engine/verdicts').verdictsOn(knowledge);
  const { outcomeLine } = built('report/batch/outcome-line');
  const answer = built('cli/batch/answer-line').lineAnswerer({
    knowledge,
    layers: { under: [], over: NOTHING },
    isFull: false,
    only: [],
    onFormer: () => undefined,
    onContradiction: () => undefined,
  });
  let next = 0;
  return [
    contestant(PASS, count * MANY, () => {
      for (let time = 0; time < MANY; time += 1) for (const each of columns) barePass(table, each);
    }),
    contestant(VERDICTS, count, () => {
      for (const answers of sheets) {
        outcomeLine({ kind: 'verdicts', decisions: verdicts(answers, NO_PINS) });
      }
    }),
    contestant(LINE, count, () => {
      for (const line of lines) outcomeLine(answer(line));
    }),
    contestant(RULES, SOME, async () => {
      for (let time = 0; time < SOME; time += 1) {
        await engine.run(sheets[next % count] ?? new Map());
        next += 1;
      }
    }),
  ];
}

const NO_PINS = new Map<string, readonly string[]>();
const NOTHING = { answers: new Map(), pins: NO_PINS, notes: new Map() };

function contestant(name: string, units: number, run: Contestant['run']): Contestant {
  return { name, units, run };
}

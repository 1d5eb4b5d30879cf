import { spawn } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { COMMAND } from './built.ts';
import { type Contestant, race, ratio, spreadOf } from './race.ts';
import { type Drawing, lineOf } from './random-sheets.ts';
import type { Row } from './rows.ts';

export interface CommandBench {
  readonly knowledge: KnowledgeBase;
  readonly drawing: Drawing;
  /** For the lines; somebody else removes it. */
  readonly folder: string;
  readonly share: number;
}

const FILTER = fileURLToPath(new URL('filter.mjs', import.meta.url));
const BATCH = 'whole command';
const SAME = 'whole command / filter that parses and prints the same lines';
const OUTPUT = 'whole command / filter that parses them and prints as much as it';

/** The whole command against filters, from their start to their end. */
export async function commandRows(
  bench: CommandBench,
  lines: number,
  rounds: number,
): Promise<Row[]> {
  const input = inputOf(bench, lines);
  const output = await outputOf(bench);
  const times = await race(
    [
      contestant(BATCH, [COMMAND, 'batch'], input),
      contestant(SAME, [FILTER], input),
      contestant(OUTPUT, [FILTER, output], input),
    ],
    { rounds, warmUp: 1 },
  );
  const on = `${lines.toLocaleString('en')} lines, ${bench.share * 100} % answered`;
  const seconds = (name: string) => {
    const spread = spreadOf((times.get(name) ?? []).map((each) => each / 1e9));
    return { spread, unit: 's' };
  };
  return [
    { what: BATCH, on, measured: seconds(BATCH) },
    { what: 'filter that parses and prints the same lines', on, measured: seconds(SAME) },
    { what: SAME, on, target: '≤ 3 ×', measured: { spread: ratio(times, BATCH, SAME), unit: '×' } },
    { what: OUTPUT, on, measured: { spread: ratio(times, BATCH, OUTPUT), unit: '×' } },
  ];
}

function inputOf({ knowledge, drawing, folder, share }: CommandBench, lines: number): string {
  const path = join(folder, `${lines}.jsonl`);
  const texts = Array.from({ length: lines }, () => lineOf(knowledge, drawing.partial(share)));
  writeFileSync(path, `${texts.join('\n')}\n`);
  return path;
}

const ENOUGH = 1_000;

/** What `batch` prints for some lines. */
async function outputOf(bench: CommandBench): Promise<string> {
  const path = join(bench.folder, 'output.jsonl');
  await run([COMMAND, 'batch'], inputOf(bench, ENOUGH), path);
  return path;
}

function contestant(name: string, args: readonly string[], input: string): Contestant {
  return { name, units: 1, run: () => run(args, input, devNull) };
}

/** Runs a Node program over files; throws where it fails. */
function run(args: readonly string[], input: string, output: string): Promise<void> {
  const files = [openSync(input, 'r'), openSync(output, 'w')] as const;
  const child = spawn(process.execPath, args, { stdio: [...files, 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('close', (code) => {
      files.forEach(closeSync);
      if (code === 0) resolve();
      else reject(new Error(`${args[0]} ended with ${code}`));
    });
  });
}

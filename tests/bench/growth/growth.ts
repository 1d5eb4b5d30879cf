import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, type Costs, costOf, spreadOf } from '../alternate.ts';
import { COMMAND } from '../built.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Row } from '../rows.ts';
import { cpuOf } from '../whole-program.ts';
import { exponentOf } from './exponent.ts';
import type { Size } from './generated-knowledge.ts';
import { ALTERNATIVES } from './generated-words.ts';
import { writeGenerated } from './write-generated.ts';

interface Variation {
  readonly varied: string;
  readonly sizes: readonly number[];
  readonly knowledgeOf: (size: number) => Size;
  /** The largest exponent that is meant to be reached; absent where several things grow. */
  readonly target?: number;
}

/** What stays while one thing is varied. */
const BASE: Size = { patterns: 200, decisions: 50, questions: 60 };
const TARGET = 1.1;

/** Decisions bring their alternatives, as there is none without any; other patterns stand in the catalogue alone. */
const VARIATIONS: readonly Variation[] = [
  {
    varied: 'patterns',
    sizes: [200, 500, 1_000, 2_000, 5_000],
    knowledgeOf: (patterns) => ({ ...BASE, patterns }),
    target: TARGET,
  },
  {
    varied: 'decisions',
    sizes: [10, 20, 50, 100, 200, 500],
    knowledgeOf: (decisions) => ({
      ...BASE,
      decisions,
      patterns: Math.max(BASE.patterns, ALTERNATIVES * decisions),
    }),
    target: TARGET,
  },
  {
    varied: 'questions',
    sizes: [12, 25, 50, 100, 200, 300],
    knowledgeOf: (questions) => ({ ...BASE, questions }),
    target: TARGET,
  },
  {
    varied: 'decisions, with ten patterns and 0.6 questions each',
    sizes: [50, 100, 200, 500],
    knowledgeOf: (decisions) => ({
      decisions,
      patterns: 10 * decisions,
      questions: Math.ceil(0.6 * decisions),
    }),
  },
];

const COMMANDS = ['check', 'recommend', 'next'] as const;

/** What commands cost as knowledge grows. */
interface Curve {
  readonly command: string;
  readonly variation: Variation;
  /** By size, in nanoseconds, round by round. */
  readonly costs: readonly (readonly [size: number, costs: readonly number[]])[];
}

/** The exponents by which the CPU time of whole commands grows, and the curves that they are fitted to. */
export async function growth(rounds: number): Promise<{ rows: Row[]; curves: string }> {
  const curves = await curvesOver(rounds);
  return { rows: curves.map(rowOf), curves: curvesText(curves) };
}

const SEED = 1;

/** Next to no knowledge: what a command costs on it is no part of how it grows. */
const LEAST: Size = { patterns: ALTERNATIVES, decisions: 1, questions: 1 };

async function curvesOver(rounds: number): Promise<Curve[]> {
  const folder = mkdtempSync(join(tmpdir(), 'arch-advisor-growth-'));
  try {
    const floor = await costsOn([['', LEAST]], rounds, folder);
    const curves: Curve[] = [];
    for (const variation of VARIATIONS) {
      const { varied, sizes, knowledgeOf } = variation;
      const named = sizes.map((size) => [`${size}`, knowledgeOf(size)] as const);
      const costs = await costsOn(named, rounds, folder);
      for (const command of COMMANDS) {
        const least = costOf(floor, nameOf(command, ''), 1).median;
        const own = (size: number) =>
          (costs.get(nameOf(command, `${size}`)) ?? []).map((cost) => Math.max(1, cost - least));
        curves.push({ command, variation, costs: sizes.map((size) => [size, own(size)] as const) });
      }
      process.stderr.write(`${varied} are varied\n`);
    }
    return curves;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What each command costs on each knowledge, measured in turn. */
async function costsOn(
  sizes: readonly (readonly [name: string, size: Size])[],
  rounds: number,
  folder: string,
): Promise<Costs> {
  const subjects = sizes.flatMap(([name, size]) => {
    const { knowledge, answers } = writeGenerated(mkdtempSync(join(folder, 'size-')), size, SEED);
    return COMMANDS.map((command) => {
      const given = command === 'check' ? [] : ['--answers', answers];
      const args = [COMMAND, command, '--knowledge', knowledge, ...given];
      return { name: nameOf(command, name), cost: () => cpuOf(args) };
    });
  });
  return alternate(subjects, { rounds, warmUp: 0 });
}

function nameOf(command: string, size: string): string {
  return `${command} ${size}`;
}

function rowOf({ command, variation: { varied, sizes, target }, costs }: Curve): Row {
  const [first = [0, []]] = costs;
  const exponents = first[1].map((_, round) =>
    exponentOf(costs.map(([size, each]) => [size, each[round] ?? 1])),
  );
  const [from = 0, to = 0] = [sizes[0], sizes.at(-1)].map((size) => size?.toLocaleString('en'));
  return {
    what: `exponent by which \`${command}\` grows`,
    on: `${from} to ${to} ${varied}`,
    ...(target !== undefined && { target }),
    measured: { spread: spreadOf(exponents), unit: '' },
  };
}

/** A table per thing that is varied: what each command costs, and the exponent from the size before. */
function curvesText(curves: readonly Curve[]): string {
  const texts = VARIATIONS.map((variation) => {
    const own = curves.filter((curve) => curve.variation === variation);
    const head = [variation.varied, ...own.flatMap(({ command }) => [`${command}, ms`, 'step'])];
    const rows = variation.sizes.map((size, index) => [
      size.toLocaleString('en'),
      ...own.flatMap((curve) => cellsOf(curve, index)),
    ]);
    return markdownTable(head, rows);
  });
  return texts.join('\n\n');
}

function cellsOf({ costs }: Curve, index: number): string[] {
  const points = costs.map(([size, each]) => [size, spreadOf(each).median] as const);
  const [point, before] = [points[index], points[index - 1]];
  if (point === undefined) return ['', ''];
  const step = before ? exponentOf([before, point]).toFixed(2) : '';
  return [Math.round(point[1] / 1e6).toLocaleString('en'), step];
}

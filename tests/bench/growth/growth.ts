import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alternate, type Costs, costOf, spreadOf } from '../alternate.ts';
import { markdownTable } from '../markdown-table.ts';
import type { Row } from '../rows.ts';
import {
  COMMANDS,
  type CommandCosts,
  type CommandName,
  wholeCommands,
  withoutMarkdown,
} from './command-costs.ts';
import { exponentOf } from './exponent.ts';
import type { Size } from './generated-knowledge.ts';
import { ALTERNATIVES } from './generated-words.ts';

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

/** What one command costs as knowledge grows. */
interface Curve {
  readonly command: CommandName;
  readonly variation: Variation;
  readonly part: Part;
  /** By size, in nanoseconds, round by round. */
  readonly costs: readonly (readonly [size: number, costs: readonly number[]])[];
}

/** What of the commands is measured. */
interface Part {
  readonly name: string;
  readonly costsOf: (size: Size, folder: string) => CommandCosts;
  readonly rounds: (rounds: number) => number;
  /** How large knowledge is of which the cost does not count, as it is no part of how a command grows. */
  readonly least?: Size;
}

const PARTS: readonly Part[] = [
  {
    name: 'whole command',
    costsOf: wholeCommands,
    rounds: (rounds) => rounds,
    least: { patterns: ALTERNATIVES, decisions: 1, questions: 1 },
  },
  {
    name: 'once the Markdown is parsed',
    costsOf: withoutMarkdown,
    // A process that compiles while it runs is fast only after a while.
    rounds: (rounds) => 5 + 2 * rounds,
  },
];

/** The exponents by which commands grow, and the curves that they are fitted to. */
export async function growth(rounds: number): Promise<{ rows: Row[]; curves: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'arch-advisor-growth-'));
  try {
    const curves: Curve[] = [];
    for (const part of PARTS) curves.push(...(await curvesOf(part, part.rounds(rounds), folder)));
    return { rows: curves.map(rowOf), curves: curvesText(curves) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function curvesOf(part: Part, rounds: number, folder: string): Promise<Curve[]> {
  const measured = (sizes: readonly (readonly [name: string, size: Size])[]) =>
    costsOn(sizes, (size) => part.costsOf(size, folder), rounds);
  const floor = await measured(part.least ? [['', part.least]] : []);
  const curves: Curve[] = [];
  for (const variation of VARIATIONS) {
    const { varied, sizes, knowledgeOf } = variation;
    const all = await measured(sizes.map((size) => [`${size}`, knowledgeOf(size)] as const));
    for (const command of COMMANDS) {
      const least = part.least ? costOf(floor, nameOf(command, ''), 1).median : 0;
      const costs = sizes.map((size) => {
        const own = all.get(nameOf(command, `${size}`)) ?? [];
        return [size, own.map((cost) => Math.max(1, cost - least))] as const;
      });
      curves.push({ command, variation, part, costs });
    }
    process.stderr.write(`${varied} are varied, ${part.name}\n`);
  }
  return curves;
}

/** What each command costs on each knowledge, measured in turn. */
async function costsOn(
  sizes: readonly (readonly [name: string, size: Size])[],
  costsOf: (size: Size) => CommandCosts,
  rounds: number,
): Promise<Costs> {
  const subjects = sizes.flatMap(([name, size]) => {
    const costs = costsOf(size);
    return COMMANDS.map((command) => ({ name: nameOf(command, name), cost: costs[command] }));
  });
  return alternate(subjects, { rounds, warmUp: 0 });
}

function nameOf(command: string, size: string): string {
  return `${command} ${size}`;
}

function rowOf({ command, variation: { varied, sizes, target }, part, costs }: Curve): Row {
  const [first = [0, []]] = costs;
  const exponents = first[1].map((_, round) =>
    exponentOf(costs.map(([size, each]) => [size, each[round] ?? 1])),
  );
  const [from = 0, to = 0] = [sizes[0], sizes.at(-1)].map((size) => size?.toLocaleString('en'));
  return {
    what: `exponent by which \`${command}\` grows, ${part.name}`,
    on: `${from} to ${to} ${varied}`,
    ...(target !== undefined && { target }),
    measured: { spread: spreadOf(exponents), unit: '' },
  };
}

/** A table per thing that is varied: what each command costs, and the exponent from the size before. */
function curvesText(curves: readonly Curve[]): string {
  const tables = PARTS.flatMap((part) => VARIATIONS.map((variation) => ({ part, variation })));
  const texts = tables.map(({ part, variation }) => {
    const own = curves.filter((curve) => curve.variation === variation && curve.part === part);
    const title = `${variation.varied}; ${part.name}`;
    const head = [title, ...own.flatMap(({ command }) => [`${command}, ms`, 'step'])];
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
  const cost = point[1] / 1e6;
  return [cost < 10 ? cost.toFixed(1) : Math.round(cost).toLocaleString('en'), step];
}

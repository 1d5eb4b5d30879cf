import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';

const home = fileURLToPath(new URL('../../', import.meta.url));
const biome = join(home, 'node_modules/@biomejs/biome/bin/biome');

/** A file that breaks one rule of the house, and the rule that has to say so. */
interface Fault {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  readonly rule: string;
}

const importing = (from: string) => `export { x } from '${from}';\n`;
const pureFolders = [
  ...['model', 'common', 'names', 'search'],
  ...['knowledge', 'engine', 'interview', 'report'],
];

/** Which folder may not look into which (DESIGN.md, section 3). */
const forbidden: Readonly<Record<string, readonly string[]>> = {
  model: ['common', 'names', 'search', 'knowledge', 'engine', 'interview', 'report', 'cli'],
  common: ['names', 'search', 'knowledge', 'engine', 'interview', 'report', 'cli'],
  names: ['search', 'knowledge', 'engine', 'interview', 'report', 'cli'],
  search: ['knowledge', 'engine', 'interview', 'report', 'cli'],
  knowledge: ['search', 'engine', 'interview', 'report', 'cli'],
  engine: ['names', 'search', 'knowledge', 'interview', 'report', 'cli'],
  interview: ['names', 'search', 'knowledge', 'report', 'cli'],
  report: ['names', 'search', 'knowledge', 'engine', 'interview', 'cli'],
};

const worlds: Readonly<Record<string, { code: string; rule: string }>> = {
  'a Node module': { code: importing('node:fs'), rule: 'noNodejsModules' },
  'the process': { code: 'export const x = process.argv;\n', rule: 'noRestrictedGlobals' },
  'the console': { code: "console.log('x');\n", rule: 'noRestrictedGlobals' },
  'the clock': { code: 'export const x = new Date();\n', rule: 'noRestrictedGlobals' },
  'a locale': { code: 'export const x = new Intl.NumberFormat();\n', rule: 'noRestrictedGlobals' },
  'a locale in a comparison': {
    code: "export const x = 'a'.localeCompare('b');\n",
    rule: 'No locale',
  },
  randomness: { code: 'export const x = Math.random();\n', rule: 'No randomness' },
};

const lines = Array.from({ length: 41 }, (_, index) => `  f(${index});`).join('\n');
const branches = Array.from(
  { length: 11 },
  (_, index) => `  if (n === ${index}) return ${index};`,
).join('\n');

const habits: Readonly<Record<string, { code: string; rule: string }>> = {
  'a function of 41 lines': {
    code: `export function g(f: (n: number) => void) {\n${lines}\n}\n`,
    rule: 'noExcessiveLinesPerFunction',
  },
  'a function of complexity 11': {
    code: `export function g(n: number) {\n${branches}\n  return 0;\n}\n`,
    rule: 'noExcessiveCognitiveComplexity',
  },
  'five parameters': {
    code: 'export const g = (a: 1, b: 2, c: 3, d: 4, e: 5) => [a, b, c, d, e];\n',
    rule: 'useMaxParams',
  },
  'a default export': { code: 'export default 1;\n', rule: 'noDefaultExport' },
  'an enum': { code: 'export enum E {\n  a,\n}\n', rule: 'noEnum' },
  'a non-null assertion': {
    code: 'export const g = (a?: string) => a!.length;\n',
    rule: 'noNonNullAssertion',
  },
  any: { code: 'export const g = (a: any) => a;\n', rule: 'noExplicitAny' },
  'a list pushed whole': {
    code: 'export const g = (a: number[], b: number[]) => a.push(1, ...b);\n',
    rule: 'No list spread into arguments',
  },
  'the largest of a list spread': {
    code: 'export const g = (a: readonly number[]) => Math.max(0, ...a.map((x) => x));\n',
    rule: 'No list spread into arguments',
  },
};

const faults: readonly Fault[] = [
  ...Object.entries(forbidden).flatMap(([folder, others]) =>
    others.map((other) => ({
      name: `${folder} looks into ${other}`,
      file: `src/${folder}/to-${other}.ts`,
      code: importing(`../${other}/x.ts`),
      rule: 'noRestrictedImports',
    })),
  ),
  {
    name: 'a rule looks into engine from a deeper folder',
    file: 'src/knowledge/rules/deep.ts',
    code: importing('../../engine/x.ts'),
    rule: 'noRestrictedImports',
  },
  {
    name: 'a circle of types alone',
    file: 'src/model/circle.ts',
    code: "import type { A } from './circle-back.ts';\nexport interface B {\n  readonly a: A;\n}\n",
    rule: 'noImportCycles',
  },
  {
    name: 'the way back',
    file: 'src/model/circle-back.ts',
    code: "import type { B } from './circle.ts';\nexport interface A {\n  readonly b: B;\n}\n",
    rule: 'noImportCycles',
  },
  ...pureFolders.flatMap((folder) =>
    Object.entries(worlds).map(([what, { code, rule }], index) => ({
      name: `${folder} uses ${what}`,
      file: `src/${folder}/world-${index}.ts`,
      code,
      rule,
    })),
  ),
  ...Object.entries(habits).map(([name, { code, rule }], index) => ({
    name,
    file: `src/engine/habit-${index}.ts`,
    code,
    rule,
  })),
];

/** What the same rules let pass. */
const allowed: Readonly<Record<string, string>> = {
  'src/interview/to-engine.ts': importing('../engine/x.ts'),
  'src/knowledge/to-names.ts': importing('../names/x.ts'),
  'src/search/to-names.ts': importing('../names/x.ts'),
  'src/engine/to-model.ts': importing('../model/x.ts'),
  'src/engine/to-engine.ts': importing('./x.ts'),
  'src/cli/to-all.ts': [...pureFolders, 'cli']
    .map((folder) => `export { x as ${folder} } from '../${folder}/x.ts';\n`)
    .join(''),
  'src/knowledge/files.ts': importing('node:fs'),
  'src/engine/literals.ts':
    'export const g = (a: number[][], b: object) => a.push([...a.flat()], [Number({ ...b })]);\n',
};

interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location: { readonly path: string };
  }[];
}

let found: ReadonlyMap<string, string>;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'arch-advisor-lint-'));
  await cp(join(home, 'biome.json'), join(folder, 'biome.json'));
  await cp(join(home, '.biome'), join(folder, '.biome'), { recursive: true });
  const files = [
    ...faults.map(({ file, code }) => [file, code] as const),
    ...Object.entries(allowed),
  ];
  for (const [file, code] of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), code);
  }
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const { stdout } = await promisify(execFile)(biome, args, { cwd: folder }).catch(
    (error) => error,
  );
  const { diagnostics }: Report = JSON.parse(String(stdout));
  const byFile = new Map<string, string>();
  for (const { category, message, location } of diagnostics) {
    byFile.set(location.path, `${byFile.get(location.path) ?? ''}${category}: ${message}\n`);
  }
  found = byFile;
});

describe('each rule of the house bites', () => {
  test.each(faults)('$name', ({ file, rule }) => {
    expect(found.get(file) ?? '').toContain(rule);
  });
});

describe('and bites nothing else', () => {
  test.each(Object.keys(allowed))('%s', (file) => {
    expect(found.get(file) ?? '').toBe('');
  });
});

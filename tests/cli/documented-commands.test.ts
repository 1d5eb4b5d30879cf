import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { MARK } from '../../src/cli/interview/interview-text.ts';
import { run } from '../support/cli-run.ts';
import { commandsIn, type Documented, documents, helps } from '../support/documented-commands.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { recordText } from '../support/records.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** Its commands build on each other; tests/knowledge/guide.test.ts runs them. */
const STEP_BY_STEP = 'docs/writing-knowledge.md';
const root = new URL('../../', import.meta.url);
const knowledge = fileURLToPath(new URL('knowledge/', root));
const sagas = `# Changes to several things

## Saga

- Advantages
  - Availability: no service waits for another one's locks (judgement)
- Use when
  - third parties take part (judgement) \`participants: third-parties\`

## Two-phase commit

- Advantages
  - Consistency: nobody sees half of a change (judgement)
`;
const queue = `# Ours

## Work queue

- Advantages
  - Simplicity: our operations team runs one already (judgement)
`;
/** An interview that was left. */
const plan = {
  ...{ version: 1, decisions: ['database'], order: 'adaptive' },
  ...{ asked: [], toReview: [], knowledge: [], addKnowledge: [] },
};

const system = 'answers:\n  teams: few\n  data: [relational]\n  writes: 800\n';
const other = 'answers:\n  teams: one\n  data: [relational]\n  writes: 9000\n';
const files: Readonly<Record<string, string>> = {
  'system.yaml': system,
  'last-year.yaml': other,
  'this-year.yaml': system,
  'ana.yaml': system,
  'ben.yaml': other,
  'carla.yaml': system,
  'answers/ana.yaml': system,
  'answers/ben.yaml': other,
  'advice.json': (await run(['recommend', 'database', 'caching', '--json'])).stdout,
  'systems.jsonl': '{"id":"shop","answers":{"teams":"one"}}\n',
  'north.jsonl': '{"id":"north","answers":{"teams":"one"}}\n',
  'south.jsonl': '{"id":"south","answers":{"teams":"few"}}\n',
  'docs/patterns/saga.md': sagas,
  'saga.md': sagas,
  'our-queue.md': queue,
  'docs/adr/0001-system-structure-modular-monolith.md': recordText(await builtInKnowledge(), {
    decision: 'system-style',
    answers: system,
  }),
  'known.json': '{"version":1,"findings":[]}\n',
  'docs/decisions/0001-use-java.md': '# 1. Use Java\n\n## Status\n\nAccepted\n',
  'arch-advisor/interviews/2026-11-23-0158-7f3a.yaml': `${MARK}${JSON.stringify(plan)}\n${system}`,
};

const written = ['agreed.yaml', 'advice.md', 'advice.mmd', 'advice.csv'];

/** Where the files lie that commands name or write. */
function placesIn(folder: string): (word: string) => string[] {
  const older = ['older/', '../knowledge-1.0/'];
  const names = [...Object.keys(files), 'docs/patterns/', 'docs/adr', ...written];
  return (word) => {
    if (older.includes(word)) return [knowledge];
    if (word === 'answers/*.yaml') {
      return names.filter((name) => name.startsWith('answers/')).map((name) => join(folder, name));
    }
    return [names.includes(word) ? join(folder, word) : word];
  };
}

/** Records are written to the folder of the test, and read there. */
function argvIn(folder: string, { argv }: Documented): string[] {
  const words = argv.flatMap(placesIn(folder));
  if (argv[0] === 'verify' && !argv.includes('docs/adr')) words.push(join(folder, 'docs/adr'));
  return argv[0] === 'adr' ? [...words, '--dir', join(folder, 'docs/decisions')] : words;
}

/** Without a terminal `ask` cannot ask; what is open or contradictory fails with `--strict`, and other answers change picks. */
function codesOf({ argv: [command, ...rest] }: Documented): number[] {
  if (command === 'ask') return [0, 3];
  return command === 'verify' || rest.includes('--strict') ? [0, 1] : [0];
}

describe('every command line that is documented runs', async () => {
  const pages = [...(await documents())].filter(([name]) => name !== STEP_BY_STEP);
  const shown = commandsIn(new Map([...pages, ...(await helps())]));

  test('they are found in the README, in pages and in help', () => {
    const places = new Set(shown.map(({ where }) => where));
    expect([...places]).toEqual(
      expect.arrayContaining(['docs/guide.md', 'docs/scripting.md', 'check --help', 'README.md']),
    );
    expect(shown.map(({ line }) => line)).toEqual(
      expect.arrayContaining([
        'npm ci && node bin/arch-advisor.js recommend --profile online-shop',
        'cat system.yaml | arch-advisor recommend --answers - --strict',
      ]),
    );
  });

  test.each(shown)('$line', async (documented) => {
    const folder = await folderWith(files);
    const { code, stderr } = await run(argvIn(folder, documented), {
      env: { XDG_STATE_HOME: folder },
      stdin: files[documented.input ?? ''] ?? '',
    });
    expect(codesOf(documented), `${documented.where}: ${stderr}`).toContain(code);
  });
});

test('every npm script that is documented exists', async () => {
  const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8'));
  const more = await Promise.all(
    ['CONTRIBUTING.md', 'tests/cases/README.md', 'tests/panel/README.md'].map((name) =>
      readFile(new URL(name, root), 'utf8'),
    ),
  );
  const texts = [...(await documents()).values(), ...more].join('\n');
  const named = [
    ...texts.matchAll(/\bnpm (?:run )?(?!ci\b|link\b|install\b|registry\b)([a-z][\w:-]*)/g),
  ];
  const unknown = named
    .map(([, name = '']) => name)
    .filter((name) => !Object.hasOwn(scripts, name));
  expect(named.length).toBeGreaterThan(0);
  expect(unknown).toEqual([]);
});

import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { readText } from '../../src/knowledge/files.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { folderWith } from '../support/temporary-folder.ts';

const SQL = '## SQL\n\n- Consistency: rows agree\n';
const NOSQL = '## NoSQL\n\n- Performance: rows are near\n';

async function load(knowledge: readonly string[], add: readonly string[] = []) {
  const { knowledge: base, diagnostics } = await loadKnowledge({ knowledge, add });
  if (base === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return { ...base, diagnostics };
}

/** What a promise was refused with, as message and hint. */
async function refusal(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error;
  expect(error.exitCode).toBe(2);
  return `${error.message} (${error.hint})`;
}

describe('without any path', () => {
  test('the knowledge that comes with the program is read, complete and without errors', async () => {
    const { decisions, patterns, diagnostics, profiles } = await load([]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const named = [...decisions.values()].flatMap(({ alternatives }) => alternatives);
    expect(named.filter(({ id }) => !patterns.has(id))).toEqual([]);
    expect(decisions.size).toBeGreaterThanOrEqual(11);
    expect(profiles.size).toBeGreaterThan(0);
  });
});

describe('--knowledge replaces', () => {
  test('the patterns, while qualities, questions and profiles stay', async () => {
    const builtIn = await load([]);
    const folder = await folderWith({ 'a.md': SQL, 'deep/er/b.markdown': NOSQL });
    const mine = await load([folder]);
    expect([...mine.patterns.keys()]).toEqual(['sql', 'nosql']);
    expect([...mine.decisions.keys()]).toEqual(['database']);
    expect([...mine.qualities]).toEqual([...builtIn.qualities]);
    expect([...mine.questions]).toEqual([...builtIn.questions]);
    expect([...mine.profiles]).toEqual([...builtIn.profiles]);
    expect(mine.diagnostics).toEqual([]);
  });

  test('each YAML file that the folder has of its own', async () => {
    const builtIn = await load([]);
    const decisions = `version: 9.9.9
decisions:
  - id: drinks
    title: Drinks
    ask: Which drink?
    driving: [consistency]
    alternatives: [{ id: tea, name: Tea }, { id: milk, name: Milk }]
`;
    const folder = await folderWith({
      'decisions.yml': decisions,
      'patterns/tea.md': '## Tea\n\n- Consistency: always the same\n',
      'other.md': NOSQL,
      'profiles/thirsty.yaml': 'system: Bar\n',
    });
    const mine = await load([folder]);
    expect([...mine.patterns.keys()]).toEqual(['tea']);
    expect([...mine.decisions.keys()]).toEqual([]);
    expect(mine.version).toBe('9.9.9');
    expect([...mine.profiles.keys()]).toEqual(['thirsty']);
    expect([...mine.questions]).toEqual([...builtIn.questions]);
    expect(mine.diagnostics.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'unknown-pattern No document describes the alternative `milk`',
    ]);
  });

  test('with one file, or with several paths together', async () => {
    const folder = await folderWith({ 'a.md': SQL, 'b/c.md': NOSQL });
    expect([...(await load([join(folder, 'a.md')])).patterns.keys()]).toEqual(['sql']);
    const both = await load([join(folder, 'b'), join(folder, 'a.md')]);
    expect([...both.patterns.keys()]).toEqual(['nosql', 'sql']);
    expect([...both.decisions.keys()]).toEqual(['database']);
  });
});

describe('--add-knowledge', () => {
  test('puts layers on top in the order given, the later one winning with a warning', async () => {
    const folder = await folderWith({
      'one.md': '## SQL\n\n- Consistency: first\n',
      'two.md': '## SQL\n\n- Consistency: second\n',
    });
    const [one, two] = [join(folder, 'one.md'), join(folder, 'two.md')];
    const { patterns, decisions, diagnostics } = await load([], [one, two]);
    expect(patterns.get('sql')?.claims.map(({ text }) => text)).toEqual(['Consistency: second']);
    expect(decisions.size).toBe((await load([])).decisions.size);
    const overridden = diagnostics.filter(({ rule }) => rule === 'overridden-id');
    expect(overridden.map(({ place }) => place.file)).toEqual([one, two]);
    expect((await load([], [two, one])).patterns.get('sql')?.place.file).toBe(one);
  });

  test('and --knowledge go together', async () => {
    const folder = await folderWith({ 'a/a.md': SQL, 'b/b.md': NOSQL });
    const { patterns, decisions } = await load([join(folder, 'a')], [join(folder, 'b')]);
    expect([...patterns.keys()]).toEqual(['sql', 'nosql']);
    expect([...decisions.keys()]).toEqual(['database']);
  });
});

describe('a path is refused in a sentence with a hint', () => {
  test('that is missing', async () => {
    const folder = await folderWith({ 'a.md': SQL });
    const path = join(folder, 'b.md');
    expect(await refusal(load([path]))).toBe(`There is no file \`${path}\` (check the path)`);
    expect(await refusal(load([], [path]))).toBe(`There is no file \`${path}\` (check the path)`);
  });

  test('that leads through a file', async () => {
    const path = join(await folderWith({ 'a.md': SQL }), 'a.md', 'b.md');
    expect(await refusal(load([path]))).toBe(`\`${path}\` is not a file (check the path)`);
  });

  test('that is a folder without documents', async () => {
    const hint = '(name a folder with *.md files, or one file)';
    for (const files of [{}, { '.hidden/a.md': SQL }, { 'notes.txt': SQL }]) {
      const path = await folderWith(files);
      expect(await refusal(load([path]))).toBe(`No Markdown documents in \`${path}\` ${hint}`);
    }
  });

  test.each([
    ['binary', Uint8Array.from([0x23, 0x20, 0x00, 0x41]), 'is binary, not text (name a text file)'],
    [
      'not UTF-8',
      Uint8Array.from([0x23, 0x20, 0xe4, 0x0a]),
      'is not UTF-8 text (save it as UTF-8)',
    ],
    [
      'too large',
      'a'.repeat(10 * 1024 * 1024 + 1),
      'is larger than 10 MiB (split it into one document per topic)',
    ],
    ['UTF-16', Buffer.from(`\uFEFF${SQL}`, 'utf16le'), 'is UTF-16 text (save it as UTF-8)'],
    ['UTF-16 without a mark', Buffer.from(SQL, 'utf16le'), 'is UTF-16 text (save it as UTF-8)'],
    [
      'UTF-16 the other way round',
      Buffer.from(`\uFEFF${SQL}`, 'utf16le').swap16(),
      'is UTF-16 text (save it as UTF-8)',
    ],
    [
      'UTF-16 the other way round, without a mark',
      Buffer.from(SQL, 'utf16le').swap16(),
      'is UTF-16 text (save it as UTF-8)',
    ],
  ])('that is %s, also as the only one of a folder', async (_name, content, expected) => {
    const folder = await folderWith({ 'odd.md': content });
    const path = join(folder, 'odd.md');
    expect(await refusal(load([path]))).toBe(`\`${path}\` ${expected}`);
    expect(await refusal(load([folder]))).toBe(`\`${path}\` ${expected}`);
  });

  test('that is a folder where a file is wanted', async () => {
    const folder = await folderWith({});
    expect(await refusal(readText(folder))).toBe(`\`${folder}\` is a folder (name a file in it)`);
  });
});

describe('of a folder', () => {
  test('a file that is called patterns hides nothing', async () => {
    const folder = await folderWith({ patterns: 'none', 'a.md': SQL });
    const { patterns } = await load([folder]);
    expect([...patterns.keys()]).toEqual(['sql']);
  });

  test('hidden files and folders, dependencies and what is no Markdown are left alone', async () => {
    const folder = await folderWith({
      'a.md': SQL,
      '.b.md': NOSQL,
      'node_modules/x/b.md': NOSQL,
      '.git/c.md': NOSQL,
      '.trash/c.md': NOSQL,
      'deep/.obsidian/plugins/c.md': NOSQL,
      'd.txt': NOSQL,
    });
    expect([...(await load([folder])).patterns.keys()]).toEqual(['sql']);
  });

  test('a folder in a hidden one is read where it is named', async () => {
    const folder = await folderWith({ '.notes/a.md': SQL });
    expect([...(await load([join(folder, '.notes')])).patterns.keys()]).toEqual(['sql']);
  });

  test('patterns are read from patterns/ where there is one', async () => {
    const folder = await folderWith({ 'patterns/a.md': SQL, 'b.md': NOSQL });
    expect([...(await load([folder])).patterns.keys()]).toEqual(['sql']);
  });
});

describe('however a file was saved', () => {
  test('a byte order mark and Windows line ends make no difference', async () => {
    const text = '---\ntitle: Stores\n---\n\n## SQL\n\n- Use when\n  - rows `data: relational`\n';
    const plain = await load([await folderWith({ 'a.md': text })]);
    const windows = await load([
      await folderWith({ 'a.md': `\uFEFF${text.replaceAll('\n', '\r\n')}` }),
    ]);
    const withoutFiles = (value: unknown) =>
      JSON.stringify(value, (key, part: unknown) => (key === 'file' ? 'a.md' : part));
    expect(withoutFiles(plain.diagnostics)).toBe('[]');
    expect(withoutFiles([...windows.patterns])).toBe(withoutFiles([...plain.patterns]));
    expect(windows.diagnostics).toEqual([]);
    expect(windows.sha256).toBe(plain.sha256);
  });

  test('a file below the current folder is named from there, another one in full', async () => {
    const folder = await folderWith({ 'a.md': SQL });
    expect((await readText(join(folder, 'a.md'))).file).toBe(join(folder, 'a.md'));
    expect((await readText(join(process.cwd(), 'package.json'))).file).toBe('package.json');
    expect((await readText(relative('.', join(folder, 'a.md')))).file).toBe(join(folder, 'a.md'));
  });
});

describe('the hash', () => {
  test('is of 64 hexadecimal digits, and the same for the same files', async () => {
    const [one, two] = [await folderWith({ 'a.md': SQL }), await folderWith({ 'a.md': SQL })];
    const first = (await load([one])).sha256;
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect((await load([two])).sha256).toBe(first);
  });

  test.each([
    ['a changed text', { 'a.md': `${SQL}\n` }],
    ['a changed name', { 'b.md': SQL }],
    ['one more file', { 'a.md': SQL, 'b.md': NOSQL }],
    ['one more profile', { 'a.md': SQL, 'profiles/shop.yaml': 'system: Shop\n' }],
  ])('tells %s', async (_name, files) => {
    const before = (await load([await folderWith({ 'a.md': SQL })])).sha256;
    expect((await load([await folderWith(files)])).sha256).not.toBe(before);
  });
});

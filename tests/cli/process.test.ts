import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../support/temporary-folder.ts';
import { openTerminal } from '../support/terminal.ts';

const PROGRAM = 'bin/arch-advisor.js';
const execute = promisify(execFile);

/** Runs the built program in its own process; throws unless it exits with 0. */
function spawned(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const path = process.env.PATH ?? '';
  return execute(process.execPath, [...args], { env: { PATH: path, ...env }, maxBuffer: 2 ** 26 });
}

describe('the program as a process', () => {
  test('hands its exit code on', async () => {
    const failing = spawned([PROGRAM, 'show', 'windmill']);
    await expect(failing).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^error: Unknown name `windmill`\n {2}.*\n$/),
    });
  });

  test('exits with 3 where it should ask and there is no terminal', async () => {
    await expect(spawned([PROGRAM, 'ask', 'caching'])).rejects.toMatchObject({
      code: 3,
      stdout: '',
    });
  });

  test.each([
    ['list questions', 'head -1'],
    ['list questions --json', 'head -c 10'],
    ['recommend --profile online-shop --full', 'head -1'],
    ['recommend --profile online-shop --json', 'true'],
  ])('ends quietly when the reader of `%s` is `%s`', async (command, reader) => {
    const script = `"${process.execPath}" ${PROGRAM} ${command} | ${reader}; echo "\${PIPESTATUS[0]}" >&2`;
    const { stderr } = await execute('bash', ['-c', script]);
    expect(stderr).toBe('0\n');
  });

  test
    .skipIf(!existsSync('/dev/full'))
    .each([
      'recommend --profile online-shop',
      'explain database --json',
      'list questions',
      'check tests/fixtures/cli-faulty.md',
      'batch --summary < /dev/null',
      '--help',
    ])('says in a sentence that the result of `%s` cannot be written', async (command) => {
    const script = `"${process.execPath}" ${PROGRAM} ${command} > /dev/full; echo "$?" >&2`;
    const { stderr } = await execute('bash', ['-c', script]);
    expect(stderr).toMatch(
      /(^|\n)error: Cannot write to standard output \(ENOSPC\)\n {2}there is no space left .*\n2\n$/,
    );
  });

  test.skipIf(!existsSync('/dev/full'))('fails quietly where nothing can be said', async () => {
    const script = `"${process.execPath}" ${PROGRAM} list questions > /dev/full 2>&1; echo "$?"`;
    expect(await execute('bash', ['-c', script])).toEqual({ stdout: '2\n', stderr: '' });
  });

  test.each([
    [['recommend', '--profile', 'online-shop', '--full']],
    [['recommend', '--profile', 'online-shop', '--json']],
    [['list', 'patterns', '--json']],
    [['compare', 'sql', 'nosql']],
  ])('prints the same bytes twice: %j', async (args) => {
    const once = await spawned([PROGRAM, ...args]);
    const elsewhere = { LANG: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo', NODE_ENV: 'test' };
    expect(await spawned([PROGRAM, ...args], elsewhere)).toEqual(once);
  });

  test('prints nothing but its own words on standard error where a key is a list', async () => {
    const folder = await folderWith({ 'a.yaml': 'answers: { ? [a, b] : c }' });
    const failing = spawned([PROGRAM, 'recommend', '--answers', join(folder, 'a.yaml')]);
    await expect(failing).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: .*\n {2}.*\n$/),
    });
  });

  test('is as wide as the terminal, prints colours there, and honours NO_COLOR', async () => {
    const folder = await folderWith({});
    const { output, exitCode } = await openTerminal(
      ['recommend', '--color', 'always', '--brief'],
      folder,
      { columns: 60, rows: 20 },
    ).exit;
    expect(exitCode).toBe(0);
    expect(output).toContain('\u001b[1m');
    const plain = await openTerminal(['list', 'decisions'], folder, { columns: 60, rows: 20 }).exit;
    expect(plain.output).not.toContain('\u001b[');
    const longest = Math.max(...plain.output.split(/\r?\n/).map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(60);
    expect(longest).toBeGreaterThan(50);
  });
});

/** What only the code of each package says: in the bundle it has no folder of its own. */
const MARKS = {
  commander: 'CommanderError',
  zod: 'ZodError',
  yaml: 'YAMLParseError',
  'remark-parse': 'codeFencedFence',
  '@inquirer/core': 'ExitPromptError',
  'write-file-atomic': 'MurmurHash',
};

/** Notes in a file which files a run has loaded. */
const SPY = `process.on('exit', () => {
  const { writeFileSync } = require('node:fs');
  writeFileSync(__filename + '.json', JSON.stringify(Object.keys(require.cache)));
});
`;

async function packagesLoadedBy(args: readonly string[]): Promise<readonly string[]> {
  const folder = await folderWith({ 'spy.cjs': SPY });
  const spy = join(folder, 'spy.cjs');
  await spawned(['--require', spy, PROGRAM, ...args]);
  const files: string[] = JSON.parse(await readFile(`${spy}.json`, 'utf8'));
  return packagesIn(files.filter((file) => file !== spy));
}

async function packagesIn(files: readonly string[]): Promise<readonly string[]> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return Object.entries(MARKS).flatMap(([name, mark]) =>
    texts.some((text) => text.includes(mark)) ? [name] : [],
  );
}

test('nothing is left in the working folder, whatever the environment says of home and caches', async () => {
  const folder = await folderWith({});
  for (const XDG_CACHE_HOME of ['', 'caches']) {
    const env = { PATH: process.env.PATH ?? '', HOME: '', XDG_CACHE_HOME };
    await execute(process.execPath, [resolve(PROGRAM), 'list'], { cwd: folder, env });
  }
  expect(await readdir(folder)).toEqual([]);
});

describe('start-up', () => {
  test('can be watched, as every package can be told in the bundle', async () => {
    const files = (await readdir('dist/program')).map((name) => join('dist/program', name));
    expect(await packagesIn(files)).toEqual(Object.keys(MARKS));
  });

  test.each([
    [['show', 'sql']],
    [['recommend', '--profile', 'online-shop']],
    [['list', 'questions']],
  ])('of %j loads nothing that only an interview needs', async (args) => {
    const packages = await packagesLoadedBy(args);
    expect(packages).toEqual(expect.arrayContaining(['commander']));
    const ofInterviews = ['@inquirer/core', 'write-file-atomic'];
    expect(packages.filter((name) => ofInterviews.includes(name))).toEqual([]);
  });

  test('of built-in knowledge needs no parser, and of other knowledge does', async () => {
    const parsers = ['zod', 'yaml', 'remark-parse'];
    const builtIn = await packagesLoadedBy(['show', 'sql']);
    expect(parsers.filter((name) => builtIn.includes(name))).toEqual([]);
    const own = ['show', 'cabinet', '--knowledge', 'tests/fixtures/cli'];
    expect(await packagesLoadedBy(own)).toEqual(expect.arrayContaining(parsers));
  });
});

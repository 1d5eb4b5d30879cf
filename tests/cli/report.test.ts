import fs from 'node:fs';
import { chmod, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { adviceFormats } from '../../src/report/formats/formats.ts';
import { asNobody } from '../support/as-nobody.ts';
import { COMMANDING, failureOf } from '../support/cli-failure.ts';
import { type Around, run, runSmall } from '../support/cli-run.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const FORMATS = Object.keys(adviceFormats);
const HALL = ['--profile', 'town-hall'];

async function printed(argv: readonly string[], around: Around = {}): Promise<string> {
  const { code, stdout, stderr } = await runSmall(argv, around);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('report', () => {
  test('prints Markdown unless another format is asked for', async () => {
    const text = await printed(['report', ...HALL]);
    expect(text).toMatch(/^# Architecture advice for Town hall\n/);
    expect(await printed(['report', ...HALL, '--format', 'markdown'])).toBe(text);
  });

  test.each(FORMATS)('prints what `recommend --format %s` prints', async (format) => {
    const text = await printed(['report', ...HALL, '--format', format]);
    expect(await printed(['recommend', ...HALL, '--format', format])).toBe(text);
  });

  test('is about the decisions that are named', async () => {
    const text = await printed(['report', 'labels', ...HALL]);
    expect(text).toContain('### Labels:');
    expect(text).not.toContain('### Storage:');
  });

  test.each([
    ['report', '--json'],
    ['report', '--format', 'json'],
    ['recommend', '--format', 'json'],
  ])('%s %s prints the JSON of recommend', async (...argv) => {
    expect(await printed([...argv, ...HALL])).toBe(await printed(['recommend', '--json', ...HALL]));
  });

  test.each(['report', 'recommend'])('of %s, two formats at once are refused', async (command) => {
    const ran = await runSmall([command, ...HALL, '--json', '--format', 'csv']);
    expect(failureOf(ran).sentence).toContain('`--format <format>` cannot be used with');
  });

  test.each(['report', 'recommend'])('of %s names the formats that there are', async (command) => {
    const { hint } = failureOf(await runSmall([command, '--format', 'html']));
    for (const format of FORMATS) expect(hint).toContain(format);
  });

  test('of recommend fails with --strict as its text does', async () => {
    const { code, stdout } = await runSmall(['recommend', ...HALL, '--format', 'csv', '--strict']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^decision,/);
  });
});

describe('-o', () => {
  test.each([
    ['a.md', /^# Architecture advice/],
    ['a.markdown', /^# Architecture advice/],
    ['A.MMD', /^flowchart LR\n/],
    ['a.mermaid', /^flowchart LR\n/],
    ['a.csv', /^\uFEFFdecision,/],
    ['a.json', /^\{\n {2}"version": 2,/],
  ])('writes %s in the format that its name asks for', async (name, start) => {
    const file = join(await folderWith({}), name);
    const ran = await runSmall(['report', ...HALL, '-o', file]);
    expect(ran).toEqual({ code: 0, stdout: '', stderr: `Saved to ${file}\n` });
    expect(await readFile(file, 'utf8')).toMatch(start);
  });

  test('writes in the format that is named, whatever the file is called', async () => {
    const file = join(await folderWith({}), 'advice.txt');
    await runSmall(['report', ...HALL, '-o', file, '--format', 'mermaid']);
    expect(await readFile(file, 'utf8')).toMatch(/^flowchart LR\n/);
  });

  test('writes JSON with --json', async () => {
    const file = join(await folderWith({}), 'advice');
    await runSmall(['report', ...HALL, '-o', file, '--json']);
    expect(await readFile(file, 'utf8')).toBe(await printed(['report', ...HALL, '--json']));
  });

  test('prints to standard output for -', async () => {
    expect(await printed(['report', ...HALL, '-o', '-'])).toMatch(/^# Architecture/);
  });

  test.each(['advice', 'advice.html', 'advice.', '.md'])(
    'asks for the format if it is not clear from the name %j',
    async (name) => {
      const file = `${await folderWith({})}/${name}`;
      const { sentence, hint } = failureOf(await runSmall(['report', ...HALL, '-o', file]));
      expect(sentence).toBe(`The format is not clear from the name \`${file}\``);
      expect(hint).toBe(
        'end it with .md, .mmd, .csv or .json, or add --format markdown, mermaid, csv or json',
      );
    },
  );

  test('refuses an empty name', async () => {
    const { hint } = failureOf(await runSmall(['report', '-o', '']));
    expect(hint).toMatch(/^it names no file/);
  });
});

describe('a file that exists', () => {
  const old = { 'advice.md': 'mine' };

  test('is kept, and the hint says how to replace it', async () => {
    const file = join(await folderWith(old), 'advice.md');
    const { sentence, hint } = failureOf(await runSmall(['report', ...HALL, '-o', file]));
    expect(sentence).toBe(`\`${file}\` exists`);
    expect(hint).toBe('--force replaces it; or name another file after -o');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test('is replaced with --force, and nothing else is left in its folder', async () => {
    const folder = await folderWith(old);
    const file = join(folder, 'advice.md');
    await chmod(file, 0o640);
    expect((await runSmall(['report', ...HALL, '-o', file, '--force'])).code).toBe(0);
    expect(await readFile(file, 'utf8')).toMatch(/^# Architecture advice/);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['advice.md']);
  });

  test.each([
    ['y', 0, /^# Architecture/],
    ['n', 2, /^mine$/],
    ['', 2, /^mine$/],
  ])('is replaced on a terminal if somebody agrees: %j', async (answer, code, left) => {
    const file = join(await folderWith(old), 'advice.md');
    const typed = { isTyped: true, columns: 80, stdin: `${answer}\n`, env: { ACCESSIBLE: '1' } };
    const ran = await runSmall(['report', ...HALL, '-o', file], typed);
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain('advice.md exists. Replace it? (y or n, Enter: n): ');
    expect(await readFile(file, 'utf8')).toMatch(left);
  });

  test('is kept if the question is not answered', async () => {
    const file = join(await folderWith(old), 'advice.md');
    const typed = { isTyped: true, columns: 80, env: { ACCESSIBLE: '1' } };
    const { code, stderr } = await runSmall(['report', ...HALL, '-o', file], typed);
    expect({ code, isSaid: stderr.endsWith('Interrupted\n') }).toEqual({ code: 130, isSaid: true });
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  test('behind a link is replaced, and the link stays', async () => {
    const folder = await folderWith(old);
    await symlink('advice.md', join(folder, 'link.md'));
    await runSmall(['report', ...HALL, '-o', join(folder, 'link.md'), '--force']);
    expect(await readFile(join(folder, 'advice.md'), 'utf8')).toMatch(/^# Architecture/);
    expect((await fs.promises.lstat(join(folder, 'link.md'))).isSymbolicLink()).toBe(true);
  });

  test('is kept if what was asked for is wrong', async () => {
    const file = join(await folderWith(old), 'advice.md');
    failureOf(await runSmall(['report', 'no-such', '-o', file, '--force']));
    expect(await readFile(file, 'utf8')).toBe('mine');
  });
});

describe('where nothing can be written', () => {
  const refused = async (path: string, ...flags: readonly string[]) =>
    failureOf(await runSmall(['report', ...HALL, '--format', 'csv', '-o', path, ...flags]));

  test('a folder is named as one, also with --force', async () => {
    const folder = await folderWith({});
    const { sentence, hint } = await refused(folder, '--force');
    expect(sentence).toBe(`\`${folder}\` is a folder`);
    expect(hint).toBe(`name a file in it, such as ${folder}/advice.md`);
  });

  test('so is a name that ends as those of folders do', async () => {
    const folder = await folderWith({});
    expect((await refused(`${folder}/out.csv/`)).sentence).toMatch(/`.*out\.csv\/` is a folder$/);
    expect(await readdir(folder)).toEqual([]);
  });

  test('a folder that does not exist is not made', async () => {
    const folder = await folderWith({});
    const { sentence, hint } = await refused(join(folder, 'out', 'advice.csv'));
    expect(sentence).toMatch(/`.*advice\.csv` cannot be written \(ENOENT\)/);
    expect(hint).toBe('its folder does not exist; name another file after -o');
    expect(await readdir(folder)).toEqual([]);
  });

  test('a file in the place of a folder is named as one', async () => {
    const folder = await folderWith({ out: 'mine' });
    const { hint } = await refused(join(folder, 'out', 'advice.csv'));
    expect(hint).toBe('its folder is a file; name another file after -o');
  });

  test('a link that leads nowhere is refused', async () => {
    const folder = await folderWith({});
    await symlink('nowhere.csv', join(folder, 'link.csv'));
    const { sentence } = await refused(join(folder, 'link.csv'), '--force');
    expect(sentence).toMatch(/is a broken link$/);
    expect(await readdir(folder)).toEqual(['link.csv']);
  });

  test.skipIf(process.platform === 'win32')('a device is never replaced', async () => {
    const { sentence } = await refused('/dev/null', '--force');
    expect(sentence).toBe('`/dev/null` is not a file');
    expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
  });

  test('missing rights are named', async () => {
    const folder = await folderWith({ 'old.csv': 'mine' });
    await chmod(folder, 0o555);
    await chmod(join(folder, 'old.csv'), 0o444);
    asNobody();
    for (const path of [join(folder, 'old.csv'), join(folder, 'new.csv')]) {
      const { sentence, hint } = await refused(path, '--force');
      expect(sentence).toBe(`\`${path}\` cannot be written (EACCES)`);
      expect(hint).toBe('you may not write there; name another file after -o');
    }
  });
});

describe.each([
  ['a new file', {}, []],
  ['a file that is replaced', { 'advice.md': 'mine' }, ['--force']],
])('a full disk, with %s', (_what, files, flags) => {
  test('leaves what was there, and no half of a file', async () => {
    const folder = await folderWith(files);
    fillDisk();
    const argv = ['report', ...HALL, '-o', join(folder, 'advice.md'), ...flags];
    const { sentence, hint } = failureOf(await runSmall(argv));
    expect(sentence).toMatch(/`.*advice\.md` cannot be written \(ENOSPC\)$/);
    expect(hint).toBe('there is no space left on the device; name another file after -o');
    expect(await readdir(folder)).toEqual(Object.keys(files));
    for (const [name, text] of Object.entries(files)) {
      expect(await readFile(join(folder, name), 'utf8')).toBe(text);
    }
  });
});

/** From here on a file takes the first few bytes of a text, and then no more. */
function fillDisk(): void {
  const { writeFileSync } = fs;
  vi.spyOn(fs, 'writeFileSync').mockImplementation((file, text, options) => {
    writeFileSync(file, String(text).slice(0, 10), options);
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });
}

test('a file that appears meanwhile is kept', async () => {
  const file = join(await folderWith({}), 'advice.md');
  const { linkSync } = fs;
  vi.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
    fs.writeFileSync(to, 'theirs');
    linkSync(from, to);
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });
  expect(failureOf(await runSmall(['report', ...HALL, '-o', file])).sentence).toMatch(/exists$/);
  expect(await readFile(file, 'utf8')).toBe('theirs');
});

describe('--from', () => {
  const saved = async (...argv: readonly string[]) => printed(['recommend', '--json', ...argv]);

  test.each(FORMATS)('prints in %s what the advice itself would have printed', async (format) => {
    const stdin = await saved(...HALL);
    const text = await printed(['report', '--from', '-', '--format', format], { stdin });
    expect(text).toBe(await printed(['report', ...HALL, '--format', format]));
  });

  test('gives back the JSON of every profile', async () => {
    const { profiles } = await builtInKnowledge();
    for (const profile of profiles.keys()) {
      const { stdout } = await run(['recommend', '--json', '--profile', profile]);
      const again = await run(['report', '--from', '-', '--json'], { stdin: stdout });
      expect(again.stdout === stdout, profile).toBe(true);
    }
  });

  test('reads a file, also one that report has written', async () => {
    const file = join(await folderWith({}), 'advice.json');
    await printed(['report', ...HALL, '--json']);
    await runSmall(['report', ...HALL, '-o', file]);
    expect(await printed(['report', '--from', file])).toBe(await printed(['report', ...HALL]));
  });

  test('prints only the decisions that are named, by their names in the file too', async () => {
    const stdin = (await saved(...HALL)).replace('"Labels"', '"Stickers"');
    for (const name of ['labels', 'Stickers']) {
      const text = await printed(['report', name, '--from', '-'], { stdin });
      expect(text).toContain('### Stickers:');
      expect(text).not.toContain('### Storage:');
    }
  });

  test('says which decisions there are if the one that is named is not among them', async () => {
    const stdin = await saved('labels', ...HALL);
    const ran = await runSmall(['report', 'storage', '--from', '-'], { stdin });
    expect(failureOf(ran)).toEqual({
      sentence: '`standard input` holds no advice on `storage`',
      hint: 'it holds advice on `labels`',
    });
  });

  test("prints what today's knowledge does not know as it was saved", async () => {
    const stdin = await saved(...HALL);
    const { code, stdout } = await run(['report', '--from', '-'], { stdin });
    expect(code).toBe(0);
    expect(stdout).toContain('### Storage: **Cabinet**');
    expect(stdout).toContain('- contents: "orders"');
  });

  test.each([
    ['--set', 'traffic=40'],
    ['--answers', 'system.yaml'],
    ['--profile', 'town-hall'],
    ['--pin', 'storage=heap'],
    ['--system', 'Archive'],
  ])('is refused together with %s', async (...flags) => {
    const { sentence } = failureOf(await runSmall(['report', '--from', '-', ...flags]));
    expect(sentence).toContain('`--from <file>` cannot be used with');
  });

  test.each([
    ['not JSON', '# Advice', 'is not JSON', 'name a file that'],
    ['other JSON', '{"version":2,"answers":{}}', '`knowledge`', 'name a file that'],
    ['a newer version', '{"version":3}', 'newer version of arch-advisor', 'update arch-advisor'],
  ])('of %s says what is wrong', async (_what, stdin, problem, advice) => {
    const ran = await runSmall(['report', '--from', '-'], { stdin });
    const { sentence, hint } = failureOf(ran);
    expect(sentence).toMatch(/^`standard input` /);
    expect(sentence).toContain(problem);
    expect(hint).toContain(advice);
  });

  test.each([
    ['a file that is missing', 'missing.json', /^There is no file/],
    ['a folder', '.', /is a folder$/],
    ['a file that is not text', 'binary.json', /is binary/],
  ])('of %s says so', async (_what, name, sentence) => {
    const folder = await folderWith({ 'binary.json': new Uint8Array([123, 0, 1]) });
    const ran = await runSmall(['report', '--from', join(folder, name)]);
    expect(failureOf(ran).sentence).toMatch(sentence);
  });

  test('leaves no file behind if it cannot be read', async () => {
    const folder = await folderWith({ 'a.json': '{}' });
    failureOf(
      await runSmall(['report', '--from', join(folder, 'a.json'), '-o', join(folder, 'a.md')]),
    );
    expect(await readdir(folder)).toEqual(['a.json']);
  });

  test.each(FORMATS)('prints nothing in %s that commands a terminal', async (format) => {
    const stdin = (await saved(...HALL)).replaceAll('"Cabinet"', '"=\\u001b[31m\\u202eCab<b>"');
    const text = await printed(['report', '--from', '-', '--format', format], { stdin });
    expect(text).not.toMatch(COMMANDING);
    expect(text).toContain('Cab');
  });
});

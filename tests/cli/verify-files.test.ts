import { execFileSync } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDING, failureOf } from '../support/cli-failure.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { smallKnowledge } from '../support/loaded-knowledge.ts';
import { type Recorded, recordText, TOWN_HALL } from '../support/records.ts';
import { folderWith } from '../support/temporary-folder.ts';

const FILE = '0001-storage.md';
const HEAP = ['--set', 'traffic=huge', '--set', 'contents=letters'];

async function record(more: Partial<Recorded> = {}): Promise<string> {
  return recordText(await smallKnowledge(), { decision: 'storage', answers: TOWN_HALL, ...more });
}

async function found(folder: string, args: readonly string[] = []) {
  const { code, stdout, stderr } = await runSmall(['verify', folder, '--json', ...args]);
  const { records, skipped } = JSON.parse(stdout);
  return { code, records, skipped, stderr };
}

describe('a folder without records is wrong input', () => {
  test('one that does not exist', async () => {
    const { sentence, hint } = failureOf(await runSmall(['verify', 'nowhere/adr']));
    expect(sentence).toBe('There is no folder `nowhere/adr`');
    expect(hint).toBe('name the folder of the records; `arch-advisor adr` writes them');
  });

  test('a file', async () => {
    const folder = await folderWith({ [FILE]: await record() });
    const { sentence } = failureOf(await runSmall(['verify', join(folder, FILE)]));
    expect(sentence).toMatch(/0001-storage\.md` is not a folder$/);
  });

  test.each([
    ['an empty one', {}, 'no Markdown file'],
    [
      'one with pages only',
      { 'README.md': '# Records\n' },
      'no Markdown file that `adr` has written',
    ],
    ['one with records below it', { 'old/0001-x.md': 'x' }, 'no Markdown file'],
    ['one with hidden files', { '.0001-x.md': 'x', 'a.txt': 'x' }, 'no Markdown file'],
  ])('%s', async (_, files: Record<string, string>, why) => {
    const { sentence, hint } = failureOf(await runSmall(['verify', await folderWith(files)]));
    expect(sentence.endsWith(`, as it has ${why}`)).toBe(true);
    expect(hint).toContain('arch-advisor adr');
  });

  test('the usual one of a project that has none', async () => {
    const { sentence } = failureOf(await run(['verify']));
    expect(sentence).toMatch(/^There is no folder `.*docs.decisions`$/);
  });
});

describe('records that no longer count', () => {
  test.each(['superseded by ADR-0002', 'rejected', 'deprecated', 'Superseded'])(
    '%s',
    async (status) => {
      const text = (await record()).replace('"accepted"', JSON.stringify(status));
      const folder = await folderWith({ [FILE]: text });
      const { code, records, skipped } = await found(folder, ['--strict', ...HEAP]);
      const because = status.toLowerCase().split(' ')[0];
      expect({ code, records }).toEqual({ code: 0, records: [] });
      expect(skipped).toEqual([{ file: expect.stringMatching(/0001-storage\.md$/), because }]);
    },
  );

  test('are counted in text, as are other files', async () => {
    const old = (await record()).replace('"accepted"', '"deprecated"');
    const folder = await folderWith({
      [FILE]: await record(),
      '2.md': old,
      'README.md': '# All\n',
    });
    const { stdout } = await runSmall(['verify', folder]);
    expect(stdout).toContain('Skipped: 1 deprecated, 1 other Markdown file\n');
  });
});

describe('a record whose successor was rejected', () => {
  async function folderOf(format: 'madr' | 'nygard', successor: string): Promise<string> {
    const [older, newer] = [await record({ format }), await record({ format, number: 2 })];
    const status = format === 'madr' ? /"accepted"/ : /(?<=Status: |## Status\n\n)accepted/i;
    const mark = format === 'madr' ? '"superseded by ADR-0002"' : 'Superseded by [2. X](0002-x.md)';
    expect(older).toMatch(status);
    return folderWith({
      [FILE]: older.replace(status, mark),
      '0002-x.md': newer.replace(status, successor),
    });
  }

  test.each(['madr', 'nygard'] as const)('still counts: %s', async (format) => {
    const folder = await folderOf(format, 'rejected');
    expect(await found(folder)).toMatchObject({
      ...{ code: 0, records: [{ outcome: 'unchanged', rejectedSuccessor: '0002-x.md' }] },
      skipped: [{ because: 'rejected' }],
    });
    expect(await found(folder, HEAP)).toMatchObject({
      ...{ code: 1, records: [{ outcome: 'pick-changed', rejectedSuccessor: '0002-x.md' }] },
    });
  });

  test('is named in text, with what to do', async () => {
    const folder = await folderOf('madr', 'rejected');
    const { stdout } = await runSmall(['verify', folder]);
    expect(stdout).toContain('  Status     Superseded by 0002-x.md, which was rejected.\n');
    expect(stdout).toContain('set its status back to accepted');
    expect((await runSmall(['verify', folder, ...HEAP])).stdout).toContain('which was rejected');
  });

  test.each(['accepted', 'proposed', 'deprecated'])(
    'but not of one that is %s',
    async (successor) => {
      const folder = await folderOf('madr', successor);
      const { skipped } = await found(folder);
      expect(skipped[0]).toMatchObject({ because: 'superseded' });
    },
  );
});

describe('files that are not what they seem', () => {
  test('a link is not followed', async () => {
    const elsewhere = await folderWith({ 'secret.md': `# Secret\n${await record()}` });
    const folder = await folderWith({ [FILE]: await record() });
    await symlink(join(elsewhere, 'secret.md'), join(folder, '0002-link.md'));
    await symlink(join(elsewhere, 'nothing.md'), join(folder, '0003-broken.md'));
    const ran = await found(folder);
    expect(ran).toMatchObject({ code: 0, skipped: [{ because: 'link' }, { because: 'link' }] });
    const { stdout } = await runSmall(['verify', folder]);
    expect(stdout).toContain('2 links, not followed');
    expect(stdout).not.toContain('Secret');
  });

  test('a folder with the name of a record is left out', async () => {
    const folder = await folderWith({ [FILE]: await record() });
    await mkdir(join(folder, '0002-x.md'));
    expect(await found(folder)).toMatchObject({
      code: 0,
      records: [{ outcome: 'unchanged' }],
      skipped: [],
    });
  });

  test.each([
    ['binary', Buffer.from([1, 0, 2])],
    ['Latin-1', Buffer.from('# D\xe9cision\n', 'latin1')],
    ['UTF-16', Buffer.from('\ufeff# Decision\n', 'utf16le')],
    ['huge', Buffer.alloc(4 * 1024 * 1024 + 1, 'x')],
  ])('one that is %s is of another tool', async (_, bytes) => {
    const folder = await folderWith({ [FILE]: await record(), '0002-x.md': bytes });
    expect(await found(folder)).toMatchObject({
      ...{ code: 0, records: [{ outcome: 'unchanged' }] },
      skipped: [{ file: expect.stringMatching(/0002-x\.md$/), because: 'other-tool' }],
    });
  });

  test.each<[string, (text: string) => Buffer, RegExp]>([
    ['binary', (text) => Buffer.from(`${text}\0`), /is binary, not text/],
    ['Latin-1', (text) => Buffer.from(`${text}\xe9`, 'latin1'), /is not UTF-8 text/],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), /is UTF-16 text/],
    ['UTF-16', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), /is UTF-16 text/],
    ['huge', (text) => Buffer.from(' '.repeat(4 * 1024 * 1024) + text), /is larger than 4 MiB/],
  ])('a record that was made %s cannot be decided', async (_, made, problem) => {
    const bytes = made(await record());
    const folder = await folderWith({ [FILE]: await record(), '0002-x.md': bytes });
    const { code, records } = await found(folder);
    expect(code).toBe(1);
    expect(records[1]).toMatchObject({
      ...{ title: '0002-x.md', line: 1, outcome: 'not-decidable' },
      causes: [{ kind: 'data', problem: expect.stringMatching(problem) }],
    });
  });

  test('a pipe is not waited for', async () => {
    const folder = await folderWith({ [FILE]: await record() });
    execFileSync('mkfifo', [join(folder, '0002-x.md')]);
    expect(await found(folder)).toMatchObject({
      ...{ code: 0, records: [{ outcome: 'unchanged' }] },
      skipped: [{ because: 'other-tool' }],
    });
  });
});

describe('text that could command a terminal, a workflow or a page', () => {
  const EVIL = '\u001b[31m\u009b2J\u202e\u2066\u200b';
  const TITLE = `# ${EVIL}<b>::error::x ##[add-mask]x [y](http://z) %0A::set-env::`;

  test.each(['text', 'json', 'github', 'sarif'])('is only text in %s', async (format) => {
    const text = (await record())
      .replace('# Storage: Cabinet', () => TITLE)
      .replace('option: "Cabinet"', () => `option: "${EVIL}"`);
    const folder = await folderWith({ '0001-\u202e,a:b%.md': text });
    const { code, stdout } = await runSmall(['verify', folder, '--format', format]);
    expect(code).toBe(1);
    expect(stdout).not.toMatch(COMMANDING);
    expect(stdout.trimEnd()).toContain('error');
    const lines = stdout.split('\n').filter((line) => /^\s*::/.test(line));
    expect(lines).toHaveLength(format === 'github' ? 1 : 0);
  });
});

describe('a baseline', () => {
  async function changed() {
    const folder = await folderWith({ [FILE]: await record() });
    const place = await folderWith({});
    return { folder, baseline: join(place, 'known.json') };
  }

  test('holds the findings of today, which then do not fail', async () => {
    const { folder, baseline } = await changed();
    const written = await runSmall(['verify', folder, ...HEAP, '--write-baseline', baseline]);
    expect({ code: written.code, stderr: written.stderr }).toEqual({
      code: 0,
      stderr: `Wrote 1 finding to ${baseline}\n`,
    });
    expect(JSON.parse(await readFile(baseline, 'utf8'))).toEqual({
      version: 1,
      findings: [{ file: FILE, outcome: 'pick-changed', after: ['heap'] }],
    });
    const ran = await runSmall(['verify', folder, ...HEAP, '--baseline', baseline, '--strict']);
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    expect(ran.stdout).toMatchInlineSnapshot(`
      "1 record: 1 pick changed; 1 known
      Knowledge 7.1.0 (8e9ea4f)

      In the baseline: 0001-storage.md (pick changed)
      "
    `);
  });

  test('does not hide another change of the same record, and says what can go', async () => {
    const { folder, baseline } = await changed();
    await runSmall(['verify', folder, ...HEAP, '--write-baseline', baseline]);
    const pin = ['--pin', 'storage=vault'];
    const ran = await runSmall(['verify', folder, ...pin, '--baseline', baseline]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toBe(
      `1 finding in ${baseline} is no longer found (${FILE}): remove it, or write the baseline again\n`,
    );
  });

  test('is replaced by a newer one, but nothing else is', async () => {
    const { folder, baseline } = await changed();
    await runSmall(['verify', folder, ...HEAP, '--write-baseline', baseline]);
    expect((await runSmall(['verify', folder, '--write-baseline', baseline])).code).toBe(0);
    expect(JSON.parse(await readFile(baseline, 'utf8'))).toEqual({ version: 1, findings: [] });
    await writeFile(baseline, 'system: Town hall\n');
    const { sentence } = failureOf(
      await runSmall(['verify', folder, '--write-baseline', baseline]),
    );
    expect(sentence).toMatch(/known\.json` exists and is not a baseline$/);
    expect(await readFile(baseline, 'utf8')).toBe('system: Town hall\n');
  });

  test('that is too large is not taken for an answer file', async () => {
    const { folder, baseline } = await changed();
    await writeFile(baseline, ' '.repeat(4 * 1024 * 1024 + 1));
    const { sentence, hint } = failureOf(
      await runSmall(['verify', folder, '--baseline', baseline]),
    );
    expect(sentence).toMatch(/known\.json` is larger than 4 MiB$/);
    expect(hint).toMatch(/^baselines are normally much smaller/);
  });

  test.each([
    ['--baseline', 'nothing.json', /^There is no file `nothing\.json`$/],
    ['--baseline', 'package.json', /^`package\.json` is not a baseline of arch-advisor: version$/],
    [
      '--write-baseline',
      'nowhere/known.json',
      /^`nowhere\/known\.json` cannot be written \(ENOENT\)$/,
    ],
    ['--write-baseline', '-', /baseline/],
  ])('that cannot be used is wrong input: %s %s', async (option, path, message) => {
    const { folder } = await changed();
    const { sentence } = failureOf(await runSmall(['verify', folder, option, path]));
    expect(sentence).toMatch(message);
  });
});

import { describe, expect, test } from 'vitest';
import { decisionIn, readAdvice } from '../support/cli-advice.ts';
import { run, runSmall } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

const STORES = '## SQL\n\n- Consistency: one truth\n\n## NoSQL\n\n- Performance: near at hand\n';
const BENCH = '## Bench\n\n- Simplicity: one board\n';

async function listed(kind: string, flags: readonly string[]): Promise<string[]> {
  const { stdout } = await run(['list', kind, '--json', ...flags]);
  return JSON.parse(stdout)[kind].map(({ id }: { id: string }) => id);
}

describe('--knowledge', () => {
  test('replaces the patterns by those of one file; decisions without two of them go', async () => {
    const folder = await folderWith({ 'stores.md': STORES });
    const flags = ['--knowledge', `${folder}/stores.md`];
    expect(await listed('patterns', flags)).toEqual(['sql', 'nosql']);
    expect(await listed('decisions', flags)).toEqual(['database']);
    expect(await listed('questions', flags)).toEqual(await listed('questions', []));
  });

  test('reads a file as it reads the folder around it', async () => {
    const folder = await folderWith({ 'stores.md': STORES });
    const byFolder = await run(['recommend', '--json', '--knowledge', folder]);
    expect(byFolder.code).toBe(0);
    expect(await run(['recommend', '--json', '--knowledge', `${folder}/stores.md`])).toEqual(
      byFolder,
    );
  });

  test('reads the documents of folders below, but no README without patterns', async () => {
    const readme = '# Notes\n\n## Installation\n\nRead on.\n';
    const files = { 'a/b/stores.md': STORES, 'README.md': readme, 'notes.txt': BENCH };
    expect(await listed('patterns', ['--knowledge', await folderWith(files)])).toEqual([
      'sql',
      'nosql',
    ]);
  });

  test('takes questions, qualities, decisions and profiles from the folder where it has them', async () => {
    const small = ['--knowledge', SMALL];
    expect(await listed('questions', small)).toEqual(['traffic', 'staleness', 'contents', 'loss']);
    expect(await listed('profiles', small)).toEqual(['post-office', 'town-hall']);
    expect(
      readAdvice((await run(['recommend', '--json', ...small])).stdout).knowledge.version,
    ).toBe('7.1.0');
  });

  test('may stand several times', async () => {
    const folder = await folderWith({ 'bench.md': BENCH, 'stores.md': STORES });
    const flags = ['bench.md', 'stores.md'].flatMap((name) => ['-k', `${folder}/${name}`]);
    expect((await listed('patterns', flags)).toSorted()).toEqual(['bench', 'nosql', 'sql']);
  });

  test('changes the fingerprint of the knowledge, and nothing else does', async () => {
    const folder = await folderWith({ 'stores.md': STORES });
    const fingerprint = async (flags: readonly string[]) =>
      readAdvice((await run(['recommend', '--json', ...flags])).stdout).knowledge.sha256;
    const one = await fingerprint(['--knowledge', folder]);
    expect(await fingerprint(['--knowledge', folder, '--set', 'staleness=never'])).toBe(one);
    expect(await fingerprint([])).not.toBe(one);
  });
});

describe('--add-knowledge', () => {
  test('puts patterns on top and keeps what was there', async () => {
    const folder = await folderWith({ 'bench.md': BENCH });
    const { code, stdout } = await runSmall(['show', 'bench', '--add-knowledge', folder]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('one board') });
    expect((await runSmall(['show', 'vault', '--add-knowledge', folder])).code).toBe(0);
  });

  test('lets the later document win, with a warning that is counted', async () => {
    const folder = await folderWith({
      'vault.md': '## Vault\n\n- Consistency: one door (strong)\n',
    });
    const flags = ['--add-knowledge', folder];
    const { code, stdout, stderr } = await runSmall(['show', 'vault', ...flags]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('one door') });
    expect(stderr).toContain('0 errors, 1 warning in 3 documents');
    expect(stderr).toContain(`--knowledge ${SMALL} --add-knowledge ${folder}`);
    const { ranking } = decisionIn(
      (await runSmall(['recommend', '--json', ...flags])).stdout,
      'storage',
    );
    const vault = ranking.find(({ alternative }) => alternative === 'vault');
    const claims = vault?.contributions.flatMap((each) => each.claims) ?? [];
    expect(claims.every(({ file }) => file.includes('vault.md'))).toBe(true);
  });
});

test('the command that a remark names lists what it counted', async () => {
  const folder = await folderWith({
    'bench.md': '## Bench\n\n- Consistancy: fine\n- Simplicity: ok\n',
  });
  const { stderr } = await runSmall(['recommend', '--add-knowledge', folder]);
  const [, count = '', command = ''] = /^(.*): arch-advisor (.*)\n$/.exec(stderr) ?? [];
  const checked = await run(command.split(' '));
  expect(checked.code).toBe(1);
  expect(checked.stderr).toBe(`${count}\n`);
});

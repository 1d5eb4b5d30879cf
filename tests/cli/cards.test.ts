import { expect, test } from 'vitest';
import { run } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

test('a claim that speaks for one quality and against another is shown on both sides', async () => {
  const text = '## Blue Thing (BT)\n\n- High availability over strict consistency.\n';
  const folder = await folderWith({ 'a.md': text });
  const { stdout } = await run(['show', 'Blue Thing', '-k', folder]);
  const lines = stdout.split('\n');
  expect(lines.find((line) => line.includes('availability  '))).toMatch(/availability +\+ +High/);
  expect(lines.find((line) => /^ +consistency/.test(line))).toMatch(/consistency +− +High/);
});

test('a pattern is found by its name and alias, also where no decision names it', async () => {
  const folder = await folderWith({ 'a.md': '## Blue Thing (BT)\n\n- Performance: quick\n' });
  for (const name of ['blue-thing', 'Blue Thing', 'BT']) {
    const { code, stdout } = await run(['show', name, '-k', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('Blue Thing');
  }
});

test('of two documents with one name each line is told apart', async () => {
  const decide = (name: string, text: string) =>
    `## Stores\n\n- ${name}\n  - Advantages\n    - ${text}\n`;
  const folder = await folderWith({
    'a/x.md': '## SQL\n\n- Consistency: one place\n',
    'b/x.md': '## NoSQL\n\n- Schema flexibility: any shape\n',
    'c.md': decide('Unused', 'Performance: quick'),
  });
  const { stdout } = await run([
    ...['recommend', 'database', '-k', folder, '--full', '--width', '200'],
    ...['--set', 'priorities=consistency,schema-flexibility'],
  ]);
  expect(stdout).toContain('a/x.md:3');
  expect(stdout).toContain('b/x.md:3');
});

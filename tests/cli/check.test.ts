import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { run } from '../support/cli-run.ts';
import { SMALL } from '../support/loaded-knowledge.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** The documents that come with the program. */
const BUILT_IN = readdirSync('knowledge/patterns').length;
const FAULTY = 'tests/fixtures/cli-faulty.md';
const WARNING = '## Shelf\n\n- Advantages\n  - it is made of wood\n  - Simplicity: one board\n';

const report = z.strictObject({
  version: z.literal(1),
  documents: z.int(),
  errors: z.int(),
  warnings: z.int(),
  diagnostics: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      hint: z.string().optional(),
      file: z.string(),
      line: z.int().min(1),
      column: z.int().min(1),
    }),
  ),
});

async function withWarning(): Promise<string> {
  return `${await folderWith({ 'shelf.md': WARNING })}/shelf.md`;
}

describe('check', () => {
  test('finds nothing wrong in what comes with the program', async () => {
    expect(await run(['check'])).toEqual({
      code: 0,
      stdout: '',
      stderr: `0 errors, 0 warnings in ${BUILT_IN} documents\n`,
    });
  });

  test('exits with 0 where there are only warnings', async () => {
    const { code, stdout, stderr } = await run(['check', await withWarning()]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '0 errors, 1 warning in 1 document\n' });
    expect(stdout).toMatch(/shelf\.md:4:3 warning .*\(claim-without-quality\)\n {2}hint: /);
  });

  test('exits with 1 where there are errors, with a line for each on standard output', async () => {
    const { code, stdout, stderr } = await run(['check', FAULTY]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '3 errors, 1 warning in 1 document\n' });
    const places = stdout.match(/^\S+:\d+:\d+ (error|warning)(?= )/gm);
    expect(places).toEqual([
      `${FAULTY}:4:3 error`,
      `${FAULTY}:5:3 warning`,
      `${FAULTY}:7:23 error`,
      `${FAULTY}:8:1 error`,
    ]);
  });

  test('says what was probably meant', async () => {
    const { stdout } = await run(['check', '--knowledge', SMALL, FAULTY]);
    for (const meant of ['Consistency', 'letters', 'Avoid when']) {
      expect(stdout).toContain(`did you mean \`${meant}\`?`);
    }
  });

  test('counts as JSON exactly what it lists', async () => {
    const { code, stdout, stderr } = await run(['check', '--json', FAULTY]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { documents, errors, warnings, diagnostics } = report.parse(JSON.parse(stdout));
    expect({ documents, errors, warnings }).toEqual({ documents: 1, errors: 3, warnings: 1 });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toHaveLength(errors);
    expect(diagnostics).toHaveLength(errors + warnings);
  });

  test('groups by file in a terminal, and ends with the count', async () => {
    const { code, stdout, stderr } = await run(['check', FAULTY], { columns: 80 });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.startsWith(`${FAULTY}\n  4:3 `)).toBe(true);
    expect(stdout.endsWith('\n\n3 errors, 1 warning in 1 document\n')).toBe(true);
  });

  test('checks a folder, several documents, and one given as --knowledge alike', async () => {
    const folder = await folderWith({ 'shelf.md': WARNING });
    const byFolder = await run(['check', folder]);
    expect(await run(['check', `${folder}/shelf.md`])).toEqual(byFolder);
    expect(await run(['check', '--knowledge', folder])).toEqual(byFolder);
    expect((await run(['check', folder, FAULTY])).stderr).toContain('in 2 documents');
  });
});

describe('diagnostics beside advice', () => {
  test('are counted on standard error, with the command that lists them, and stop nothing', async () => {
    const folder = await folderWith({ 'shelf.md': WARNING });
    const { code, stdout, stderr } = await run(['show', 'shelf', '--knowledge', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('one board');
    const remark = `0 errors, 1 warning in 1 document: arch-advisor check --knowledge ${folder}\n`;
    expect(stderr).toBe(remark);
  });

  test('leave standard output valid JSON', async () => {
    const { code, stdout, stderr } = await run(['recommend', '--json', '--add-knowledge', FAULTY]);
    expect(code).toBe(0);
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect(stderr).toContain(` in ${BUILT_IN + 1} documents: arch-advisor check `);
  });
});

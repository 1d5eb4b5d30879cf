import { describe, expect, test } from 'vitest';
import { run, runSmall } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

describe('show', () => {
  test('prints a card on standard output, and nothing else', async () => {
    const { code, stdout, stderr } = await runSmall(['show', 'vault']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('two keys and a guard');
  });

  test.each(['cabinet', 'Cabinet', 'filing cabinet', 'The Filing Cabinets', 'filing-cabinet'])(
    'finds a pattern by `%s`',
    async (name) => {
      const found = await runSmall(['show', name, '--json']);
      expect(JSON.parse(found.stdout).pattern.id).toBe('cabinet');
    },
  );

  test.each(['2pc', '2PC', 'XA', 'two-phase-commit'])(
    'finds it by `%s` also where its decision is left out, as nothing else is described',
    async (name) => {
      const folder = await folderWith({ 'a.md': '## Two-phase commit\n\n- Consistency: one\n' });
      const { code, stdout } = await run(['show', name, '--json', '--knowledge', folder]);
      expect(code).toBe(0);
      expect(JSON.parse(stdout).pattern.id).toBe('two-phase-commit');
    },
  );

  test('keeps sections and sources for --full', async () => {
    const short = await runSmall(['show', 'cabinet']);
    const full = await runSmall(['show', 'cabinet', '--full']);
    for (const word of ['second clerk', 'own desks', 'https://example.org/clerks']) {
      expect(short.stdout).not.toContain(word);
      expect(full.stdout).toContain(word);
    }
  });

  test('counts the claims that do not fit a short card', async () => {
    const short = await run(['show', 'sql']);
    expect(short.stdout).toMatch(/^\d+ more claims: --full$/m);
    const full = await run(['show', 'sql', '--full']);
    expect(full.stdout).not.toContain('--full');
  });

  test('names decision, place, claims and cited sources as JSON', async () => {
    const { stdout } = await runSmall(['show', 'cabinet', '--json']);
    const { version, pattern, decision, sources } = JSON.parse(stdout);
    const file = 'tests/fixtures/cli/patterns/storage.md';
    expect({ version, decision: decision.id }).toEqual({ version: 1, decision: 'storage' });
    expect(pattern).toMatchObject({
      ...{ id: 'cabinet', name: 'Cabinet', aliases: ['filing cabinet'] },
      place: { file, line: 1, column: 1 },
    });
    expect(pattern.claims[0]).toMatchObject({
      text: 'Consistency: one register tells everybody the same',
      effects: [{ quality: 'consistency', value: 2 }],
      place: { file, line: 6, column: 3 },
    });
    expect(sources.map(({ id }: { id: string }) => id)).toEqual(['clerk', 'union']);
  });

  test('prints the same JSON with and without --full', async () => {
    const short = await runSmall(['show', 'heap', '--json']);
    expect(await runSmall(['show', 'heap', '--json', '--full'])).toEqual(short);
  });

  test('shows every pattern that the program knows, on a card that names its line', async () => {
    const { patterns } = JSON.parse((await run(['list', 'patterns', '--json'])).stdout);
    for (const { id, file, line } of patterns.slice(0, 12)) {
      const { code, stdout } = await run(['show', id, '--width', '200']);
      expect({ id, code }).toEqual({ id, code: 0 });
      expect(stdout).toContain(`${file}:${line}`);
    }
  });
});

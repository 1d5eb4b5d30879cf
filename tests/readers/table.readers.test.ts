import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readersTable } from './table.ts';

test('docs/design.md has the table of what each reader shows', async () => {
  const page = await readFile(new URL('../../docs/design.md', import.meta.url), 'utf8');
  expect(page).toContain(`\n\n${await readersTable()}\n`);
});

import { expect, test } from 'vitest';
import { failureOf } from '../support/cli-failure.ts';
import { run } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** One alternative of a decision that comes with the program, and no other. */
const ALONE = '## SQL\n\nRows in tables.\n\n- Advantages\n  - Simplicity: nothing to learn\n';

test.each([
  [['recommend']],
  [['ask']],
  [['next']],
  [['explain', 'storage']],
  [['merge', 'a.yaml', 'b.yaml']],
  [['batch']],
])('%j refuses documents in which nothing is to be decided', async ([command = '', ...args]) => {
  const folder = await folderWith({ 'a.md': ALONE });
  const failed = failureOf(await run([command, ...args, '--knowledge', folder]));
  expect(failed.sentence).toContain('The documents describe no decision');
  expect(failed.hint).toContain('decisions.yaml');
});

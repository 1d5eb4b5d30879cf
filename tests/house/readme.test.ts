import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const MOST_LINES = 180;

test('the README stays short: what is longer belongs in docs/', async () => {
  const text = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(MOST_LINES);
});

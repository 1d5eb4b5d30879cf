import { expect, test } from 'vitest';
import { run } from '../support/cli-run.ts';

async function wordsAt(width: string, args: readonly string[]): Promise<Set<string>> {
  const { stdout } = await run([...args, '--width', width]);
  return new Set(withoutCommands(stdout).match(/[\p{L}\p{N}]+/gu));
}

/** The commands at the end are put differently where they take too much room. */
function withoutCommands(text: string): string {
  return text.replace(/\nNext[\s\S]*/, '');
}

const SHOP = ['--profile', 'online-shop'];

test.each([
  ['recommend', '--brief', ...SHOP],
  ['recommend', 'database', ...SHOP],
  ['explain', 'database', ...SHOP],
  ['flip', 'database', ...SHOP],
  ['show', 'saga'],
  ['list', 'questions'],
])('no word is broken at 40 columns: %s %s', async (...args) => {
  const wide = await wordsAt('100', args);
  const narrow = await wordsAt('40', args);
  expect([...narrow].filter((word) => !wide.has(word))).toEqual([]);
});

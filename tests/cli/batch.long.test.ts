import { expect, test } from 'vitest';
import { linesTo } from '../support/batch-lines.ts';
import { folderWith } from '../support/temporary-folder.ts';
import { keys, openTerminal } from '../support/terminal.ts';

test('a terminal that shows no lines shows how far it is, and Ctrl-C ends that', async () => {
  const folder = await folderWith({ 'a.jsonl': linesTo(500_000) });
  const knowledge = new URL('../fixtures/cli', import.meta.url).pathname;
  const args = ['batch', 'a.jsonl', '--summary', '--only', 'labels', '--knowledge', knowledge];
  const terminal = openTerminal(args, folder);
  await terminal.waitFor('a second');
  terminal.type(keys.interrupt);
  const { exitCode, output } = await terminal.exit;
  expect(exitCode).toBe(130);
  expect(output).toMatch(/[#.]+ \d+% \d+ lines, \d+ a second/);
  expect(output).toMatch(/\d+ systems · knowledge 7\.1\.0/);
});

test('a terminal that shows the lines shows nothing else', async () => {
  const folder = await folderWith({ 'a.jsonl': linesTo(20_000) });
  const knowledge = new URL('../fixtures/cli', import.meta.url).pathname;
  const args = ['batch', 'a.jsonl', '--only', 'labels', '--knowledge', knowledge];
  const { exitCode, output } = await openTerminal(args, folder).exit;
  expect(exitCode).toBe(0);
  expect(output).not.toMatch(/%|a second/);
});

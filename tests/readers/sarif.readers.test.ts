import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { HOSTILE } from './hostile.ts';
import { asShown, DECISIONS, hostileProject, KNOWLEDGE, OPPOSITE } from './hostile-project.ts';
import { advisor } from './records.ts';
import { readSarif } from './sarif.ts';
import { RECORDS } from './shown.ts';

/** Findings of `verify`: every pick has changed, so that each hostile text is in some message. */
async function findings(project: string): Promise<string> {
  const knowledge = ['--knowledge', KNOWLEDGE];
  const given = ['--set', 'question-0=yes', ...knowledge, '--dir', RECORDS];
  await advisor(project, 'adr', ...DECISIONS, ...given);
  const today = ['--answers', OPPOSITE, ...knowledge, '--format', 'sarif'];
  return advisor(project, 'verify', RECORDS, ...today);
}

test('findings of verify are valid SARIF, and hold names of any kind as text', async () => {
  const project = await hostileProject();
  const { runs } = await readSarif(await findings(project));
  await rm(project, { recursive: true, force: true });
  expect(runs).toHaveLength(1);
  const [{ tool, results } = { tool: undefined, results: [] }] = runs;
  const messages = results.map(({ message }) => message.text);
  // A link is the only markup that a message may have.
  expect(messages.filter((text) => /\[[^\]]*\]\(/.test(text))).toEqual([]);
  expect(
    messages.map((text) => asShown(text.split('\n')[0]?.replaceAll('] (', '](') ?? '')),
  ).toEqual(HOSTILE.map((text, index) => `Pick changed: ${asShown(text)}: plain-${index}`));
  for (const { ruleId, ruleIndex } of results) {
    expect(tool?.driver.rules[ruleIndex]?.id).toBe(ruleId);
  }
});

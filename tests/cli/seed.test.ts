import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { citationsIn, decisionIn, readAdvice } from '../support/cli-advice.ts';
import { run } from '../support/cli-run.ts';
import { seedDocument } from '../support/seed-document.ts';

const NAME = 'architectures';

async function advice(flags: readonly string[]): Promise<string> {
  const { code, stdout } = await run([
    'recommend',
    '--json',
    '--knowledge',
    seedDocument,
    ...flags,
  ]);
  expect(code).toBe(0);
  return stdout;
}

async function pick(decision: string, flags: readonly string[]): Promise<readonly string[]> {
  return decisionIn(await advice(flags), decision).recommended;
}

const wishes: readonly (readonly [decision: string, picked: string, flags: readonly string[]])[] = [
  ['database', 'sql', ['priorities=consistency,transactional-integrity', 'staleness=never']],
  ['database', 'sql', ['atomicity=database', 'partition=refuse']],
  ['database', 'nosql', ['priorities=schema-flexibility,write-scalability']],
  ['database', 'nosql', ['writes=80000', 'volume=90000']],
  ['saga-coordination', 'orchestration', ['workflow=complex', 'priorities=recoverability']],
  ['saga-coordination', 'orchestration', ['workflow=medium', 'priorities=diagnosability']],
  ['saga-coordination', 'choreography', ['workflow=simple', 'priorities=decoupling']],
  ['saga-coordination', 'choreography', ['workflow=simple', 'priorities=responsiveness']],
];

describe('the document that it began with, or its paraphrase,', () => {
  test.each(wishes)('settles or leans %s to %s by %j', async (decision, picked, answers) => {
    expect(
      await pick(
        decision,
        answers.flatMap((each) => ['--set', each]),
      ),
    ).toEqual([picked]);
  });

  test('moves a pick with an answer alone', async () => {
    const workflow = ['--set', 'workflow=complex', '--set'];
    const wish = (quality: string) =>
      pick('saga-coordination', [...workflow, `priorities=${quality}`]);
    expect(await wish('recoverability')).not.toEqual(await wish('decoupling,responsiveness'));
  });

  test('is the only file that is cited', async () => {
    const { decisions } = readAdvice(await advice(['--profile', 'online-shop']));
    const files = new Set(decisions.flatMap(citationsIn).map(({ file }) => resolve(file)));
    expect([...files]).toEqual([resolve(seedDocument)]);
  });

  test('says nothing that scores about two-phase commit, which the advice admits', async () => {
    const { stdout } = await run([
      'recommend',
      'distributed-transactions',
      '-k',
      seedDocument,
      '--width',
      '200',
    ]);
    expect(stdout).toMatch(
      /Not rated +.*Two-Phase Commits.*: the documents contain nothing that counts here/,
    );
    const { ranking } = decisionIn(await advice([]), 'distributed-transactions');
    const commit = ranking.find(({ alternative }) => alternative === 'two-phase-commit');
    expect(commit).toMatchObject({ score: 0, silent: true });
  });

  test('is advised on under every profile without a failure', async () => {
    const { profiles } = JSON.parse((await run(['list', 'profiles', '--json'])).stdout);
    for (const { id } of profiles) await advice(['--profile', id, '--set', 'priorities=unknown']);
  });
});

test('no file of the program or of its knowledge knows that document by name', async () => {
  const mentions: string[] = [];
  for (const folder of ['src', 'knowledge', 'bin']) {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      const path = join(entry.parentPath, entry.name);
      const text = await readFile(path, 'utf8');
      if (`${path}\n${text}`.toLowerCase().includes(`${NAME}.md`)) mentions.push(path);
    }
  }
  expect(mentions).toEqual([]);
});

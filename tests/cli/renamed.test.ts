import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dataComment, dataIn } from '../../src/records/record-data.ts';
import { MARK } from '../../src/records/record-mark.ts';
import { readAdvice } from '../support/cli-advice.ts';
import { COMMANDING, failureOf } from '../support/cli-failure.ts';
import { runSmall } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

const RENAMED = `groups: []
questions: []
renamed:
  - { question: freshness, to: staleness }
  - { question: staleness, choice: secs, to: seconds }
  - { question: contents, choice: pictures, to: photos }
  - { question: content, to: contents }
  - { decision: place, to: storage }
  - { decision: storage, alternative: safe, to: vault }
`;

/** Runs with the small knowledge, in which some ids were other ones once. */
async function runRenamed(argv: readonly string[], stdin = '') {
  const folder = await folderWith({ 'questions.yaml': RENAMED });
  return runSmall([...argv, '--add-knowledge', folder], { stdin });
}

describe('old ids on the command line', () => {
  test('are understood, and what they are called today is remarked', async () => {
    const flags = ['-s', 'freshness=secs', '-s', 'content=pictures,orders', '--pin', 'place=safe'];
    const { code, stdout, stderr } = await runRenamed(['recommend', '--json', ...flags]);
    expect(code).toBe(0);
    const { answers, pins } = readAdvice(stdout);
    expect(answers).toEqual({ staleness: 'seconds', contents: ['orders', 'photos'] });
    expect(pins).toEqual({ storage: 'vault' });
    expect(stderr).toBe(
      [
        '`freshness` is now called `staleness`',
        '`secs` of `staleness` is now called `seconds`',
        '`content` is now called `contents`',
        '`pictures` of `contents` is now called `photos`',
        '`place` is now called `storage`',
        '`safe` of `storage` is now called `vault`',
        '',
      ].join('\n'),
    );
  });

  test('count like those of today: the last --set of a question', async () => {
    const flags = ['-s', 'staleness=never', '-s', 'freshness=minutes'];
    const there = await runRenamed(['recommend', '--json', ...flags]);
    expect(readAdvice(there.stdout).answers).toEqual({ staleness: 'minutes' });
    const back = await runRenamed([
      'recommend',
      '--json',
      '-s',
      'freshness=never',
      ...flags,
      '-s',
      'staleness=seconds',
    ]);
    expect(readAdvice(back.stdout).answers).toEqual({ staleness: 'seconds' });
  });

  test('are no decisions to ask for, but it is told what they are called', async () => {
    const { sentence, hint } = failureOf(await runRenamed(['recommend', 'place']));
    expect(sentence).toBe('Unknown decision `place`');
    expect(hint).toBe('it is now called `storage`');
  });
});

describe('old ids in a file', () => {
  test('are remarked with their place, and hide answers of a profile', async () => {
    const stdin = 'answers:\n  freshness: secs\n';
    const { stdout, stderr } = await runRenamed(
      ['recommend', '--json', '--profile', 'town-hall', '-a', '-'],
      stdin,
    );
    expect(readAdvice(stdout).answers).toMatchObject({ staleness: 'seconds' });
    expect(stderr).toBe(
      [
        '`freshness` is now called `staleness` (standard input:2:14)',
        '`secs` of `staleness` is now called `seconds` (standard input:2:14)',
        '',
      ].join('\n'),
    );
  });

  test('beside those of today must say the same', async () => {
    const stdin = 'answers:\n  freshness: secs\n  staleness: never\n';
    const { sentence, hint } = failureOf(await runRenamed(['recommend', '-a', '-'], stdin));
    expect(sentence).toBe(
      'standard input:3:14: `freshness` and `staleness` are the same question today, but are answered differently',
    );
    expect(hint).toBe('keep one of them, and call it `staleness`');
  });

  test('are printed without commands for the terminal', async () => {
    const name = 'a\u001b[31m.yaml';
    const path = join(await folderWith({ [name]: 'answers: { freshness: secs }' }), name);
    const { stderr } = await runRenamed(['recommend', '-a', path]);
    expect(stderr).toContain('is now called');
    expect(stderr).not.toMatch(COMMANDING);
  });
});

describe('old ids in what `diff` compares', () => {
  test('are remarked once each, in files and flags', async () => {
    const stdin = 'answers:\n  freshness: never\n';
    const alone = await runRenamed(['diff', '-', '--set', 'staleness=secs'], stdin);
    expect(alone.stderr).toBe(
      [
        '`freshness` is now called `staleness` (standard input:2:14)',
        '`secs` of `staleness` is now called `seconds`',
        '',
      ].join('\n'),
    );
    const path = join(await folderWith({ 'b.yaml': 'answers: { content: letters }' }), 'b.yaml');
    const two = await runRenamed(['diff', '-', path], stdin);
    expect(two.stderr.match(/ is now called /g)).toHaveLength(2);
  });
});

describe('ids that nobody knows', () => {
  test('are all named in one failure, flags and file alike', async () => {
    const flags = failureOf(await runSmall(['recommend', '-s', 'los=some', '-s', 'traffik=low']));
    expect(flags).toEqual({
      sentence: '2 unknown ids: question `los`, question `traffik`',
      hint: 'did you mean `loss` for `los`, `traffic` for `traffik`? `arch-advisor list questions` lists them all',
    });
    const stdin =
      'knowledge: { version: 1.0.0, sha256: x }\nanswers:\n  los: some\npins:\n  shelf: x';
    const file = failureOf(await runSmall(['recommend', '-a', '-'], { stdin }));
    expect(file.sentence).toBe(
      '2 unknown ids: question `los` (standard input:3:8), decision `shelf` (standard input:5:10)',
    );
    expect(file.hint).toMatch(
      /; the file was written with knowledge 1\.0\.0, and 7\.1\.0 is in use$/,
    );
  });

  test('cannot command the terminal through the version of a file', async () => {
    const stdin = 'knowledge: { version: "\\e[31m1", sha256: x }\nanswers: { los: some }';
    const { hint } = failureOf(await runSmall(['recommend', '-a', '-'], { stdin }));
    expect(hint).toContain('written with knowledge');
  });
});

test('`check` says where a renamed id leads nowhere', async () => {
  const questions = RENAMED.replace('to: seconds', 'to: hours');
  const folder = await folderWith({ 'questions.yaml': questions });
  const { code, stdout } = await runSmall(['check', '--add-knowledge', folder]);
  expect(code).toBe(1);
  expect(stdout).toContain(
    'questions.yaml:5:5 error `secs` is renamed to `hours`, which is not an existing choice (broken-rename)',
  );
});

describe('a record with old ids', () => {
  /** A record about storage with the ids of a knowledge base in which everything still had its old name. */
  async function recorded(): Promise<string> {
    const folder = await folderWith({});
    const flags = ['-s', 'staleness=seconds', '-s', 'contents=photos', '--pin', 'storage=vault'];
    await runSmall(['adr', 'storage', ...flags, '--dir', folder]);
    const path = join(folder, '0001-storage-vault.md');
    const text = await readFile(path, 'utf8');
    const data = dataIn(text);
    if (data === undefined || !('record' in data)) return expect.fail('no data');
    const old = JSON.stringify(data.record)
      .replaceAll('"seconds"', '"secs"')
      .replaceAll('"staleness"', '"freshness"')
      .replaceAll('staleness=seconds', 'freshness=secs')
      .replaceAll('"storage"', '"place"')
      .replaceAll('"vault"', '"safe"');
    await writeFile(path, `${text.slice(0, text.indexOf(MARK))}${dataComment(JSON.parse(old))}`);
    return folder;
  }

  test('is verified as if it had those of today', async () => {
    const { code, stdout } = await runRenamed(['verify', await recorded()]);
    expect(stdout).toContain('1 record: 1 unchanged');
    expect(code).toBe(0);
  });

  test('is superseded, or kept, as the record of the decision of today', async () => {
    const folder = await recorded();
    const flags = ['-s', 'staleness=seconds', '--dir', folder, '--json'];
    const kept = await runRenamed(['adr', 'storage', '--pin', 'storage=vault', ...flags]);
    expect(JSON.parse(kept.stdout).kept).toMatchObject([{ file: '0001-storage-vault.md' }]);
    const changed = await runRenamed(['adr', 'storage', '--pin', 'storage=heap', ...flags]);
    expect(JSON.parse(changed.stdout).written).toMatchObject([
      { file: '0002-storage-heap.md', supersedes: ['0001-storage-vault.md'] },
    ]);
  });
});

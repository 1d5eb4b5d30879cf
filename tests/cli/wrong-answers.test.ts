import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../support/cli-failure.ts';
import { runSmall } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** Reads an answer file that is wrong: its failure, without the path of the folder. */
async function failureFor(content: string | Uint8Array, name = 'answers.yaml') {
  const path = join(await folderWith({ [name]: content }), name);
  const { sentence, hint } = failureOf(await runSmall(['recommend', '--answers', path]));
  return { sentence: sentence.replace(path, name), hint };
}

describe('a file of answers that cannot be read', () => {
  test('is named where it is missing', async () => {
    const { sentence } = failureOf(await runSmall(['recommend', '--answers', 'nowhere.yaml']));
    expect(sentence).toBe('There is no file `nowhere.yaml`');
  });

  test('is named where it lies in a file', async () => {
    const { sentence } = failureOf(await runSmall(['recommend', '-a', 'package.json/x.yaml']));
    expect(sentence).toContain('`package.json/x.yaml`');
  });

  test('is named where it is a folder', async () => {
    const folder = await folderWith({});
    const { sentence } = failureOf(await runSmall(['recommend', '--answers', folder]));
    expect(sentence).toBe(`\`${folder}\` is a folder`);
  });

  test('is named where its name is too long for any file', async () => {
    const path = `${'x'.repeat(5_000)}.yaml`;
    const { sentence } = failureOf(await runSmall(['recommend', '--answers', path]));
    expect(sentence).toContain('xxx');
  });

  test('is named where it is binary', async () => {
    const { sentence } = await failureFor(Uint8Array.of(0x89, 0x50, 0, 1));
    expect(sentence).toBe('`answers.yaml` is binary, not text');
  });

  test('is named where it is not UTF-8', async () => {
    const { sentence } = await failureFor(Buffer.from('system: Caf\xe9', 'latin1'));
    expect(sentence).toBe('`answers.yaml` is not UTF-8 text');
  });

  test.each(['', ' \n\n', '# only a remark\n', '---\n', 'null'])(
    'is named where it is as good as empty: %j',
    async (content) => {
      const { sentence, hint } = await failureFor(content);
      expect(sentence).toContain('answers.yaml');
      expect(hint).toContain('`answers:`');
    },
  );

  test('is named where it is far too large, with a hint that is about answers', async () => {
    const { sentence, hint } = await failureFor(`# ${'x'.repeat(5 * 1024 * 1024)}`);
    expect(sentence).toContain('4 MiB');
    expect(hint).toContain('answer files');
  });

  test('is read from a pipe, as far as a file may go', async () => {
    const pipe = join(await folderWith({}), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const written = (command: string) =>
      spawn('sh', ['-c', `${command} > "$0"`, pipe], { stdio: 'ignore' });
    written('echo "answers: { loss: some }"');
    expect((await runSmall(['recommend', '--answers', pipe])).code).toBe(0);
    written('yes');
    const { sentence } = failureOf(await runSmall(['recommend', '--answers', pipe]));
    expect(sentence).toBe(`\`${pipe}\` is larger than 4 MiB`);
  });

  test.skipIf(process.platform !== 'linux')('is read no further where it has no end', async () => {
    const ran = await runSmall(['recommend', '--answers', '/proc/self/pagemap']);
    expect(failureOf(ran).sentence).toBe('`/proc/self/pagemap` is larger than 4 MiB');
  });
});

describe('a broken file of answers is named with line and column', () => {
  test.each([
    ['YAML', 'answers.yaml', 'answers:\n  loss: some\n  traffic: [1\n', /^answers\.yaml:4:1: \S/],
    ['YAML with a tab', 'answers.yaml', 'answers:\n\tloss: some\n', /^answers\.yaml:2:1: \S/],
    ['JSON', 'answers.json', '{"answers":\n  {"loss": "some",,}}', /^answers\.json:2:19: \S/],
    ['JSON cut short', 'answers.json', '{"answers": {"loss"', /^answers\.json:1:\d+: \S/],
    ['YAML with a key twice', 'answers.yaml', 'answers:\n  loss: some\n  loss: some\n', /:3:3: \S/],
    ['two documents', 'answers.yaml', 'answers: {}\n---\nanswers: {}\n', /:2:1: \S/],
    ['a tag that runs code', 'answers.yaml', 'answers:\n  loss: !!js/function x\n', /:2:\d+: \S/],
  ])('%s', async (...row) => {
    const [, name, content, sentence] = row;
    expect((await failureFor(content, name)).sentence).toMatch(sentence);
  });
});

describe('a file of the wrong shape is named with the place of what is wrong', () => {
  test.each([
    ['a list instead of a mapping', '- loss\n- some\n', ':1:1: '],
    ['a word instead of a mapping', 'loss', ':1:1: '],
    ['a list of answers', 'answers: [loss]', ':1:10: '],
    ['a number of answers', 'answers: 5', ':1:10: '],
    ['a list as system', 'system: [a]\nanswers: {}', ':1:9: '],
    ['a number as note', 'answers: {}\nnotes: { loss: 3 }', ':2:16: '],
    ['a mapping as answer', 'answers:\n  loss: { some: true }', ':2:9: '],
    ['a yes as answer', 'answers:\n  loss: true', ':2:9: '],
    ['a list for one choice', 'answers:\n  loss: [some]', ':2:9: '],
    ['a list in a list', 'answers:\n  contents: [[photos]]', ':2:14: '],
    ['what is no choice in a list', 'answers:\n  contents: [photos, [orders]]', ':2:22: '],
    ['an unknown choice in a list', 'answers:\n  contents: [photos, lots]', ':2:22: '],
    ['`unknown` beside others', 'answers:\n  contents: [photos, unknown]', ':2:13: '],
    ['an unknown choice', 'answers:\n  loss: lots', ':2:9: '],
    ['an unknown question', 'answers:\n  lost: some', ':2:9: '],
    ['an unknown pin', 'pins:\n  storage: shelf', ':2:12: '],
    ['two pins for one', 'pins:\n  storage: [heap, vault]', ':2:12: '],
    ['a number below 0', 'answers:\n  traffic: -1', ':2:12: '],
    ['what is not a number', 'answers:\n  traffic: .nan', ':2:12: '],
    ['a number without end', 'answers:\n  traffic: .inf', ':2:12: '],
    ['a number for words', 'answers:\n  loss: 3', ':2:9: '],
    ['more than the limit', 'answers:\n  contents: [photos, orders, letters]', ':2:13: '],
    ['a choice that stands alone', 'answers:\n  contents: [photos, none]', ':2:13: '],
  ])('%s', async (_what, content, place) => {
    const { sentence } = await failureFor(content);
    expect(sentence).toContain(`answers.yaml${place}`);
  });

  test('an unknown field', async () => {
    const { sentence } = await failureFor('answer:\n  loss: some\n');
    expect(sentence).toMatch(/^answers\.yaml:1:1: .*answer\b/);
  });

  test('what was probably meant', async () => {
    expect((await failureFor('answers:\n  los: some')).hint).toContain('did you mean `loss`?');
    expect((await failureFor('answers:\n  loss: som')).hint).toContain('did you mean `some`?');
  });
});

describe('a file of answers that is an attack', () => {
  test('with aliases that multiply is refused', async () => {
    const level = (name: string, below: string) =>
      `${name}: &${name} [${Array.from({ length: 10 }, () => below).join(', ')}]`;
    const bomb = ['a: &a [x, x]', level('b', '*a'), level('c', '*b'), level('d', '*c')];
    const { sentence } = await failureFor(`${bomb.join('\n')}\nanswers: [*d, *d, *d, *d, *d]\n`);
    expect(sentence).toMatch(/^answers\.yaml:\d+:\d+: /);
  });

  test.each([
    ['brackets that are never closed', `answers: ${'['.repeat(100_000)}`],
    ['brackets', `answers: ${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['braces', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['dashes', `answers:\n  loss: \n    ${'- '.repeat(20_000)}x`],
  ])('with thousands of nested %s is refused', async (_what, content) => {
    const { sentence } = await failureFor(content);
    expect(sentence).toMatch(/^answers\.yaml:\d+:\d+: /);
    expect(sentence).not.toMatch(/call stack/i);
  });
});

test('`unknown` stands alone', async () => {
  const { sentence } = failureOf(await runSmall(['recommend', '--set', 'contents=photos,unknown']));
  expect(sentence).toBe('`unknown` cannot be combined with other choices of `contents`');
});

test('answers from standard input fail alike, naming it', async () => {
  const empty = failureOf(await runSmall(['recommend', '--answers', '-']));
  expect(empty.sentence).toContain('standard input');
  const broken = failureOf(
    await runSmall(['recommend', '-a', '-'], { stdin: 'answers:\n  los: some' }),
  );
  expect(broken.sentence).toMatch(/^standard input:2:\d+: Unknown question `los`$/);
  const huge = await runSmall(['recommend', '-a', '-'], { stdin: 'x'.repeat(5 * 1024 * 1024) });
  expect(failureOf(huge).sentence).toBe('`standard input` is larger than 4 MiB');
  const binary = await runSmall(['recommend', '-a', '-'], { stdin: Uint8Array.of(0, 1) });
  expect(failureOf(binary).sentence).toBe('`standard input` is binary, not text');
});

test('a broken profile is named with its place', async () => {
  const folder = await folderWith({
    'profiles/mine.yaml': 'answers:\n  los: some\n',
    'a.md': '## A\n\n- Types\n  - Wide: B, C\n',
  });
  const paths = ['--add-knowledge', folder];
  const { sentence } = failureOf(await runSmall(['recommend', '--profile', 'mine', ...paths]));
  expect(sentence).toMatch(/mine\.yaml:2:\d+: Unknown question `los`$/);
});

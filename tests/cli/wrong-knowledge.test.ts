import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../support/cli-failure.ts';
import { run } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

/** How commands fail over knowledge at a path in a folder. */
async function failureFor(files: Files, path = '') {
  const folder = await folderWith(files);
  const target = join(folder, path);
  const { sentence, hint } = failureOf(await run(['recommend', '--knowledge', target]));
  expect(failureOf(await run(['list', 'patterns', '--add-knowledge', target])).sentence).toBe(
    sentence,
  );
  return { sentence: sentence.replaceAll(folder, '.'), hint };
}

describe('knowledge that cannot be read', () => {
  test('is named where it is missing', async () => {
    expect((await failureFor({}, 'nowhere')).sentence).toBe('There is no file `./nowhere`');
    expect((await failureFor({}, 'nowhere.md')).sentence).toBe('There is no file `./nowhere.md`');
  });

  test('is named where a folder holds no document', async () => {
    const { sentence, hint } = await failureFor({ 'notes.txt': 'x' });
    expect(sentence).toBe('No Markdown documents in `.`');
    expect(hint).toContain('*.md');
  });

  test('is named where it is binary, or not UTF-8', async () => {
    const binary = { 'a.md': Uint8Array.of(35, 0, 10) };
    expect((await failureFor(binary)).sentence).toBe('`./a.md` is binary, not text');
    const latin = { 'a.md': Buffer.from('## Caf\xe9\n', 'latin1') };
    expect((await failureFor(latin, 'a.md')).sentence).toBe('`./a.md` is not UTF-8 text');
  });

  test('is named where it is far too large', async () => {
    const { sentence } = await failureFor({ 'a.md': 'x'.repeat(11 * 1024 * 1024) });
    expect(sentence).toContain('`./a.md` is larger than');
  });
});

describe('a broken YAML file of knowledge is named with line and column', () => {
  test.each([
    ['questions.yaml', 'groups: [}', ':1:'],
    ['questions.yaml', 'groups: []\nquestions: 3\n', ':2:12: '],
    ['questions.yaml', '', ':1:1: '],
    ['decisions.yaml', '- a\n', ':1:1: '],
    ['decisions.yaml', 'version: 1\ndecisions: []\n', ':1:10: '],
    ['qualities.yaml', `qualities: ${'['.repeat(100_000)}`, ':1:'],
    ['qualities.yaml', 'qualities:\n  - id: [a]\n', ':2:'],
  ])('%s, at %#', async (name, text, place) => {
    const { sentence } = await failureFor({ [name]: text, 'a.md': '## A\n' });
    expect(sentence).toContain(`./${name}${place}`);
    expect(sentence).not.toMatch(/call stack/i);
  });
});

describe('a document that is strange', () => {
  test.each([
    ['empty', ''],
    ['front matter alone', '---\ntitle: x\n---\n'],
    ['broken front matter', '---\ntitle: [\n---\n\n## A\n\n- Simplicity: b\n'],
    [
      'a bullet nested two hundred deep',
      Array.from({ length: 200 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
    ],
    ['HTML', '<script>alert(1)</script>\n\n## A <b>b</b>\n'],
    ['a heading without a name', '## \n\n- Simplicity: b\n'],
    ['one name for everything', '## A\n\n## A\n\n## A\n'],
  ])('is checked, not stumbled over: %s', async (_what, text) => {
    const folder = await folderWith({ 'a.md': text });
    const { code, stderr } = await run(['check', folder]);
    expect([0, 1]).toContain(code);
    expect(stderr).toMatch(/^\d+ errors?, \d+ warnings? in 1 document\n$/);
    const advised = await run(['recommend', '--json', '--knowledge', folder]);
    expect(advised.code).toBe(2);
    expect(advised.stderr).toContain('no heading has two alternatives');
  });
});

describe('a document on which a parser would choke is refused', () => {
  test.each([
    ['ten thousand nested quotes', `${'>'.repeat(10_000)} a`],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('%s', async (_what, text) => {
    const { sentence } = await failureFor({ 'a.md': text });
    expect(sentence).toContain('a.md');
  });
});

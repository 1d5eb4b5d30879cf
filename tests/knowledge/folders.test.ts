import { execFileSync } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/common/user-error.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { unreadable } from '../../src/knowledge/read/text-file.ts';
import { run } from '../support/cli-run.ts';
import { folderWith } from '../support/temporary-folder.ts';

const SQL = '## SQL\n\n- Consistency: rows agree\n';
const NOSQL = '## NoSQL\n\n- Performance: rows are near\n';

/** What is read at paths: the ids of patterns, and what is said of files, without the folder. */
async function read(folder: string, paths: readonly string[] = [folder], add: string[] = []) {
  const { knowledge, diagnostics, documents, skipped } = await loadKnowledge({
    knowledge: paths,
    add,
  });
  const short = (text: string) => text.replaceAll(`${folder}/`, '');
  return {
    patterns: [...(knowledge?.patterns.keys() ?? [])],
    documents,
    found: diagnostics.map(
      ({ rule, severity, message }) => `${severity} ${rule} ${short(message)}`,
    ),
    skipped: (skipped ?? []).map(({ file, reason }) => `${short(file)}: ${reason}`),
  };
}

describe('one thing in a folder that cannot be read costs nothing but itself:', () => {
  test('links that lead nowhere, or to themselves', async () => {
    const folder = await folderWith({ 'a.md': SQL });
    await symlink('nowhere.md', join(folder, 'b.md'));
    await symlink('c.md', join(folder, 'c.md'));
    const { patterns, found } = await read(folder);
    expect(patterns).toEqual(['sql']);
    expect(found).toEqual([
      'error unreadable-file `b.md` is a broken link',
      'error unreadable-file `c.md` is not a usable path',
    ]);
  });

  test('pipes, and links to pipes and devices, which nobody waits for', async () => {
    const folder = await folderWith({ 'a.md': SQL });
    execFileSync('mkfifo', [join(folder, 'pipe'), join(folder, 'b.md')]);
    await symlink('pipe', join(folder, 'c.md'));
    await symlink('/dev/zero', join(folder, 'd.md'));
    const { patterns, found } = await read(folder);
    expect(patterns).toEqual(['sql']);
    expect(found).toEqual(
      ['b.md', 'c.md', 'd.md'].map((name) => `error unreadable-file \`${name}\` is not a file`),
    );
  });

  test('a name that is not UTF-8', async () => {
    const folder = await folderWith({ 'a.md': SQL });
    const name = Buffer.concat([Buffer.from(`${folder}/b`), Buffer.of(0xff), Buffer.from('.md')]);
    await writeFile(name, NOSQL);
    const { patterns, found } = await read(folder);
    expect(patterns).toEqual(['sql']);
    expect(found).toEqual(['error unreadable-file The name of `b\uFFFD.md` is not UTF-8 text']);
  });

  test.each([
    ['binary', Buffer.of(35, 0, 10), 'is binary, not text'],
    ['not UTF-8', Buffer.of(35, 0xe4, 10), 'is not UTF-8 text'],
    ['UTF-16', Buffer.from(`\uFEFF${NOSQL}`, 'utf16le'), 'is UTF-16 text'],
    ['too large', 'x\n'.repeat(5.5 * 1024 * 1024), 'is larger than 10 MiB'],
    ['too much for a parser', '>'.repeat(30_000), 'nests lists or quotations too deeply'],
  ])('what is %s', async (_what, content, reason) => {
    const folder = await folderWith({ 'a.md': SQL, 'b.md': content });
    const { patterns, documents, found } = await read(folder);
    expect({ patterns, documents }).toEqual({ patterns: ['sql'], documents: 1 });
    expect(found).toEqual([expect.stringContaining(`error unreadable-file \`b.md\` ${reason}`)]);
  });

  test('a broken profile', async () => {
    const folder = await folderWith({ 'a.md': SQL, 'profiles/p.yaml': Buffer.of(35, 0, 10) });
    expect(await read(folder)).toMatchObject({
      patterns: ['sql'],
      found: ['error unreadable-file `profiles/p.yaml` is binary, not text'],
    });
  });

  test('and the command says so, with exit code 1 of check', async () => {
    const folder = await folderWith({ 'a.md': SQL });
    await symlink('nowhere.md', join(folder, 'b.md'));
    const { code, stdout } = await run(['check', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain('b.md:1:1 error');
    expect((await run(['list', 'patterns', '-k', folder])).stderr).toContain('1 error');
  });
});

test.each(['EMFILE', 'ENFILE', 'EIO', 'ENXIO', 'EAGAIN', 'ESTALE', 'EREMOTEIO'])(
  'what the system says of a path, %s, is no bug',
  (code) => {
    const error = unreadable('a.md', Object.assign(new Error(code), { code, syscall: 'open' }));
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toContain('`a.md`');
  },
);

test('a YAML file of knowledge that cannot be read ends the command: everything rests on it', async () => {
  const folder = await folderWith({ 'a.md': SQL });
  await symlink('nowhere', join(folder, 'decisions.yaml'));
  await expect(read(folder)).rejects.toThrow('is a broken link');
  const both = await folderWith({ 'a.md': SQL, 'decisions.yaml': '', 'decisions.yml': '' });
  await expect(read(both)).rejects.toThrow('contains both decisions.yaml and decisions.yml');
});

describe('a document is read once', () => {
  test('however many links of a folder lead to it, under its own name', async () => {
    const folder = await folderWith({ 'b.md': SQL, 'deep/c.md': NOSQL });
    await symlink('b.md', join(folder, 'a.md'));
    await symlink('../b.md', join(folder, 'deep/b.md'));
    const loaded = await loadKnowledge({ knowledge: [folder], add: [] });
    expect(loaded.documents).toBe(2);
    expect(loaded.diagnostics).toEqual([]);
    expect(loaded.knowledge?.patterns.get('sql')?.place.file).toBe(join(folder, 'b.md'));
  });

  test('though it is named twice, with its folder, or through a link to that', async () => {
    const folder = await folderWith({ 'in/a.md': SQL, 'in/b.md': NOSQL });
    await symlink('in', join(folder, 'link'));
    const [inner, link] = [join(folder, 'in'), join(folder, 'link')];
    for (const paths of [
      [inner, inner],
      [join(inner, 'a.md'), inner],
      [inner, join(inner, 'a.md'), join(link, 'b.md')],
      [inner, link],
    ]) {
      expect(await read(folder, paths)).toMatchObject({ documents: 2, found: [] });
    }
    const { code } = await run(['check', join(inner, 'a.md'), join(inner, 'a.md')]);
    expect(code).toBe(0);
  });

  test('on top as well, where the last place counts', async () => {
    const folder = await folderWith({
      'a.md': '## SQL\n\n- Consistency: first\n',
      'b.md': '## SQL\n\n- Consistency: second\n',
    });
    const [a, b] = [join(folder, 'a.md'), join(folder, 'b.md')];
    const { knowledge } = await loadKnowledge({ knowledge: [], add: [a, b, a] });
    expect(knowledge?.patterns.get('sql')?.place.file).toBe(a);
  });
});

describe('a README', () => {
  const PROSE = '# Our notes\n\n## Installation\n\nRead on.\n\n## Licence\n\nFree.\n';

  test('is read where it holds patterns', async () => {
    const folder = await folderWith({ 'README.md': SQL, 'deep/readme.MD': NOSQL });
    expect(await read(folder)).toEqual({
      ...{ patterns: ['sql', 'nosql'], documents: 2, found: [], skipped: [] },
    });
  });

  test('is skipped where it holds none, which is said but is no fault', async () => {
    const folder = await folderWith({ 'README.md': PROSE, 'a.md': SQL });
    expect(await read(folder)).toEqual({
      ...{
        patterns: ['sql'],
        documents: 1,
        found: [],
        skipped: ['README.md: it contains no pattern'],
      },
    });
    const text = await run(['check', folder]);
    expect(text).toMatchObject({ code: 0, stdout: '' });
    expect(text.stderr).toContain(`Skipped: ${folder}/README.md (it contains no pattern)\n`);
    const { skipped } = JSON.parse((await run(['check', folder, '--json'])).stdout);
    expect(skipped).toEqual([
      { file: join(folder, 'README.md'), reason: 'it contains no pattern' },
    ]);
  });

  test('that is skipped changes nothing', async () => {
    const [without, withOne] = [{ 'a.md': SQL }, { 'README.md': PROSE, 'a.md': SQL }];
    const hashOf = async (files: Record<string, string>) =>
      (await loadKnowledge({ knowledge: [await folderWith(files)], add: [] })).knowledge?.sha256;
    expect(await hashOf(withOne)).toBe(await hashOf(without));
  });

  test('is read where it is named, and refused where there is nothing else', async () => {
    const folder = await folderWith({ 'README.md': PROSE });
    expect((await read(folder, [join(folder, 'README.md')])).documents).toBe(1);
    await expect(read(folder)).rejects.toThrow(
      'README.md` contains no pattern, and there is no other Markdown document',
    );
  });
});

describe('MDX is no Markdown', () => {
  test('and is said to be skipped', async () => {
    const folder = await folderWith({ 'a.md': SQL, 'b.mdx': NOSQL });
    expect(await read(folder)).toMatchObject({
      ...{ patterns: ['sql'], found: [], skipped: ['b.mdx: MDX is not Markdown'] },
    });
  });

  test('also where it is all there is, or named', async () => {
    const folder = await folderWith({ 'b.mdx': NOSQL });
    await expect(read(folder)).rejects.toThrow('No Markdown documents in');
    await expect(read(folder, [join(folder, 'b.mdx')])).rejects.toThrow('is MDX, not Markdown');
  });
});

test('links to folders are not followed, and said to be skipped', async () => {
  const folder = await folderWith({ 'a.md': SQL });
  await symlink('.', join(folder, 'loop'));
  expect(await read(folder)).toMatchObject({
    ...{ patterns: ['sql'], found: [], skipped: ['loop: it is a link to a folder'] },
  });
});

test('a hyphen is no file of documents', async () => {
  const ran = await run(['check', '-']);
  expect(ran.code).toBe(2);
  expect(ran.stderr).toContain('Documents are not read from standard input');
});

import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { conventionAt } from '../../../src/cli/records/convention.ts';
import { UserError } from '../../../src/common/user-error.ts';
import { folderWith } from '../../support/temporary-folder.ts';

const MADR = '---\nstatus: accepted\n---\n# One\n';
const NYGARD = '# 1. One\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n';

type Files = Readonly<Record<string, string>>;

/** The convention as seen from a folder of a project that is a repository; paths without it. */
async function seenFrom(start: string, files: Files, wanted = {}) {
  const project = await folderWith({ '.git/HEAD': '', ...files });
  mkdirSync(join(project, start), { recursive: true });
  const { folder, ...rest } = conventionAt(join(project, start), wanted);
  return { folder: folder.replace(project, '').slice(1), ...rest };
}

describe('the folder and the form of records', () => {
  test('are docs/decisions and MADR where nothing says otherwise', async () => {
    expect(await seenFrom('', {})).toEqual({ folder: 'docs/decisions', format: 'madr' });
  });

  test('are those of the whole repository, not of the folder where the user is', async () => {
    expect(await seenFrom('src/deep', {})).toEqual({ folder: 'docs/decisions', format: 'madr' });
  });

  test.each([
    ['.adr-dir of adr-tools', { '.adr-dir': 'architecture/log\n' }, 'architecture/log', 'nygard'],
    ['adrs.toml', { 'adrs.toml': 'adr_dir = "adr-log"' }, 'adr-log', 'nygard'],
    ['adrs.toml without a folder', { 'adrs.toml': '' }, 'doc/adr', 'nygard'],
    ['adrs.toml with front matter', { 'adrs.toml': 'mode = "ng"' }, 'doc/adr', 'madr'],
    [
      'adrs.toml with a template',
      { 'adrs.toml': 'mode = "ng"\n[templates]\nformat = "nygard"' },
      'doc/adr',
      'nygard',
    ],
    [
      '.log4brains.yml',
      { '.log4brains.yml': 'project:\n  name: Shop\n  adrFolder: ./docs/log\n' },
      'docs/log',
      'log4brains',
    ],
  ])('are read from %s', async (_, files, folder, format) => {
    const [from] = Object.keys(files);
    expect(await seenFrom('src', files)).toEqual({ folder, format, from });
  });

  test('are those of .adr-dir rather than of other settings', async () => {
    const files = { '.adr-dir': 'one', 'adrs.toml': 'adr_dir = "two"' };
    expect(await seenFrom('', files)).toMatchObject({ folder: 'one' });
  });

  test('are read from settings above, where there is no repository', async () => {
    const top = await folderWith({ '.adr-dir': 'log', 'a/b/c.md': '', 'docs/adr/0001-a.md': MADR });
    expect(conventionAt(join(top, 'a/b'), {}).folder).toBe(join(top, 'log'));
    const bare = await folderWith({ 'a/b/c.md': '', 'docs/adr/0001-a.md': MADR });
    expect(conventionAt(join(bare, 'a/b'), {}).folder).toBe(join(bare, 'a/b/docs/decisions'));
  });

  test('are those of the nearest settings', async () => {
    const files = { '.adr-dir': 'one', 'api/.adr-dir': 'two' };
    expect(await seenFrom('api/src', files)).toMatchObject({ folder: 'api/two' });
  });

  test.each([
    ['docs/decisions', MADR, 'madr'],
    ['docs/adr', NYGARD, 'nygard'],
    ['doc/adr', MADR, 'madr'],
    ['adr', NYGARD, 'nygard'],
  ])('are those of the records in %s', async (folder, text, format) => {
    const files = { [`${folder}/0001-one.md`]: text, [`${folder}/README.md`]: '# Records' };
    expect(await seenFrom('src', files)).toEqual({ folder, format, from: 'existing records' });
  });

  test('are those of the newest record, whatever the settings say of the form', async () => {
    const files = { '.adr-dir': 'log', 'log/0009-a.md': NYGARD, 'log/0010-b.md': MADR };
    expect(await seenFrom('', files)).toMatchObject({ folder: 'log', format: 'madr' });
  });

  test('are not looked for in a folder that only has other documents', async () => {
    const files = { 'docs/adr/README.md': '# Records' };
    expect(await seenFrom('', files)).toMatchObject({ folder: 'docs/decisions' });
  });

  test('are what the user asks for', async () => {
    const files = { '.adr-dir': 'log', 'log/0001-a.md': NYGARD, 'other/0001-a.md': NYGARD };
    expect(await seenFrom('', files, { format: 'madr' })).toMatchObject({ format: 'madr' });
    expect(await seenFrom('', files, { dir: 'other' })).toEqual({
      folder: 'other',
      format: 'nygard',
    });
    expect(await seenFrom('', files, { dir: 'new', format: 'nygard' })).toEqual({
      folder: 'new',
      format: 'nygard',
    });
  });
});

describe('settings that cannot be used are refused', () => {
  async function refusal(files: Files): Promise<UserError> {
    return seenFrom('', files).then(
      (found) => expect.fail(`found ${found.folder}`),
      (error: unknown) => (error instanceof UserError ? error : expect.fail(String(error))),
    );
  }

  test.each([
    ['a folder above', { '.adr-dir': '../elsewhere' }, 'names `../elsewhere`'],
    ['a folder above, hidden', { '.adr-dir': 'a/../../b' }, 'which is outside its folder'],
    ['an absolute path', { '.log4brains.yml': 'project: {adrFolder: /tmp}' }, 'names `/tmp`'],
    ['nothing', { '.adr-dir': '\n' }, 'names no folder'],
    ['broken TOML', { 'adrs.toml': 'adr_dir = ' }, 'adrs.toml` cannot be read: '],
    ['a list', { 'adrs.toml': 'adr_dir = ["a"]' }, '`adr_dir`: '],
    ['broken YAML', { '.log4brains.yml': 'project: {' }, '.log4brains.yml` cannot be read: '],
    ['YAML that is no map', { '.log4brains.yml': '- a' }, 'cannot be read: '],
  ])('%s', async (_, files, message) => {
    const error = await refusal(files);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('\n');
    expect(error.hint).toContain('--dir');
  });

  test('a link that leads out of the project', async () => {
    const elsewhere = await folderWith({});
    const project = await folderWith({ '.git/HEAD': '', '.adr-dir': 'log/new' });
    symlinkSync(elsewhere, join(project, 'log'));
    expect(() => conventionAt(project, {})).toThrow(/outside its folder/);
  });
});

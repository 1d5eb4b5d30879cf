import fs from 'node:fs';
import { readdir, readFile, symlink } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFile, replaceFile } from '../../src/cli/whole-file.ts';
import { folderWith } from '../support/temporary-folder.ts';

/** What is done to the disk from here on: names that come to be, and what is synced. */
function watched(failing = ''): string[] {
  const steps: string[] = [];
  const { fsyncSync, linkSync, renameSync } = fs;
  vi.spyOn(fs, 'linkSync').mockImplementation((from, to) => {
    linkSync(from, to);
    steps.push('named');
  });
  vi.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    renameSync(from, to);
    steps.push('named');
  });
  vi.spyOn(fs, 'fsyncSync').mockImplementation((file) => {
    const info = fs.fstatSync(file);
    steps.push(info.isDirectory() ? `folder ${info.ino}` : 'text');
    if (failing !== '' && info.isDirectory()) throw Object.assign(new Error(), { code: failing });
    fsyncSync(file);
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });
  return steps;
}

const WAYS: readonly [string, (path: string) => unknown][] = [
  ['made', (path) => createFile(path, 'whole')],
  ['put in the place of another', (path) => replaceFile(path, 'whole')],
];

describe.each(WAYS)('a file that is %s', (_, write) => {
  test('is on the disk, and so is its name, before anything goes on', async () => {
    const folder = await folderWith({});
    const steps = watched();
    write(join(folder, 'mine.yaml'));
    expect(steps).toEqual(['text', 'named', `folder ${fs.statSync(folder).ino}`]);
    expect(await readFile(join(folder, 'mine.yaml'), 'utf8')).toBe('whole');
    expect(await readdir(folder)).toEqual(['mine.yaml']);
  });

  test.each(['EINVAL', 'ENOTSUP', 'EPERM'])(
    'is there where folders are not synced (%s)',
    async (code) => {
      const folder = await folderWith({});
      watched(code);
      write(join(folder, 'mine.yaml'));
      expect(await readFile(join(folder, 'mine.yaml'), 'utf8')).toBe('whole');
    },
  );

  test('is told of where the disk fails to keep its name', async () => {
    const folder = await folderWith({});
    watched('EIO');
    expect(() => write(join(folder, 'mine.yaml'))).toThrow(
      expect.objectContaining({ code: 'EIO' }),
    );
  });
});

test('a file behind a link is on the disk in its own folder', async () => {
  const folder = await folderWith({ 'theirs/mine.yaml': 'old' });
  await symlink(join(folder, 'theirs', 'mine.yaml'), join(folder, 'link.yaml'));
  const steps = watched();
  replaceFile(join(folder, 'link.yaml'), 'whole');
  expect(steps.at(-1)).toBe(`folder ${fs.statSync(join(folder, 'theirs')).ino}`);
});

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../support/temporary-folder.ts';

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));
const MOST_FILES = 20;
/** They hold a file per rule and per command. */
const LISTS = ['rules', 'commands'];

/** What is wrong with how files lie in folders, one line each. */
async function faultsIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile() && each.name.endsWith('.ts'));
  const folders = [...new Set(files.map(({ parentPath }) => parentPath))];
  const crowded = folders.flatMap((folder) => {
    const own = files.filter(({ parentPath }) => parentPath === folder).length;
    const isList = LISTS.includes(basename(folder));
    return own > MOST_FILES && !isList ? [`${basename(folder)} holds ${own} files`] : [];
  });
  const model = files.filter(({ parentPath }) => basename(parentPath) === 'model');
  const texts = await Promise.all(
    model.map(async ({ parentPath, name }) => ({
      name,
      text: await readFile(join(parentPath, name), 'utf8'),
    })),
  );
  const code = texts
    .filter(({ text }) => /^(export )?(async )?(const|let|function|class|enum) /m.test(text))
    .map(({ name }) => `model/${name} holds more than types`);
  return [...crowded, ...code];
}

test('no folder is crowded, and model holds nothing but types', async () => {
  expect(await faultsIn(SOURCES)).toEqual([]);
});

test('a folder of 21 files and a constant among the types are found', async () => {
  const folder = await folderWith({});
  const write = async (file: string, text: string) => {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  };
  for (let number = 0; number <= MOST_FILES; number += 1) {
    await write(`engine/file-${number}.ts`, '');
    await write(`rules/file-${number}.ts`, '');
  }
  await write('model/knowledge.ts', 'export interface Quality {}\n\nexport const MOST = 1;\n');
  await write('model/answers.ts', 'export type Answer = string;\n');
  expect(await faultsIn(folder)).toEqual([
    'engine holds 21 files',
    'model/knowledge.ts holds more than types',
  ]);
});

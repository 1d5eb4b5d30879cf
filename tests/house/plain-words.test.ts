import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { folderWith } from '../support/temporary-folder.ts';
import { BANNED } from './plain-words.ts';

/** Files, and folders with all that is in them. */
const SCANNED = ['src', 'knowledge', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs'];
/** It lists words that we do not use. */
const GLOSSARY = 'docs/glossary.md';
const TEXTS = /\.(md|ts|yaml)$/;
const CHANGELOG = 'CHANGELOG.md';

const home = fileURLToPath(new URL('../../', import.meta.url));

async function filesIn(path: string): Promise<string[]> {
  if (TEXTS.test(path)) return [path];
  const entries = await readdir(path, { recursive: true });
  return entries.filter((name) => TEXTS.test(name)).map((name) => join(path, name));
}

/** Every banned phrase in some files, as `file:line: …`. */
async function hitsIn(root: string, scanned: readonly string[]): Promise<string[]> {
  const files = (await Promise.all(scanned.map((path) => filesIn(join(root, path))))).flat();
  const hits = await Promise.all(
    files.map(async (file) => {
      const name = relative(root, file).replaceAll('\\', '/');
      if (name === GLOSSARY) return [];
      return hitsInText(name, await readFile(file, 'utf8'));
    }),
  );
  return hits.flat();
}

function hitsInText(name: string, text: string): string[] {
  const scanned = name === CHANGELOG ? unreleased(text) : text;
  return scanned.split('\n').flatMap((line, index) =>
    BANNED.flatMap(({ phrase, write }) => {
      const [found] = phrase.exec(line) ?? [];
      return found === undefined ? [] : [`${name}:${index + 1}: "${found}", write: ${write}`];
    }),
  );
}

/** A changelog up to its second version: what was released is not reworded. */
function unreleased(text: string): string {
  const [start = '', first = ''] = text.split(/^(?=## )/m);
  return start + first;
}

test('no file uses a phrase that is never right', async () => {
  expect(await hitsIn(home, SCANNED)).toEqual([]);
});

test('phrases are found with file and line, in a changelog only among what is not released', async () => {
  const folder = await folderWith({
    'src/a.ts': "/** Fine. */\nexport const x = 'the pick hangs on it';\n",
    'docs/glossary.md': 'Not: hangs on.\n',
    'docs/b.md': 'This is no choice.\nThere is no choice.\n',
    'CHANGELOG.md': '# Changes\n\n## Unreleased\n\n- Mended\n\n## 1.0.0\n\n- Dear\n',
  });
  expect((await hitsIn(folder, ['src', 'docs', 'CHANGELOG.md'])).sort()).toEqual([
    'CHANGELOG.md:5: "Mended", write: fix',
    'docs/b.md:1: "is no choice", write: is not a …',
    'src/a.ts:2: "hangs on", write: depends on',
  ]);
});

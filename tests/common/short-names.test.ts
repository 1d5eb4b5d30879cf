import { expect, test } from 'vitest';
import { shortNames } from '../../src/common/text.ts';

test.each([
  [
    'without folders and endings where that tells them apart',
    ['shop/ana.yaml', 'ben.json'],
    ['ana', 'ben'],
  ],
  ['with endings where they need them', ['ana.yaml', 'x/ana.json'], ['ana.yaml', 'ana.json']],
  [
    'with folders where they need them',
    ['x/a.yaml', 'y/a.yaml', 'b.yaml'],
    ['x/a.yaml', 'y/a.yaml', 'b.yaml'],
  ],
  ['with as many folders as it takes', ['/p/x/1/a', '/p/y/1/a'], ['x/1/a', 'y/1/a']],
  ['with backslashes read as folders', ['x\\ana.yaml', 'y\\ben.yaml'], ['ana', 'ben']],
  ['with dots where nothing else is there', ['.yaml', 'ana.b.yaml'], ['.yaml', 'ana.b']],
  ['as they are where one holds the other', ['a.yaml', 'x/a.yaml'], ['a.yaml', 'x/a.yaml']],
])('files are named %s', (_how, files, names) => {
  expect([...shortNames(files)]).toEqual(files.map((file, index) => [file, names[index]]));
});

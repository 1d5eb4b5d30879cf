import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type OpenFile,
  openInParts,
  openWhole,
  preparedBytes,
} from '../../src/knowledge/prepared-file.ts';
import { folderWith } from '../support/temporary-folder.ts';

const TEXTS = { first: '{"a":"caf\u00e9 \u2265 1"}', second: 'BBBB', third: '' };
const FILE = Buffer.from([0, 255, 10, 13]);

const BYTES = preparedBytes({
  ...{ sha256: 'hash', names: ['\u00e4.md'], listing: ['\u00e4.md'] },
  sections: new Map(Object.entries(TEXTS)),
  files: new Map([['\u00e4.md', FILE]]),
});

async function opened(bytes: Buffer) {
  const path = join(await folderWith({}), 'prepared');
  await writeFile(path, bytes);
  return { inParts: openInParts(path), whole: openWhole(path) };
}

function textsIn(file: OpenFile | undefined) {
  return Object.keys(TEXTS).map((name) => file?.sections(name));
}

test('a prepared file gives back what was put in, read in parts or as a whole', async () => {
  const { inParts, whole } = await opened(BYTES);
  for (const file of [inParts, whole]) {
    const { head, sections, bytesAt } = file ?? expect.unreachable();
    expect(JSON.parse(sections('first') ?? '')).toEqual(JSON.parse(TEXTS.first));
    expect(sections('second')).toBe(TEXTS.second);
    expect(sections('third')).toBe(TEXTS.third);
    expect(sections('toString')).toBeUndefined();
    expect(head).toMatchObject({ sha256: 'hash', names: ['\u00e4.md'], listing: ['\u00e4.md'] });
    expect(Object.values(head.files).map(bytesAt)).toEqual([FILE]);
  }
});

test('of a damaged section nothing is used, and of the others all where they are read in parts', async () => {
  const damaged = Buffer.from(BYTES);
  damaged.write('C', damaged.indexOf('BBBB') + 1);
  const { inParts, whole } = await opened(damaged);
  const [first, ...others] = textsIn(inParts);
  expect(JSON.parse(first ?? '')).toEqual(JSON.parse(TEXTS.first));
  expect(others).toEqual([undefined, TEXTS.third]);
  expect(whole).toBeUndefined();
});

test('no single byte that is changed or missing goes unnoticed', async () => {
  const { inParts: file = expect.unreachable() } = await opened(BYTES);
  const before = textsIn(file);
  const end = Object.values(file.head.sections).reduce((last, [, to]) => Math.max(last, to), 0);
  const start = BYTES.length - FILE.length - end;
  for (let place = 0; place < BYTES.length - FILE.length; place += 1) {
    const changed = Buffer.from(BYTES);
    changed.writeUInt8((changed[place] ?? 0) ^ 1, place);
    const { inParts, whole } = await opened(changed);
    expect(whole).toBeUndefined();
    if (place < start) expect(inParts).toBeUndefined();
    else expect(textsIn(inParts)).not.toEqual(before);
  }
  for (let length = 0; length < BYTES.length - FILE.length; length += 1) {
    const { inParts, whole } = await opened(BYTES.subarray(0, length));
    expect(whole).toBeUndefined();
    expect(textsIn(inParts)).not.toEqual(before);
  }
});

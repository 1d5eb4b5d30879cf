import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { parseReading } from '../../src/knowledge/read/reading.ts';
import { folderWith } from '../support/temporary-folder.ts';

const SAGA = '## Saga\n\n### Zalety\n\n- Availability: a\n\n### Wady\n\n- Consistency: b\n';
const POLISH =
  'containers:\n  benefits: { polish: [Zalety] }\n  disadvantages: { polish: [Wady] }\n';

async function signsIn(files: Readonly<Record<string, string>>) {
  const { knowledge, diagnostics } = await loadKnowledge({
    knowledge: [await folderWith(files)],
    add: [],
  });
  const saga = knowledge?.patterns.get('saga');
  const unread = diagnostics.filter(({ rule }) => rule === 'unknown-container');
  return {
    signs: saga?.claims.map(({ sign, text }) => `${sign > 0 ? '+' : '-'} ${text}`),
    unread: unread.map(({ place }) => place.line),
  };
}

describe('names of lists in a language that the program does not know', () => {
  test('are unread, whatever stands below them', async () => {
    expect(await signsIn({ 'saga.md': SAGA })).toEqual({ signs: [], unread: [3, 7] });
  });

  test('are read where the folder brings them, beside those that everybody knows', async () => {
    const files = { 'saga.md': `${SAGA}\n### Drawbacks\n\n- Cost: c\n`, 'reading.yaml': POLISH };
    const signs = ['+ Availability: a', '- Consistency: b', '- Cost: c'];
    expect(await signsIn(files)).toEqual({ signs, unread: [] });
  });

  test('are read where a layer on top brings them', async () => {
    const [document, words] = [
      await folderWith({ 'saga.md': SAGA }),
      await folderWith({ 'reading.yaml': POLISH }),
    ];
    const { knowledge } = await loadKnowledge({
      knowledge: [document],
      add: [join(words, 'reading.yaml')],
    });
    expect(knowledge?.patterns.get('saga')?.claims.map(({ sign }) => sign)).toEqual([1, -1]);
  });
});

test('an unknown kind of list in reading.yaml is an error with its place', () => {
  const result = parseReading({
    file: 'reading.yaml',
    text: 'containers:\n  wins: { english: [Wins] }\n',
  });
  expect(result.ok ? [] : result.diagnostics.map(({ place }) => place.line)).toEqual([2]);
});

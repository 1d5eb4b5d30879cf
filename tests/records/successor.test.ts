import { expect, test } from 'vitest';
import { readRecordText } from '../../src/records/record-text.ts';
import { successorIn } from '../../src/records/successor.ts';
import { supersededText } from '../../src/records/supersede.ts';
import { smallKnowledge } from '../support/loaded-knowledge.ts';
import { recordText, TOWN_HALL } from '../support/records.ts';

const FILES = [
  '0001-storage.md',
  '0002-new storage.md',
  '0003-a.md',
  '0003-b.md',
  '2026-12-01-x.md',
];

test.each([
  'superseded by ADR-0002',
  'Superseded by ADR 2',
  '**Superseded** by #2',
  'superseded by 0002-new-storage',
  'Superceded by [2. New storage](0002-new%20storage.md)',
  'superseded by [ADR-0009](./0002-new%20storage.md#top)',
  'superseded by [x](<0002-new storage.md> "New storage")',
])('%s names the record that took its place', (status) => {
  expect(successorIn(status, FILES)).toBe('0002-new storage.md');
});

test.each([
  'accepted',
  'rejected by ADR-0002',
  'superseded',
  'superseded by a later one',
  'superseded by ADR-0009',
  'superseded by ADR-0003',
  'superseded by 2-2',
  'superseded by [2](../other/0002-new%20storage.md)',
  'superseded by [2](https://example.org/0002-new%20storage.md)',
  'superseded by [2](%E0%A4%A)',
])('%s names none of the folder', (status) => {
  expect(successorIn(status, FILES)).toBeUndefined();
});

test.each(['madr', 'nygard'] as const)('what marks a record is read again: %s', async (format) => {
  const text = recordText(await smallKnowledge(), {
    ...{ decision: 'storage', answers: TOWN_HALL, format },
  });
  const marked = supersededText(text, {
    ...{ name: 'ADR-0002', slug: '0002-storage', date: '2026-12-01' },
    link: '[2. Storage: Heap \\[new\\]](0002-storage.md)',
  });
  const { status = '' } = readRecordText(marked ?? '');
  expect(successorIn(status, ['0001-storage.md', '0002-storage.md'])).toBe('0002-storage.md');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameFor, nextNumber, numberOf } from '../../src/records/file-names.ts';
import { numRuns } from '../support/runs.ts';

test.each([
  ['Database: SQL', '0007-database-sql.md'],
  ['Écriture: L’œuvre & co', '0007-ecriture-l-uvre-co.md'],
  ['../../etc/passwd', '0007-etc-passwd.md'],
  ['con', '0007-con.md'],
  ['C:\\Windows\\nul.', '0007-c-windows-nul.md'],
  ['数据库', '0007-decision.md'],
  ['', '0007-decision.md'],
  ['-- --force', '0007-force.md'],
])('the title `%s` becomes `%s`', (title, file) => {
  expect(fileNameFor(7, title)).toBe(file);
});

test('a file name is short and of plain characters, whatever the title', () => {
  const titles = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string());
  fc.assert(
    fc.property(titles, fc.integer({ min: 1, max: 99_999 }), (title, number) => {
      const file = fileNameFor(number, title);
      expect(file).toMatch(/^\d{4,5}(-[a-z0-9]+)+\.md$/);
      expect(file.length).toBeLessThanOrEqual(5 + 1 + 60 + 3);
      expect(numberOf(file)).toBe(number);
    }),
    { numRuns },
  );
});

test('a long title is cut between two words, and a single long word within it', () => {
  const words = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
  expect(fileNameFor(1, words)).toBe(
    '0001-word0-word1-word2-word3-word4-word5-word6-word7-word8-word9.md',
  );
  expect(fileNameFor(1, 'x'.repeat(400))).toBe(`0001-${'x'.repeat(60)}.md`);
});

test.each([
  ['0007-database.md', 7],
  ['7-database.md', 7],
  ['007_database.MD', 7],
  ['0012 database.md', 12],
  ['12345-database.md', 12_345],
])('%s has the number %i', (file, number) => {
  expect(numberOf(file)).toBe(number);
});

test.each([
  ['20260101-database.md'],
  ['2026-01-01-database.md'],
  ['2026-01-01.md'],
  ['database.md'],
  ['0007.md'],
  ['0007-database.txt'],
  ['template-0007.md'],
  ['-1-database.md'],
])('%s has no number', (file) => {
  expect(numberOf(file)).toBeUndefined();
});

test('the next number is one that no file has', () => {
  expect(nextNumber([])).toBe(1);
  expect(nextNumber(['README.md', '20260101-x.md', '2026-01-01-y.md'])).toBe(1);
  const files = fc.array(fc.tuple(fc.integer({ min: 1, max: 99_998 }), fc.string()));
  fc.assert(
    fc.property(files, (all) => {
      const names = all.map(([number, title]) => fileNameFor(number, title));
      expect(names.map(numberOf)).not.toContain(nextNumber(names));
    }),
    { numRuns },
  );
});

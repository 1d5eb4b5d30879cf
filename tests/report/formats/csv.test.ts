import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv } from '../../../src/report/formats/csv.ts';
import { namesIn } from '../../../src/report/words/names.ts';
import { fullAdvice, hostileText, namesAs, reworded } from '../../support/hostile-advice.ts';
import { smallKnowledge } from '../../support/loaded-knowledge.ts';

const names = namesIn(await smallKnowledge());
const advice = await fullAdvice();

/** Rows of cells, as RFC 4180 has them. */
function cellsOf(text: string): string[][] {
  const lines = text.match(/(?:"(?:[^"]|"")*"|[^"\n])*\n/g) ?? [];
  expect(lines.join('')).toBe(text);
  return lines.map((line) =>
    [...`,${line.slice(0, -1)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare,
    ),
  );
}

test('there is a row for each alternative of each decision', () => {
  expect(csv(advice, names)).toMatchInlineSnapshot(`
    "decision,applies,alternative,picked,status,ruled out by,score,conditions,consistency,simplicity
    Storage,yes,Cabinet,yes,settled,,14,5,8,1
    Storage,yes,Vault,no,settled,,-2,,,-2
    Storage,yes,Heap,no,settled,,-5,,-4,-1
    Order of the heap,no,By size,no,does not apply,,1,,,1
    Order of the heap,no,By date,no,does not apply,,0,,,
    Labels,yes,Short labels,yes,tied,,1,,,1
    Labels,yes,Long labels,yes,tied,,1,,,1
    Guards,yes,No guard,yes,open,,0,,,
    Guards,yes,Twin,no,open,,-1,,,-1
    Guards,yes,Alarm,no,settled,,-1,,,-1
    "
  `);
});

test('the points in a row add up to its score', () => {
  const [head = [], ...rows] = cellsOf(csv(advice, names));
  const score = head.indexOf('score');
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const points = row.slice(score + 1).map(Number);
    expect(points.reduce((sum, each) => sum + each, 0)).toBe(Number(row[score]));
  }
});

describe('text that a spreadsheet would calculate', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\u200b=1', ' \r\n=1', '\uff1d1'])(
    '%j begins with an apostrophe',
    (text) => {
      const [, first = []] = cellsOf(
        csv(
          reworded(advice, () => text),
          names,
        ),
      );
      expect(first[0]).toMatch(/^'/);
    },
  );

  test('is not taken for a number, and numbers below 0 stay numbers', () => {
    const [head = [], ...rows] = cellsOf(csv(advice, names));
    const scores = rows.map((row) => row[head.indexOf('score')]);
    expect(scores.some((score) => /^-\d+$/.test(score ?? ''))).toBe(true);
  });
});

test('whatever titles, notes and knowledge say, the table keeps its form', () => {
  const form = cellsOf(
    csv(
      reworded(advice, () => 'x'),
      namesAs('x'),
    ),
  ).map((row) => row.length);
  fc.assert(
    fc.property(hostileText, (word) => {
      const rows = cellsOf(
        csv(
          reworded(advice, () => word),
          namesAs(word),
        ),
      );
      expect(rows.map((row) => row.length)).toEqual(form);
      const isFormula = (cell: string) =>
        /^[=+@\t\r\uff1d\uff0b\uff0d\uff20]|^-(?!\d+$)/.test(cell);
      expect(rows.flat().filter(isFormula)).toEqual([]);
    }),
  );
});

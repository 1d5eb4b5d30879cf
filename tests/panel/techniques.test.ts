import { describe, expect, test } from 'vitest';
import { deviationsOf, techniqueIdsText } from './technique-ids.ts';
import { bestF1, tallyOf } from './techniques.ts';
import { techniquesText } from './techniques-text.ts';

const CASES = [
  { id: 'a', picked: ['minimal', 'failover'], wanted: [['failover'], ['failover', 'monitoring']] },
  { id: 'b', picked: ['monitoring'], wanted: [['failover'], ['failover', 'monitoring']] },
  { id: 'c', picked: ['failover'], wanted: [['monitoring'], ['monitoring']] },
] as const;

describe('F1', () => {
  test('is the better one of the two judges', () => {
    expect(CASES.map(bestF1)).toEqual([2 / 3, 2 / 3, 0]);
  });

  test('is 1 where exactly what one judge wants is picked', () => {
    expect(bestF1({ id: 'd', picked: ['a', 'b'], wanted: [['c'], ['b', 'a']] })).toBe(1);
  });

  test('is averaged over accepted sheets, and over all with refused ones as 0', () => {
    expect(techniquesText(CASES, 4)).toContain(
      'F1 0.444 over 3 systems (0.333 with refused sheets as 0)',
    );
  });
});

test('a technique is met or missed where both judges want it, and unwanted where none does', () => {
  expect(tallyOf('failover', CASES)).toEqual({
    technique: 'failover',
    met: ['a'],
    missed: ['b'],
    unwanted: ['c'],
  });
  // One judge alone wants it for b: picking it is neither met nor unwanted.
  expect(tallyOf('monitoring', CASES)).toMatchObject({ met: [], missed: ['c'], unwanted: [] });
});

test('the systems of a technique are named, and what deviates in each', () => {
  const lines = techniqueIdsText(CASES, 'both').split('\n');
  const at = lines.indexOf('failover');
  expect(lines.slice(at, at + 4)).toEqual([
    'failover',
    '  wanted by both and picked: 1, a',
    '  wanted by both and not picked: 1, b',
    '  picked and wanted by nobody: 1, c',
  ]);
  expect(lines).toContain('  wanted by both and not picked: 0');
  expect(CASES.map(deviationsOf)).toEqual([['minimal'], ['failover'], ['failover', 'monitoring']]);
});

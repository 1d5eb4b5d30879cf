import { expect, test } from 'vitest';
import { agreementTable } from './agreement-table.ts';
import type { Confidence } from './expected.ts';
import type { Outcome } from './outcomes.ts';
import { pointsNamed } from './points.ts';

const [caching] = pointsNamed('caching');

function outcome(confidence: Confidence, label: string, pick?: string): Outcome {
  if (caching === undefined) throw new Error('there is no such point');
  const system = { id: 'p1', name: '', judges: [{}, {}], sheet: { file: '', text: '' } } as const;
  return {
    of: { of: system, given: { refused: 'made up' } },
    point: caching,
    expected: { label, accepted: [label], confidence },
    ...(pick !== undefined && { picks: [pick] }),
  };
}

/** The cells of a row, split at two blanks or more. */
function rowOf(name: string): string[] | undefined {
  const text = agreementTable(
    [
      outcome('strong', 'no_cache', 'no_cache'),
      outcome('strong', 'distributed_cache', 'no_cache'),
      outcome('moderate', 'distributed_cache', 'distributed_cache'),
      outcome('strong', 'distributed_cache'),
    ],
    [],
  );
  const cells = text.split('\n').map((line) => line.split(/ {2,}/));
  return cells.find(([first]) => first === name);
}

test('a refused sheet is left out of the hits, and is a miss in a column of its own', () => {
  expect(rowOf('all')).toEqual([
    'all',
    '2 / 3',
    '67%',
    '[21, 94]',
    '50%',
    '1 / 2',
    '25%',
    '75%',
    '-',
  ]);
});

test('classes and points count what is theirs', () => {
  expect(rowOf('moderate')?.slice(0, 3)).toEqual(['moderate', '1 / 1', '100%']);
  expect(rowOf('caching')?.slice(0, 3)).toEqual(['caching', '2 / 3', '67%']);
  expect(rowOf('database')?.slice(0, 3)).toEqual(['database', '-', '-']);
});

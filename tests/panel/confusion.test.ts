import { expect, test } from 'vitest';
import { confusionText } from './confusion.ts';

function pair(expected: string, picked: string, isHit = expected === picked) {
  return { expected, picked, isHit };
}

test('labels are counted by what was expected and picked, accepted ones among them', () => {
  const pairs = [
    pair('sql', 'sql'),
    pair('sql', 'sql'),
    pair('graph', 'sql'),
    pair('graph', 'sql', true),
    pair('graph', 'refused'),
  ];
  expect(confusionText(pairs, ['sql', 'document', 'graph']).split('\n')).toEqual([
    'expected \\ picked  sql       refused  all',
    'sql                2         .        2',
    'graph              2 (1 ok)  1        3',
  ]);
});

test('labels of no known order follow by name', () => {
  const rows = confusionText([pair('b', 'b'), pair('a', 'b'), pair('z', 'b')], ['z']).split('\n');
  expect(rows.map((row) => row.split(/ {2,}/)[0])).toEqual(['expected \\ picked', 'z', 'a', 'b']);
});

import { describe, expect, test } from 'vitest';
import { claimOf, type KnowledgeSpec, prose } from '../support/engine-builders.ts';
import { adviceOn, ranked } from '../support/engine-examples.ts';

describe('what a pick gives up', () => {
  const spec: KnowledgeSpec = {
    qualities: { simplicity: 3, 'write-scalability': 1 },
    questions: [{ id: 'writes', choices: { few: {}, many: { 'write-scalability': 9 } } }],
    patterns: [
      {
        id: 'one-node',
        rates: { simplicity: [2] },
        claims: [
          claimOf('ends at what one machine takes', { 'write-scalability': -1 }, { line: 31 }),
        ],
        mitigations: [{ ...prose('archive what nobody reads'), qualities: ['write-scalability'] }],
      },
      {
        id: 'shards',
        rates: { simplicity: [-2] },
        claims: [
          claimOf(
            'adds machines for more writes',
            { 'write-scalability': 2 },
            {
              line: 40,
              contested: true,
            },
          ),
        ],
      },
    ],
    decisions: [
      {
        id: 'distribution',
        alternatives: ['one-node', 'shards'],
        driving: ['simplicity', 'write-scalability'],
      },
    ],
  };

  test('is told with its sentence, the better alternative and what softens it', () => {
    const [decision] = adviceOn(spec, { writes: 'few' });
    expect(decision).toMatchObject({ status: 'settled', recommended: ['one-node'] });
    expect(decision?.givesUp).toMatchObject([
      {
        quality: 'write-scalability',
        than: 'shards',
        text: 'ends at what one machine takes',
        file: 'made-up.md',
        line: 31,
        mitigation: 'archive what nobody reads',
      },
    ]);
  });

  test('changes sides with the pick', () => {
    const [decision] = adviceOn(spec, { writes: 'many' });
    expect(decision?.recommended).toEqual(['shards']);
    expect(decision?.givesUp).toMatchObject([{ quality: 'simplicity', than: 'one-node' }]);
  });

  test('a claim on which sources disagree is marked wherever it is cited', () => {
    const [decision] = adviceOn(spec, { writes: 'many' });
    const claims = ranked(decision, 'shards').contributions.flatMap((each) => each.claims);
    expect(claims).toContainEqual({
      text: 'adds machines for more writes',
      file: 'made-up.md',
      line: 40,
      contested: true,
    });
    expect(claims.filter(({ contested }) => contested)).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import { type Case, knowledgeIn, pinnedCases } from '../support/engine-arbitraries.ts';
import { claimOf, type KnowledgeSpec, prose } from '../support/engine-builders.ts';
import { adviceOn, ranked } from '../support/engine-examples.ts';
import { adviceIn, decisionIn, worldsIn } from '../support/engine-runs.ts';
import { isRuledOut, patternIn, ratingOf } from '../support/engine-worlds.ts';
import { numRuns } from '../support/runs.ts';

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

  test('is reported with its sentence, the better alternative and what softens it', () => {
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

test('a pick gives up each driving quality on which another alternative that may stand does better, named after the best', () => {
  let found = 0;
  fc.assert(
    fc.property(pinnedCases, (each) => {
      for (const advice of adviceIn(each)) {
        const given = advice.givesUp.map(({ quality, than = '' }) => ({ quality, than }));
        expect([advice.id, given]).toEqual([advice.id, expectedIn(advice, each)]);
        found += given.length;
      }
    }),
    { numRuns },
  );
  expect(found).toBeGreaterThan(numRuns / 10);
});

/** In the order of the driving qualities, then of the picks; '' stands for not having a technique. */
function expectedIn({ id, recommended }: DecisionAdvice, each: Case) {
  const knowledge = knowledgeIn(each);
  const { driving, several, alternatives } = decisionIn(knowledge, id);
  const worlds = worldsIn(each);
  const mayStand = (other: string) =>
    worlds.some((world) => !isRuledOut(world, patternIn(world, other)));
  const others = alternatives
    .map((alternative) => alternative.id)
    .filter((other) => !recommended.includes(other) && mayStand(other));
  const rating = (which: string, quality: string) =>
    which === '' ? 0 : ratingOf(patternIn({ knowledge }, which), quality);
  return driving.flatMap((quality) =>
    recommended.flatMap((pick) => {
      const rivals = several ? [''] : others;
      const most = Math.max(...rivals.map((rival) => rating(rival, quality)));
      const best = rivals.find((rival) => rating(rival, quality) === most);
      return best !== undefined && most > rating(pick, quality) ? [{ quality, than: best }] : [];
    }),
  );
}

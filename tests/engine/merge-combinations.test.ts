import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { situationOf } from '../../src/engine/advice/situation.ts';
import { judge, THOROUGH } from '../../src/engine/decide/judge.ts';
import { picksAfter } from '../../src/engine/merge/decision-dispute.ts';
import type { Combination, Dispute } from '../../src/engine/merge/dispute.ts';
import { everyCombination } from '../../src/engine/merge/every-combination.ts';
import { someCombinations } from '../../src/engine/merge/some-combinations.ts';
import { masksOf } from '../../src/engine/table/slots.ts';
import { knowledgeOf } from '../support/engine-builders.ts';
import { mergeCases, mergeOf, requestIn } from '../support/merge-arbitraries.ts';
import { answersFrom, wordOf } from '../support/merge-brute-force.ts';
import { numRuns } from '../support/runs.ts';

test('where diagrams are too much to compile, the same picks follow from the same answers', () => {
  fc.assert(
    fc.property(mergeCases, (each) => {
      const knowledge = knowledgeOf(each.spec);
      const { merged, sheet } = mergeOf(knowledge, requestIn(each));
      const common = knownAnswers(sheet);
      const implied = situationOf(knowledge, { answers: common, pins: sheet.pins });
      const situation = { ...implied, answers: implied.given };
      const settled = merged.differences.flatMap(({ question, said: [first] }) =>
        first ? [[question, wordOf(first.answer)] as const] : [],
      );
      const all = new Map([...common, ...answersFrom(new Map(settled))]);
      const [bounded, exact] = [0, THOROUGH.calls].map((calls) =>
        [...judge(situation, { depth: { isFull: true, calls } }).values()].map((judged) =>
          picksAfter(judged, situation)(masksOf(all, situation.tables.questions)),
        ),
      );
      expect(bounded).toEqual(exact);
    }),
    { numRuns },
  );
});

test('where only some combinations are tried, what is found is so', () => {
  const seen = { answer: 0, settling: 0 };
  const seldom = fc.oneof(
    { weight: 12, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.nat(2) },
  );
  const tables = fc.array(seldom, { minLength: 81, maxLength: 81 });
  const people = fc.array(fc.array(fc.nat(2), { minLength: 4, maxLength: 4 }), { maxLength: 3 });
  fc.assert(
    fc.property(tables, people, (table, said) => {
      const pickOf = (combination: Combination) =>
        table[combination.reduce((at, option) => 3 * at + option, 0)] ?? 0;
      const from = [...said, ...said.map((one) => one.map((option) => Math.max(option, 1)))];
      const some = someCombinations(disputes(4), from, pickOf);
      const every = everyCombination(disputes(4), pickOf);
      for (const [place, influence] of some.influences.entries()) {
        if (influence === 'none') continue;
        seen[influence] += 1;
        expect(every.influences[place]).toBeOneOf([influence, 'answer']);
        if (influence !== 'answer') continue;
        some.follows[place]?.picks.forEach((found, option) => {
          expect(every.follows[place]?.picks[option]).toEqual(expect.arrayContaining([...found]));
        });
      }
      expect(every.settled).toEqual(expect.arrayContaining([...some.settled]));
      for (const [pick, { combination }] of some.ways) expect(pickOf(combination)).toBe(pick);
    }),
    { numRuns },
  );
  expect(Math.min(seen.answer, seen.settling)).toBeGreaterThan(numRuns / 10);
});

test('of equally many answers that lead to a pick, those to questions where it matters which is right are named', () => {
  const pickOf = ([first, second, third]: Combination) => {
    if (first === 1) return third === 1 || second !== 0 ? 1 : 2;
    return first === 2 && third === 1 ? 1 : 2;
  };
  const { influences, ways } = everyCombination(disputes(3), pickOf);
  expect(influences).toEqual(['answer', 'settling', 'answer']);
  expect(ways.get(1)).toEqual({ combination: [1, 0, 1], dependsOn: [] });
});

/** Questions with two answers each. */
function disputes(count: number): Dispute[] {
  return Array.from({ length: count }, (_, slot) => ({
    ...{ question: `q${slot}`, slot },
    options: [1, 2].map((mask) => ({ mask, answers: [] })),
  }));
}

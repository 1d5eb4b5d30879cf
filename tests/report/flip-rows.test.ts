import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Flip } from '../../src/model/flips.ts';
import { changedMembers } from '../../src/report/flip/changed-members.ts';
import { type FlipRow, flipRows } from '../../src/report/flip/flip-rows.ts';

const RUNS = 2_000;

const pick = fc.constantFrom<Flip['pick']>(
  { status: 'settled', recommended: ['a'] },
  { status: 'open', recommended: ['a'] },
  { status: 'open', recommended: ['b'] },
  { status: 'tied', recommended: ['a', 'b'] },
  { status: 'infeasible', recommended: [] },
  { status: 'not-applicable', recommended: [] },
);

/** Sets of two changed answers out of three questions, each set once. */
const someFlips: fc.Arbitrary<Flip[]> = fc.uniqueArray(
  fc
    .record({
      questions: fc.subarray(['q0', 'q1', 'q2'], { minLength: 2, maxLength: 2 }),
      levels: fc.tuple(fc.nat(3), fc.nat(3)),
      pick,
    })
    .map(({ questions, levels, pick: own }) => ({
      changes: questions.map((question, index) => ({
        question,
        from: 'x',
        to: `l${levels[index]}`,
      })),
      pick: own,
    })),
  { selector: ({ changes }) => JSON.stringify(changes), maxLength: 40 },
);

/** The flips that a row stands for. */
function flipsIn({ changes, recommended, status }: FlipRow): string[] {
  const sets = changes.reduce<string[][]>(
    (all, { question, to }) =>
      all.flatMap((set) => to.map((said) => [...set, `${question}=${[said].flat().join()}`])),
    [[]],
  );
  return sets.map((set) => [...set, recommended.join(), status ?? 'varies'].join(' '));
}

function wordsOf({ changes, pick: { recommended } }: Flip): string[] {
  return [...changes.map(({ question, to }) => `${question}=${to}`), recommended.join()];
}

test('each flip is in exactly one row, and rows hold nothing but flips and count them', () => {
  fc.assert(
    fc.property(someFlips, (flips) => {
      const rows = flipRows(flips);
      const told = rows.flatMap(flipsIn).map((words) => words.split(' ').slice(0, -1).join(' '));
      expect(told.toSorted()).toEqual(flips.map((flip) => wordsOf(flip).join(' ')).toSorted());
      expect(rows.map(({ count }) => count)).toEqual(rows.map((row) => flipsIn(row).length));
    }),
    { numRuns: RUNS },
  );
});

test('a row has a status exactly where all its flips have it, and never joins a tie or no pick with others', () => {
  fc.assert(
    fc.property(someFlips, (flips) => {
      const statusOf = new Map(flips.map((flip) => [wordsOf(flip).join(' '), flip.pick.status]));
      for (const row of flipRows(flips)) {
        const own = flipsIn(row).map((words) =>
          statusOf.get(words.split(' ').slice(0, -1).join(' ')),
        );
        const distinct = [...new Set(own)];
        expect(row.status).toBe(distinct.length === 1 ? distinct[0] : undefined);
        if (distinct.length > 1) expect(distinct.toSorted()).toEqual(['open', 'settled']);
      }
    }),
    { numRuns: RUNS },
  );
});

describe('what comes and goes', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];

  test('stands for each set once, in whatever way it is told', () => {
    const sets = fc
      .tuple(fc.subarray(ids), fc.nat())
      .map(([before]) => ({ before, near: nearOf(before) }))
      .chain(({ before, near }) =>
        fc.record({ before: fc.constant(before), sets: fc.subarray(near) }),
      );
    fc.assert(
      fc.property(sets, ({ before, sets: some }) => {
        const told = changedMembers(before, some).flatMap((change) => {
          const { kind, member, swaps } = change;
          const swapped = swaps.map((other) =>
            kind === 'gone' ? changedSet(before, other, member) : changedSet(before, member, other),
          );
          if (kind === 'swapped-in') return swapped;
          const alone =
            kind === 'gone' ? changedSet(before, undefined, member) : changedSet(before, member);
          return [alone, ...swapped];
        });
        expect(told.toSorted()).toEqual(some.map((set) => keyOf(set)).toSorted());
      }),
      { numRuns: RUNS },
    );
  });

  function nearOf(before: readonly string[]): string[][] {
    const others = ids.filter((id) => !before.includes(id));
    return [
      ...before.map((gone) => before.filter((id) => id !== gone)),
      ...others.map((added) => [...before, added]),
      ...before.flatMap((gone) =>
        others.map((added) => [...before.filter((id) => id !== gone), added]),
      ),
    ].map((set) => (set.length === 0 ? ['none'] : set));
  }

  function changedSet(before: readonly string[], added: string | undefined, gone?: string): string {
    return keyOf([...before.filter((id) => id !== gone), ...(added === undefined ? [] : [added])]);
  }

  function keyOf(set: readonly string[]): string {
    return set
      .filter((id) => id !== 'none')
      .toSorted()
      .join();
  }

  test('a swap is told with the member that does it by going alone', () => {
    expect(changedMembers(['a', 'b'], [['b'], ['b', 'c'], ['a', 'b', 'd'], ['a', 'c']])).toEqual([
      { kind: 'gone', member: 'a', swaps: ['c'] },
      { kind: 'added', member: 'd', swaps: [] },
      { kind: 'swapped-in', member: 'c', swaps: ['b'] },
    ]);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastChange } from '../../src/interview/last-change.ts';
import type { Interview } from '../../src/model/interview.ts';
import { heldIn, interviewCases } from '../support/interview-cases.ts';
import { numRuns } from '../support/runs.ts';

function stepsIn(states: readonly Interview[]) {
  return states.slice(1).flatMap((after, index) => {
    const before = states[index];
    return before ? [{ before, after, ...lastChange(before, after) }] : [];
  });
}

const picksOf = ({ outlook }: Interview) =>
  new Map(
    outlook.decisions.map(({ id, alone, joint, recommended, status, applies }) => [
      id,
      [alone ?? joint?.instead ?? recommended, status, applies].flat().join(),
    ]),
  );

test('what an answer changed is every decision whose pick, status or applicability is another, and no other', () => {
  let moved = 0;
  fc.assert(
    fc.property(interviewCases, (each) => {
      for (const { before, after, changed } of stepsIn(heldIn(each).states)) {
        const now = picksOf(after);
        const expected = [...picksOf(before)].filter(([id, was]) => now.get(id) !== was);
        const named = changed.changes.map(({ decision }) => decision);
        expect(named.toSorted()).toEqual(expected.map(([id]) => id).toSorted());
        moved += named.length;
      }
    }),
    { numRuns },
  );
  expect(moved).toBeGreaterThan(numRuns / 10);
});

test('a shift is of a decision that is open with the same pick before and after', () => {
  fc.assert(
    fc.property(interviewCases, (each) => {
      for (const { before, after, changed } of stepsIn(heldIn(each).states)) {
        for (const { decision, before: share, after: later } of changed.shifts) {
          const [was, is] = [before, after].map(({ outlook }) =>
            outlook.decisions.find(({ id }) => id === decision),
          );
          expect([was?.share, is?.share]).toEqual([share, later]);
          expect(picksOf(before).get(decision)).toBe(picksOf(after).get(decision));
        }
      }
    }),
    { numRuns },
  );
});

test('nothing changed between two equal states', () => {
  fc.assert(
    fc.property(interviewCases, (each) => {
      for (const state of heldIn(each).states) {
        expect(lastChange(state, state)).toEqual({ changed: { changes: [], shifts: [] } });
      }
    }),
    { numRuns },
  );
});

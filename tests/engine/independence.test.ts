import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import { answeredCases, type Case, cases, pinnedCases } from '../support/engine-arbitraries.ts';
import { adviceIn, adviceOn, weighedIn, weighedOnce } from '../support/engine-runs.ts';
import { numRuns } from '../support/runs.ts';

test('points and hard rules of an alternative do not depend on which others there are', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (each, die) => {
      const { left, dropped } = withoutOne(each, die);
      fc.pre(dropped !== undefined);
      const before = weighedOnce(each)
        .map(partsOf)
        .filter((parts) => parts.alternative !== dropped);
      expect(weighedIn(left).map(partsOf)).toEqual(before);
    }),
    { numRuns },
  );
});

function partsOf({ ranked }: ReturnType<typeof weighedIn>[number]) {
  const { alternative, score, contributions, excludedBy, silent } = ranked;
  return { alternative, score, contributions, excludedBy, silent };
}

interface Dropped {
  readonly left: Case;
  readonly dropped?: string;
  readonly from?: string;
}

/** Leaves an alternative out where three or more are weighed; the baseline of several picks stays. */
function withoutOne(each: Case, die: number, isDroppable: IsDroppable = () => true): Dropped {
  const { decisions } = each.spec;
  const droppable = decisions.flatMap(({ id, several, withoutBaseline, alternatives }) => {
    if (alternatives.length < 3) return [];
    const own = several && !withoutBaseline ? alternatives.slice(1) : alternatives;
    return own
      .map((alternative) => ({ from: id, dropped: alternative }))
      .filter(({ from, dropped }) => isDroppable(from, dropped));
  });
  const chosen = droppable[die % Math.max(droppable.length, 1)];
  if (chosen === undefined) return { left: each };
  const fewer = decisions.map((decision) => ({
    ...decision,
    alternatives: decision.alternatives.filter((id) => id !== chosen.dropped),
  }));
  return { left: { ...each, spec: { ...each.spec, decisions: fewer } }, ...chosen };
}

type IsDroppable = (decision: string, alternative: string) => boolean;

test.each([
  ['', cases],
  [', with every answer', answeredCases],
  [', with pins', pinnedCases],
])(
  'leaving out an alternative that is proved not to be picked changes no proof%s',
  (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), (each, die) => {
        const before = adviceIn(each);
        const isNever: IsDroppable = (from, dropped) => {
          const own = before.find(({ id }) => id === from);
          const isNamed = each.pins[from]?.includes(dropped);
          return own?.status !== 'open' && !own?.recommended.includes(dropped) && !isNamed;
        };
        const { left, dropped } = withoutOne(each, die, isNever);
        fc.pre(dropped !== undefined);
        expect(adviceOn(left).map(proof)).toEqual(before.map(proof));
      }),
      { numRuns },
    );
  },
);

/** All but the reasons, and whether another answer would lead to the one that was left out. */
function proof({ ranking: _, givesUp: __, firm: ___, ...advice }: DecisionAdvice) {
  return advice;
}

test('a technique is judged without looking at the others', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (each, die) => {
      const techniques = each.spec.decisions.filter(({ several }) => several).map(({ id }) => id);
      const { left, dropped, from } = withoutOne(each, die, (id) => techniques.includes(id));
      fc.pre(dropped !== undefined);
      const verdicts = (weighed: ReturnType<typeof weighedIn>) =>
        weighed
          .filter(({ decision }) => decision.id === from)
          .map(({ ranked }) => ranked)
          .filter(({ alternative }) => alternative !== dropped);
      expect(verdicts(weighedIn(left))).toEqual(verdicts(weighedOnce(each)));
    }),
    { numRuns },
  );
});

test('advice on some decisions is what the advice on all says of them', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (each, die) => {
      const all = adviceIn(each);
      const one = all[die % all.length];
      expect(adviceOn(each, one ? [one.id] : [])).toEqual([one]);
    }),
    { numRuns },
  );
});

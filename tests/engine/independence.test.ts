import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { type Case, cases } from '../support/engine-arbitraries.ts';
import type { DecisionSpec } from '../support/engine-builders.ts';
import { adviceOn, weighedIn } from '../support/engine-runs.ts';

const RUNS = 500;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

const dice = fc.array(fc.nat(1_000), { minLength: 20, maxLength: 20 });

test('the order of qualities, questions, patterns and decisions changes nothing but order', () => {
  fc.assert(
    fc.property(cases, dice, (each, numbers) => {
      expect(adviceOn(reordered(each, numbers)).map(unordered).toSorted()).toEqual(
        adviceOn(each).map(unordered).toSorted(),
      );
    }),
    { numRuns: RUNS },
  );
});

function reordered({ spec, ...rest }: Case, numbers: readonly number[]): Case {
  const { qualities, questions, patterns, decisions } = spec;
  const shuffled = {
    qualities: Object.fromEntries(shuffle(Object.entries(qualities), numbers)),
    questions: shuffle(questions, numbers),
    patterns: shuffle(patterns, numbers),
    decisions: parentsFirst(shuffle(decisions, numbers)),
  };
  return { ...rest, spec: shuffled };
}

function shuffle<T>(items: readonly T[], numbers: readonly number[]): T[] {
  const keyed = items.map((item, index) => ({ item, key: numbers[index] ?? 0 }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** A knowledge base has what a decision hangs on before it. */
function parentsFirst(decisions: readonly DecisionSpec[]): DecisionSpec[] {
  const placed: DecisionSpec[] = [];
  let left = decisions;
  while (left.length > 0) {
    const waiting = left.map(({ id }) => `${id}: `);
    const isFree = ({ appliesWhen = [] }: DecisionSpec) =>
      !waiting.some((subject) => appliesWhen.some((condition) => condition.includes(subject)));
    placed.push(...left.filter(isFree));
    left = left.filter((decision) => !isFree(decision));
  }
  return placed;
}

/** The same text for values that differ in the order of lists and fields alone. */
function unordered(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(unordered).toSorted().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, field]) => `${name}:${unordered(field)}`);
  return `{${fields.toSorted().join()}}`;
}

test('points and hard rules of an alternative do not depend on which others there are', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (each, die) => {
      const { left, dropped } = withoutOne(each, die);
      fc.pre(dropped !== undefined);
      const before = weighedIn(each)
        .map(partsOf)
        .filter((parts) => parts.alternative !== dropped);
      expect(weighedIn(left).map(partsOf)).toEqual(before);
    }),
    { numRuns: RUNS },
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
function withoutOne(each: Case, die: number): Dropped {
  const { decisions } = each.spec;
  const droppable = decisions.flatMap(({ id, several, withoutBaseline, alternatives }) => {
    if (alternatives.length < 3) return [];
    const own = several && !withoutBaseline ? alternatives.slice(1) : alternatives;
    return own.map((alternative) => ({ from: id, dropped: alternative }));
  });
  const chosen = droppable[die % Math.max(droppable.length, 1)];
  if (chosen === undefined) return { left: each };
  const fewer = decisions.map((decision) => ({
    ...decision,
    alternatives: decision.alternatives.filter((id) => id !== chosen.dropped),
  }));
  return { left: { ...each, spec: { ...each.spec, decisions: fewer } }, ...chosen };
}

test('leaving out an alternative that is proved not to be picked changes no proof', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (each, die) => {
      const { left, dropped, from } = withoutOne(each, die);
      const before = adviceOn(each);
      const own = before.find(({ id }) => id === from);
      const isProved = own?.status === 'settled' || own?.status === 'tied';
      fc.pre(isProved && dropped !== undefined && !own.recommended.includes(dropped));
      expect(adviceOn(left).map(proof)).toEqual(before.map(proof));
    }),
    { numRuns: RUNS },
  );
});

function proof({ id, status, recommended, dependsOn }: ReturnType<typeof adviceOn>[number]) {
  return { id, status, recommended, dependsOn };
}

test('a technique is judged without looking at the others', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (each, die) => {
      const { left, dropped, from } = withoutOne(each, die);
      const several = each.spec.decisions.some((spec) => spec.id === from && spec.several);
      fc.pre(several);
      const verdicts = (some: Case) =>
        weighedIn(some)
          .filter(({ decision }) => decision.id === from)
          .map(({ ranked }) => ranked)
          .filter(({ alternative }) => alternative !== dropped);
      expect(verdicts(left)).toEqual(verdicts(each));
    }),
    { numRuns: RUNS },
  );
});

test('advice on some decisions is what the advice on all says of them', () => {
  fc.assert(
    fc.property(cases, fc.nat(), (each, die) => {
      const all = adviceOn(each);
      const one = all[die % all.length];
      expect(adviceOn(each, one ? [one.id] : [])).toEqual([one]);
    }),
    { numRuns: RUNS },
  );
});

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import type { Advice } from '../../src/model/advice.ts';
import type { Answer } from '../../src/model/answers.ts';
import type { MovedBy, ReasonChange } from '../../src/model/difference.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { type Case, knowledgeIn, pinnedCases } from '../support/engine-arbitraries.ts';
import type { Situation } from '../support/engine-brute-force.ts';
import { answersOf, knowledgeOf, type PatternSpec, pinsOf } from '../support/engine-builders.ts';
import { decisionIn, differenceOf, type Said, sheetOf } from '../support/engine-differences.ts';
import { legalSets } from '../support/engine-legal-sets.ts';

const RUNS = 2_000;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

/** Two situations in one knowledge base. */
interface Pair {
  readonly each: Case;
  readonly said: Said;
  readonly pins: Case['pins'];
}

const pairs: fc.Arbitrary<Pair> = fc
  .tuple(
    pinnedCases,
    pinnedCases,
    fc.array(fc.option(fc.nat(1_000)), { minLength: 4, maxLength: 4 }),
  )
  .map(([each, other, dice]) => {
    const questions = [...knowledgeIn(each).questions.values()];
    const said = questions.flatMap((question, index) => {
      const die = dice[index] ?? null;
      const sets = legalSets(question);
      const set = die === null ? undefined : sets[die % sets.length];
      return set ? [[question.id, set] as const] : [];
    });
    const changed = Object.entries(other.pins).find(([id, pin]) =>
      each.spec.decisions.some((one) => one.id === id && one.alternatives.includes(pin[0] ?? '')),
    );
    const pins = changed ? { ...each.pins, [changed[0]]: changed[1].slice(0, 1) } : {};
    return { each, said: Object.fromEntries(said), pins };
  });

interface Told {
  readonly status: string;
  readonly recommended: readonly string[];
}

function picksIn(knowledge: KnowledgeBase, situation: Situation): Map<string, Told> {
  const { decisions } = advise(knowledge, { ...situation, decisions: [] });
  return new Map(decisions.map(({ id, status, recommended }) => [id, { status, recommended }]));
}

function wordFor({ status, recommended }: Told): string {
  return recommended.length > 0 ? recommended.toSorted().join(' ') : `(${status})`;
}

function isEqual(one: Told, other: Told): boolean {
  return one.status === other.status && wordFor(one) === wordFor(other);
}

/** All subsets, small ones first. */
function subsets(ids: readonly string[]): string[][] {
  let sets: string[][] = [[]];
  for (const id of ids) sets = sets.flatMap((set) => [set, [...set, id]]);
  return sets.toSorted((a, b) => a.length - b.length);
}

interface Tried {
  readonly set: readonly string[];
  readonly picks: () => Map<string, Told>;
}

/** Each subset with its picks, worked out when they are asked for, once. */
function lazily(
  sets: readonly (readonly string[])[],
  picksAfter: (set: readonly string[]) => Map<string, Told>,
): Tried[] {
  return sets.map((set) => {
    let known: Map<string, Told> | undefined;
    return {
      set,
      picks: () => {
        known ??= picksAfter(set);
        return known;
      },
    };
  });
}

/** All sets of the smallest size that has any. */
function smallestOf(
  tried: readonly Tried[],
  leadsThere: (picks: Map<string, Told>) => boolean,
): (readonly string[])[] {
  let found: Tried | undefined;
  const leading = tried.filter((each) => {
    if (found && each.set.length > found.set.length) return false;
    const leads = leadsThere(each.picks());
    if (leads) found ??= each;
    return leads;
  });
  return leading.map(({ set }) => set);
}

function mixed<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  ids: readonly string[],
): Map<string, T> {
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return new Map(
    all.flatMap((id): [string, T][] => {
      const value = (ids.includes(id) ? after : before).get(id);
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

const textOf = (value: Answer | readonly string[] | undefined) => JSON.stringify(value);

function changedIds(before: Situation, after: Situation): string[] {
  return [
    ...[...before.answers.keys(), ...after.answers.keys()].filter(
      (id) => textOf(before.answers.get(id)) !== textOf(after.answers.get(id)),
    ),
    ...[...before.pins.keys(), ...after.pins.keys()].filter(
      (id) => textOf(before.pins.get(id)) !== textOf(after.pins.get(id)),
    ),
  ].filter((id, index, ids) => ids.indexOf(id) === index);
}

test('names exactly the decisions that differ, and all smallest sets of changes that move each', () => {
  let moved = 0;
  fc.assert(
    fc.property(pairs, ({ each, said, pins }) => {
      const knowledge = knowledgeIn(each);
      const [old, now] = [sheetOf(each.answers, each.pins), sheetOf(said, pins)];
      const before: Situation = { answers: answersOf(each.answers), pins: pinsOf(each.pins) };
      const after: Situation = { answers: answersOf(said), pins: pinsOf(pins) };
      const [was, is] = [picksIn(knowledge, before), picksIn(knowledge, after)];
      const found = differenceOf({ older: knowledge, old, new: now });
      const differing = [...is].filter(([id, pick]) => !isEqual(pick, was.get(id) ?? pick));
      expect(found.decisions.map(({ id }) => id)).toEqual(differing.map(([id]) => id));
      const worlds = lazily(subsets(changedIds(before, after)), (set) =>
        picksIn(knowledge, {
          answers: mixed(before.answers, after.answers, set),
          pins: mixed(before.pins, after.pins, set),
        }),
      );
      for (const [id, target] of differing) {
        const isMoved = wordFor(was.get(id) ?? target) !== wordFor(target);
        const smallest = smallestOf(worlds, (picks) => {
          const pick = picks.get(id) ?? target;
          return isMoved ? wordFor(pick) === wordFor(target) : isEqual(pick, target);
        });
        const { movedBy, moved: isTold } = decisionIn(found, id);
        const words = (sets: readonly (readonly string[])[] = []) =>
          sets.map((set) => set.toSorted().join()).toSorted();
        expect({ id, isTold, sets: words(movedBy.answers) }).toEqual({
          id,
          isTold: isMoved,
          sets: words(smallest),
        });
        moved += Number(isMoved);
      }
    }),
    { numRuns: RUNS },
  );
  expect(moved).toBeGreaterThan(RUNS / 4);
});

/** A knowledge base and one with other patterns, for the same questions and decisions. */
const revised = fc
  .tuple(pinnedCases, fc.array(fc.nat(1_000), { minLength: 16, maxLength: 16 }))
  .map(([each, dice]) => {
    const patterns = each.spec.patterns.map((pattern, index) => revise(pattern, dice[index] ?? 0));
    return { each, newer: { ...each.spec, patterns } };
  });

/** Takes something out of a pattern, or puts something in. */
function revise(pattern: PatternSpec, die: number): PatternSpec {
  const values = [-2, -1, 1, 2];
  switch (die % 5) {
    case 0:
      return { ...pattern, rates: {} };
    case 1:
      return { ...pattern, rates: { ...pattern.rates, speed: [values[die % 4] ?? 1] } };
    case 2:
      return { ...pattern, useWhen: (pattern.useWhen ?? []).slice(1) };
    case 3:
      return { ...pattern, ruledOutWhen: [...(pattern.avoidWhen ?? [])], avoidWhen: [] };
    default:
      return pattern;
  }
}

function scoresIn({ decisions }: Advice, id: string): Map<string, number> {
  const ranking = decisions.find((decision) => decision.id === id)?.ranking ?? [];
  return new Map(ranking.map(({ alternative, score }) => [alternative, score]));
}

function pointsMoved(reasons: readonly ReasonChange[]): number {
  return reasons.reduce(
    (sum, { before, after }) => sum + (after?.points ?? 0) - (before?.points ?? 0),
    0,
  );
}

/** The alternatives of which the change of the score is told in points. */
function countedIn({ reasons = [] }: MovedBy): string[] {
  const told = reasons.filter(({ kind }) => kind !== 'lines' && kind !== 'decision');
  return [...new Set(told.flatMap(({ alternative }) => alternative ?? []))];
}

test('the points that reasons moved add up to the change of each score', () => {
  let seen = 0;
  fc.assert(
    fc.property(revised, ({ each, newer }) => {
      const [before, after] = [knowledgeIn(each), knowledgeOf(newer)];
      const old = sheetOf(each.answers, each.pins);
      const request = { answers: answersOf(each.answers), pins: pinsOf(each.pins), decisions: [] };
      const [was, is] = [advise(before, request), advise(after, request)];
      for (const { id, movedBy } of differenceOf({ older: before, newer: after, old }).decisions) {
        expect(movedBy.answers).toBeUndefined();
        for (const alternative of countedIn(movedBy)) {
          const own = movedBy.reasons?.filter((one) => one.alternative === alternative) ?? [];
          const [old, now] = [was, is].map((advice) => scoresIn(advice, id).get(alternative) ?? 0);
          expect(pointsMoved(own)).toBe((now ?? 0) - (old ?? 0));
          seen += 1;
        }
      }
    }),
    { numRuns: RUNS },
  );
  expect(seen).toBeGreaterThan(RUNS / 10);
});

test('whatever the knowledge moved is told with a line, or with a decision it hangs on', () => {
  fc.assert(
    fc.property(revised, ({ each, newer }) => {
      const old = sheetOf(each.answers, each.pins);
      const compared = { older: knowledgeIn(each), newer: knowledgeOf(newer), old };
      for (const { movedBy } of differenceOf(compared).decisions) {
        const { decisions = [], reasons = [] } = movedBy;
        expect(reasons.length + decisions.length).toBeGreaterThan(0);
        for (const { lines } of reasons) expect(lines).not.toEqual([]);
      }
    }),
    { numRuns: RUNS },
  );
});

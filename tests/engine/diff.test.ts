import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judge, THOROUGH } from '../../src/engine/decide/judge.ts';
import { judgeSheet, pickOf } from '../../src/engine/diff/judged-sheet.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Case, knowledgeIn, pinnedCases } from '../support/engine-arbitraries.ts';
import type { Situation } from '../support/engine-brute-force.ts';
import {
  type Come,
  comesTo,
  decisionIn,
  differenceOf,
  isEqual,
  knownOf,
  readableBy,
  sheetOf,
} from '../support/engine-differences.ts';
import { legalSets } from '../support/engine-legal-sets.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { numRuns } from '../support/runs.ts';

/** Two sheets for one knowledge base. */
interface SheetPair {
  readonly each: Case;
  readonly answers: Case['answers'];
  readonly pins: Case['pins'];
}

const sheetPairs: fc.Arbitrary<SheetPair> = fc
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
    return { each, answers: Object.fromEntries(said), pins };
  });

test('names exactly the decisions that differ, and all smallest sets of changes that move each', () => {
  let moved = 0;
  let onlyApplies = 0;
  fc.assert(
    fc.property(sheetPairs, ({ each, answers, pins }) => {
      const knowledge = knowledgeIn(each);
      const [old, now] = [
        readableBy([knowledge], each),
        readableBy([knowledge], { answers, pins }),
      ];
      const [before, after] = [knownOf(old, knowledge), knownOf(now, knowledge)];
      const [was, is] = [comesTo(knowledge, before), comesTo(knowledge, after)];
      const differing = [...is].filter(([id, come]) => !isEqual(come, was.get(id) ?? come));
      const found = differenceOf({ older: knowledge, old, new: now });
      expect(found.decisions.map(({ id }) => id)).toEqual(differing.map(([id]) => id));
      const mixtures = mixturesOf(knowledge, before, after);
      for (const [id, target] of differing) {
        const from = was.get(id) ?? target;
        const isMoved = from.pick !== target.pick;
        const { movedBy, moved: saysMoved } = decisionIn(found, id);
        const smallest = smallestLeading(mixtures, (come) => {
          const one = come.get(id) ?? from;
          return isMoved ? one.pick === target.pick : isEqual(one, target);
        });
        expect({ id, saysMoved, sets: inOrder(movedBy.answers ?? []) }).toEqual({
          id,
          saysMoved: isMoved,
          sets: inOrder(smallest),
        });
        moved += Number(isMoved);
        onlyApplies += Number(!isMoved && from.status === target.status);
      }
    }),
    { numRuns },
  );
  expect(moved).toBeGreaterThan(numRuns / 4);
  expect(onlyApplies).toBeGreaterThan(0);
});

/** Some of the changes made to the first situation, and what that comes to: worked out when it is asked for, once. */
interface Mixture {
  readonly set: readonly string[];
  readonly come: () => Map<string, Come>;
}

/** Small sets first. */
function mixturesOf(knowledge: KnowledgeBase, before: Situation, after: Situation): Mixture[] {
  return subsets(changedIds(before, after)).map((set) => {
    let known: Map<string, Come> | undefined;
    return {
      set,
      come: () => {
        known ??= comesTo(knowledge, {
          answers: mixed(before.answers, after.answers, set),
          pins: mixed(before.pins, after.pins, set),
        });
        return known;
      },
    };
  });
}

function changedIds(before: Situation, after: Situation): string[] {
  const differing = <T>(one: ReadonlyMap<string, T>, other: ReadonlyMap<string, T>) =>
    [...new Set([...one.keys(), ...other.keys()])].filter(
      (id) => JSON.stringify(one.get(id)) !== JSON.stringify(other.get(id)),
    );
  return [...differing(before.answers, after.answers), ...differing(before.pins, after.pins)];
}

function subsets(ids: readonly string[]): string[][] {
  let sets: string[][] = [[]];
  for (const id of ids) sets = sets.flatMap((set) => [set, [...set, id]]);
  return sets.toSorted((a, b) => a.length - b.length);
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

/** All sets of the smallest size that has any. */
function smallestLeading(
  mixtures: readonly Mixture[],
  leadsThere: (come: Map<string, Come>) => boolean,
): (readonly string[])[] {
  const leading: (readonly string[])[] = [];
  for (const { set, come } of mixtures) {
    if (leading[0] !== undefined && set.length > leading[0].length) break;
    if (leadsThere(come())) leading.push(set);
  }
  return leading;
}

function inOrder(sets: readonly (readonly string[])[]): string[] {
  return sets.map((set) => set.toSorted().join()).toSorted();
}

test('each side says what advice is made of, also where that takes very large diagrams', async () => {
  const knowledge = await builtInKnowledge();
  const { situation, judged } = judgeSheet(knowledge, sheetOf({}));
  const thorough = [...judge(situation, { depth: THOROUGH }).values()];
  expect([...judged.values()].map(pickOf)).toEqual(thorough.map(pickOf));
});

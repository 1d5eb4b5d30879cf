import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { DecisionDifference, Difference } from '../../src/model/difference.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Case, knowledgeIn, pinnedCases } from '../support/engine-arbitraries.ts';
import { type KnowledgeSpec, knowledgeOf } from '../support/engine-builders.ts';
import {
  comesTo,
  differenceOf,
  isEqual,
  knownOf,
  readableBy,
} from '../support/engine-differences.ts';
import { factNamed, factsIn } from '../support/engine-facts.ts';
import { type Mutation, mutated, mutations } from '../support/engine-mutations.ts';
import { numRuns } from '../support/runs.ts';

/** A knowledge base and one that somebody has edited, with sheets that both can read. */
interface Edited {
  readonly each: Case;
  readonly edits: readonly Mutation[];
  readonly older: KnowledgeBase;
  readonly newer: KnowledgeBase;
  readonly old: AnswerSheet;
  /** With the other answers, where they are not the same. */
  readonly now: AnswerSheet;
}

const edited: fc.Arbitrary<Edited> = fc
  .tuple(pinnedCases, mutations, fc.boolean())
  .map(([each, edits, isForgotten]) => {
    const older = knowledgeIn(each);
    const newer = knowledgeOf(editedBy(each.spec, edits));
    const old = readableBy([older, newer], each);
    const [, ...kept] = [...old.answers];
    return {
      each,
      edits,
      older,
      newer,
      old,
      now: isForgotten ? { ...old, answers: new Map(kept) } : old,
    };
  });

function editedBy(spec: KnowledgeSpec, edits: readonly Mutation[]): KnowledgeSpec {
  return edits.reduce(mutated, spec);
}

test('names exactly the decisions that differ, and for each a cause that really differs', () => {
  const seen = { moved: 0, counted: 0, kinds: new Set<string>() };
  fc.assert(
    fc.property(edited, (pair) => {
      const { older, newer, old, now } = pair;
      const found = differenceOf({ older, newer, old, new: now });
      expect(found.decisions.map(({ id, moved }) => ({ id, moved }))).toEqual(differing(pair));
      for (const decision of found.decisions) {
        expect(causesOf(decision, found)).not.toEqual([]);
        expect(linesWithoutDifference(decision, pair)).toEqual([]);
        seen.moved += Number(decision.moved);
        for (const kind of lineKindsIn(decision)) seen.kinds.add(kind);
      }
      const counted = found.decisions.flatMap((decision) => countedIn(decision, pair));
      for (const { named, real } of counted) expect(named).toBe(real);
      seen.counted += counted.length;
    }),
    { numRuns },
  );
  expect(seen.moved).toBeGreaterThan(numRuns / 30);
  expect(seen.counted).toBeGreaterThan(0);
  expect(seen.kinds.size).toBeGreaterThan(5);
});

/** The decisions of which looking at every completion shows a difference, and whether the pick is another. */
function differing({ older, newer, old, now }: Edited): { id: string; moved: boolean }[] {
  const was = comesTo(older, knownOf(old, older));
  const is = comesTo(newer, knownOf(now, newer));
  return [...is].flatMap(([id, after]) => {
    const before = was.get(id);
    if (before === undefined || isEqual(before, after)) return [];
    return [{ id, moved: before.pick !== after.pick }];
  });
}

function lineKindsIn({ movedBy: { reasons = [] } }: DecisionDifference): string[] {
  return reasons.flatMap(({ lines }) => lines.map(({ kind }) => kind));
}

/** Sets of answers, decisions that moved themselves, reasons with a line. */
function causesOf({ movedBy }: DecisionDifference, { decisions }: Difference): unknown[] {
  const moved = decisions.map(({ id }) => id);
  return [
    ...(movedBy.answers ?? []).filter((set) => set.length > 0),
    ...(movedBy.decisions ?? []).filter((id) => moved.includes(id)),
    ...(movedBy.reasons ?? []).filter(({ lines }) => lines.length > 0),
  ];
}

/** Named lines of which the knowledge of their side does not say more than that of the other; and reasons without any. */
function linesWithoutDifference(
  { id, movedBy: { reasons = [] } }: DecisionDifference,
  { older, newer }: Pick<Edited, 'older' | 'newer'>,
): unknown[] {
  const [before, after] = [factsIn(older), factsIn(newer)];
  const count = (facts: ReadonlyMap<string, number>, fact: string) => facts.get(fact) ?? 0;
  return reasons.flatMap((reason): unknown[] => {
    if (reason.lines.length === 0) return [reason];
    const about = { decision: reason.decision ?? id, ...reason };
    return reason.lines.filter((line) => {
      const [gone, come] = [factNamed(line, 'before', about), factNamed(line, 'after', about)];
      const isGone = gone === undefined || count(before, gone) > count(after, gone);
      const isCome = come === undefined || count(after, come) > count(before, come);
      return !isGone || !isCome || (gone === undefined && come === undefined);
    });
  });
}

test('an edit of which no line is named is not what made a decision differ', () => {
  let tried = 0;
  fc.assert(
    fc.property(edited, ({ each, edits, older, newer, old }) => {
      if (!areIndependent(edits, each.spec)) return;
      const found = differenceOf({ older, newer, old });
      for (const { id } of found.decisions) {
        const named = factsBehind(id, found);
        const behind = edits.filter((edit) =>
          factsTouched(edit, edits, each.spec).some((fact) => named.has(fact)),
        );
        if (behind.length === edits.length) continue;
        const half = differenceOf({ older, newer: knowledgeOf(editedBy(each.spec, behind)), old });
        expect(half.decisions.map((decision) => decision.id)).toContain(id);
        tried += 1;
      }
    }),
    { numRuns },
  );
  expect(tried).toBeGreaterThan(0);
});

/** In any order they come to the same; a removed decision changes what the others are about. */
function areIndependent(edits: readonly Mutation[], spec: KnowledgeSpec): boolean {
  const word = (some: readonly Mutation[]) =>
    JSON.stringify([...factsIn(knowledgeOf(editedBy(spec, some)))].toSorted());
  const pairs = edits.flatMap((one, index) => edits.slice(index + 1).map((other) => [one, other]));
  return (
    edits.every(({ way }) => way !== 'decision removed') &&
    [edits, ...pairs].every((some) => word(some) === word(some.toReversed()))
  );
}

/** What an edit changes by itself, or as the last of all. */
function factsTouched(
  edit: Mutation,
  edits: readonly Mutation[],
  spec: KnowledgeSpec,
): readonly string[] {
  const others = edits.filter((each) => each !== edit);
  const factsAfter = (some: readonly Mutation[]) => factsIn(knowledgeOf(editedBy(spec, some)));
  return [
    ...factsUnlike(factsAfter([]), factsAfter([edit])),
    ...factsUnlike(factsAfter(others), factsAfter(edits)),
  ];
}

function factsUnlike(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): string[] {
  const all = [...new Set([...before.keys(), ...after.keys()])];
  return all.filter((fact) => before.get(fact) !== after.get(fact));
}

/** What the lines say that are named for a decision, or for those that it is said to depend on. */
function factsBehind(id: string, found: Difference, visited: readonly string[] = []): Set<string> {
  const decision = found.decisions.find((each) => each.id === id);
  if (decision === undefined || visited.includes(id)) return new Set();
  const { reasons = [], decisions = [] } = decision.movedBy;
  const own = reasons.flatMap((reason) => {
    const about = { decision: reason.decision ?? id, ...reason };
    return reason.lines.flatMap((line) => [
      factNamed(line, 'before', about) ?? [],
      factNamed(line, 'after', about) ?? [],
    ]);
  });
  const others = decisions.flatMap((each) => [...factsBehind(each, found, [...visited, id])]);
  return new Set([...own.flat(), ...others]);
}

const COUNTED = ['quality', 'evidence', 'certain', 'hard-rule'];

/** The alternatives of which reasons are given in points: by how many they moved, and by how many the score did. */
function countedIn(
  { id, after, movedBy: { reasons = [] } }: DecisionDifference,
  { older, newer, now }: Edited,
): { named: number; real: number }[] {
  if (after.pinned) return [];
  const counted = reasons.filter(({ kind, decision }) => COUNTED.includes(kind) && !decision);
  const alternatives = [...new Set(counted.flatMap(({ alternative }) => alternative ?? []))];
  const [was, is] = [scoresIn(id, older, now), scoresIn(id, newer, now)];
  return alternatives.map((alternative) => ({
    named: counted
      .filter((reason) => reason.alternative === alternative)
      .reduce((sum, one) => sum + (one.after?.points ?? 0) - (one.before?.points ?? 0), 0),
    real: (is.get(alternative) ?? 0) - (was.get(alternative) ?? 0),
  }));
}

function scoresIn(id: string, knowledge: KnowledgeBase, sheet: AnswerSheet): Map<string, number> {
  const { decisions } = advise(knowledge, { ...knownOf(sheet, knowledge), decisions: [id] });
  const ranking = decisions.find((each) => each.id === id)?.ranking ?? [];
  return new Map(ranking.map(({ alternative, score }) => [alternative, score]));
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { pickerOf } from '../../src/engine/advice/verdicts.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { Consequence, Merged, PossiblePick } from '../../src/model/merged.ts';
import { knowledgeIn } from '../support/engine-arbitraries.ts';
import { type MergeCase, mergeCases, mergeOf, requestIn } from '../support/merge-arbitraries.ts';
import {
  answersFrom,
  isChanging,
  isMattering,
  type MergeTruth,
  mergeTruth,
  pickIn,
  pinsFrom,
  settledBut,
  statesFrom,
  type Words,
  wordOf,
  wordsOf,
} from '../support/merge-brute-force.ts';
import { oncePerCase } from '../support/once-per-case.ts';
import { numRuns } from '../support/runs.ts';

/** A case with what the merge says of it, and what is true. */
interface Examined {
  readonly each: MergeCase;
  readonly merged: Merged;
  readonly sheet: AnswerSheet;
  readonly truth: MergeTruth;
}

const examined = oncePerCase((each: MergeCase): Examined => {
  const knowledge = knowledgeIn(each);
  return {
    each,
    ...mergeOf(knowledge, requestIn(each)),
    truth: mergeTruth(knowledge, each),
  };
});

/** All tests of this file meet the same random merges. */
function property(claim: (found: Examined) => void): void {
  fc.assert(
    fc.property(mergeCases, (each) => claim(examined(each))),
    { numRuns },
  );
}

test('the common ground, what is settled and what only some say are those of the files', () => {
  property(({ merged, truth }) => {
    expect(wordsOf(merged.answers)).toEqual(truth.answers);
    expect(wordsOf(merged.pins)).toEqual(truth.pins);
    expect(merged.differences.map(({ question }) => question)).toEqual([...truth.differing.keys()]);
    expect(merged.pinDifferences.map(({ decision }) => decision)).toEqual([
      ...truth.oddPins.keys(),
    ]);
    expect(merged.settled.map(({ question }) => question)).toEqual(truth.settled);
    expect(merged.bySome.map(({ question }) => question)).toEqual(truth.bySome);
    expect(merged.sampled).toBeUndefined();
  });
});

test('a difference matters where two of its answers lead to different picks once all others are settled, and is needed where settling it changes a pick before', () => {
  const seen = { matters: 0, needed: 0, idle: 0 };
  property(({ merged, truth }) => {
    for (const { question, matters, neededFor, consequences } of merged.differences) {
      const mattering = truth.decisions.filter((id) => isMattering(question, id, truth));
      const changing = truth.decisions.filter((id) =>
        isChanging(question, truth, { decision: id }),
      );
      expect(matters).toEqual(mattering);
      expect(neededFor).toEqual(changing.filter((id) => !mattering.includes(id)));
      expect(consequences.map(({ decision }) => decision)).toEqual(matters);
      if (matters.length > 0) seen.matters += 1;
      else if (neededFor.length > 0) seen.needed += 1;
      else seen.idle += 1;
    }
  });
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(numRuns / 20);
});

test('what follows from an answer is what can come about once the questions named are settled, no matter what else is open', () => {
  const seen = { alone: 0, settled: 0, several: 0 };
  property(({ merged, truth }) => {
    for (const [question, consequence] of consequencesIn(merged)) {
      expectConsequence(question, consequence, truth);
      seen[kindOf(consequence)] += 1;
    }
  });
  expect(Math.min(seen.alone, seen.several)).toBeGreaterThan(numRuns / 20);
  expect(seen.settled).toBeGreaterThanOrEqual(Math.floor(numRuns / 150));
});

function consequencesIn({ differences }: Merged): (readonly [string, Consequence])[] {
  return differences.flatMap(({ question, consequences }) =>
    consequences.map((each) => [question, each] as const),
  );
}

function kindOf({ follows, with: others }: Consequence): 'alone' | 'settled' | 'several' {
  if (follows.some(({ picks }) => picks.length > 1)) return 'several';
  return others.length > 0 ? 'settled' : 'alone';
}

function expectConsequence(question: string, consequence: Consequence, truth: MergeTruth): void {
  const { decision, follows, with: others } = consequence;
  const words = new Set(follows.map(({ answer }) => wordOf(answer)));
  expect([...words].sort()).toEqual((truth.differing.get(question) ?? []).toSorted());
  const picksWith = (word: string, settled: readonly string[]) => {
    const states = statesFrom(new Map([[question, word]]), truth);
    const meant = states.filter((state) => settled.every((id) => state.has(id)));
    return [...new Set(meant.map((state) => pickIn(truth, decision, state)))].sort();
  };
  const differing = [...truth.differing.keys()];
  for (const { answer, picks } of follows) {
    const found = picks.map(wordOf).sort();
    expect(found).toEqual(picksWith(wordOf(answer), differing));
    expect(found).toEqual(picksWith(wordOf(answer), others));
  }
  const isNeeded = (id: string) =>
    isMattering(id, decision, truth) ||
    follows.some(
      ({ answer, picks }) =>
        picksWith(
          wordOf(answer),
          others.filter((other) => other !== id),
        ).length > picks.length,
    );
  expect(others.filter((id) => !isNeeded(id))).toEqual([]);
}

test('the picks listed are those that people come to, and those that settling everything leads to', () => {
  property(({ each, merged, truth }) => {
    const listed = truth.decisions.filter((id) => {
      const all = [pickIn(truth, id, new Map()), ...ownPicks(id, each, truth).keys()];
      const pinned = [...truth.oddPins].flatMap(([decision, pins]) =>
        pins.map((pin) => truth.picksWith(new Map(), new Map([[decision, pin]])).get(id) ?? ''),
      );
      return new Set([...all, ...settledPicks(id, truth), ...pinned]).size > 1;
    });
    expect(merged.picks.map(({ decision }) => decision)).toEqual(listed);
    for (const { decision, common, picks } of merged.picks) {
      const own = ownPicks(decision, each, truth);
      expect(wordOf(common)).toBe(pickIn(truth, decision, new Map()));
      expect(picks.map(({ recommended }) => wordOf(recommended)).sort()).toEqual(
        [...new Set([...own.keys(), ...settledPicks(decision, truth)])].sort(),
      );
      for (const { recommended, files } of picks) {
        expect(files).toEqual(own.get(wordOf(recommended)));
      }
    }
  });
});

/** The files by what follows from the common ground and their own answers and pins to what is disputed. */
function ownPicks(decision: string, { people }: MergeCase, truth: MergeTruth) {
  const found = new Map<string, string[]>();
  for (const [index, { answers, pins }] of people.entries()) {
    const own = (ids: Iterable<string>, said: Readonly<Record<string, readonly string[] | null>>) =>
      new Map([...ids].flatMap((id) => (said[id] ? [[id, wordOf(said[id])] as const] : [])));
    const [given, pinned] = [own(truth.differing.keys(), answers), own(truth.oddPins.keys(), pins)];
    const pick = truth.picksWith(given, pinned).get(decision) ?? '';
    found.set(pick, [...(found.get(pick) ?? []), 'abcd'.charAt(index)]);
  }
  return found;
}

/** None where settling can change nothing. */
function settledPicks(decision: string, truth: MergeTruth): string[] {
  const isTouched = [...truth.differing.keys()].some((id) => isChanging(id, truth, { decision }));
  if (!isTouched) return [];
  return settledBut(truth).map((state) => pickIn(truth, decision, state));
}

test('the answers to a pick are the fewest that lead to it, and what can still change it is named', () => {
  const seen = { lasting: 0, changing: 0, without: 0 };
  property(({ merged, truth }) => {
    for (const { decision, picks } of merged.picks) {
      picks.forEach((pick) => {
        expectAnswers(decision, pick, truth);
      });
      const given = picks.filter(({ answers }) => answers !== undefined);
      const changing = given.filter(({ dependsOn }) => dependsOn !== undefined);
      seen.without += picks.length - given.length;
      seen.changing += changing.length;
      seen.lasting += given.length - changing.length;
    }
  });
  expect(seen.lasting).toBeGreaterThan(numRuns / 10);
  expect(Math.min(seen.changing, seen.without)).toBeGreaterThanOrEqual(Math.floor(numRuns / 100));
});

function expectAnswers(decision: string, pick: PossiblePick, truth: MergeTruth): void {
  const word = wordOf(pick.recommended);
  const leading = truth.states.filter((state) => pickIn(truth, decision, state) === word);
  const lasting = leading.filter((state) =>
    statesFrom(state, truth).every((each) => pickIn(truth, decision, each) === word),
  );
  const candidates = lasting.length > 0 ? lasting : leading;
  if (pick.answers === undefined) {
    expect(candidates).toEqual([]);
    return;
  }
  const answers = wordsOf(pick.answers);
  expect(candidates).toContainEqual(answers);
  const merely = (state: Words) =>
    [...state.keys()].filter((id) => !isMattering(id, decision, truth)).length;
  const costs = candidates.map((state) => [state.size, merely(state)] as const);
  const [fewest = 0] = costs.map(([size]) => size).sort((a, b) => a - b);
  expect(answers.size).toBe(fewest);
  const ofThose = costs.filter(([size]) => size === fewest).map(([, others]) => others);
  expect(merely(answers)).toBe(Math.min(...ofThose));
  const changing = [...truth.differing.keys()].filter((id) =>
    isChanging(id, truth, { decision, from: statesFrom(answers, truth) }),
  );
  expect(pick.dependsOn ?? []).toEqual(changing);
}

/** A pick that some answers and pins are said to lead to. */
interface Statement {
  readonly decision: string;
  readonly answers?: Merged['answers'];
  readonly pins?: Merged['pins'];
  readonly pick: readonly string[];
}

/** Every pick that is said to follow from some answers or pins alone. */
function statementsIn(merged: Merged): Statement[] {
  const picks = merged.picks.flatMap(({ decision, common, picks: possible }) => [
    { decision, pick: common },
    ...possible.flatMap(({ recommended, answers }) =>
      answers ? [{ decision, answers, pick: recommended }] : [],
    ),
  ]);
  const alone = consequencesIn(merged).flatMap(([question, { decision, follows, with: others }]) =>
    others.length > 0
      ? []
      : follows.flatMap(({ answer, picks: led }) =>
          led.map((pick) => ({ decision, answers: { [question]: answer }, pick })),
        ),
  );
  const pinned = merged.pinDifferences.flatMap(({ decision: own, consequences }) =>
    consequences.flatMap(({ decision, follows }) =>
      follows.map(({ pin, recommended }) => ({
        decision,
        pins: { [own]: pin },
        pick: recommended,
      })),
    ),
  );
  return [...picks, ...alone, ...pinned];
}

test('put into the file that is saved, the answers and pins of each statement lead to its pick', () => {
  let looked = 0;
  property(({ each, merged, sheet }) => {
    const knowledge = knowledgeIn(each);
    for (const { decision, answers = {}, pins = {}, pick } of statementsIn(merged)) {
      const allPins = new Map([...sheet.pins, ...pinsFrom(wordsOf(pins))]);
      const allAnswers = new Map([...knownAnswers(sheet), ...answersFrom(wordsOf(answers))]);
      const { recommended } = pickerOf(knowledge, decision, allPins)(allAnswers);
      expect([decision, recommended]).toEqual([decision, pick]);
      looked += 1;
    }
  });
  expect(looked).toBeGreaterThan(numRuns);
});

test('pins that differ matter where two of them lead to different picks on the common ground, and are needed where none at all does', () => {
  let seen = 0;
  property(({ merged, truth }) => {
    for (const { decision: pinned, matters, neededFor, consequences } of merged.pinDifferences) {
      const pins = truth.oddPins.get(pinned) ?? [];
      const picksOn = (id: string) =>
        pins.map((pin) => truth.picksWith(new Map(), new Map([[pinned, pin]])).get(id));
      const mattering = truth.decisions.filter((id) => new Set(picksOn(id)).size > 1);
      const unlike = (id: string) => picksOn(id)[0] !== pickIn(truth, id, new Map());
      expect(matters).toEqual(mattering);
      expect(neededFor).toEqual(
        truth.decisions.filter((id) => !mattering.includes(id) && unlike(id)),
      );
      expect(consequences.map(({ decision }) => decision)).toEqual(matters);
      for (const { decision, follows } of consequences) {
        expect(follows.map(({ pin }) => wordOf(pin))).toEqual(pins);
        expect(follows.map(({ recommended }) => wordOf(recommended))).toEqual(picksOn(decision));
      }
      seen += matters.length;
    }
  });
  expect(seen).toBeGreaterThan(numRuns / 20);
});

test('in any order of the people, the same is agreed and the same matters', () => {
  const found = ({ answers, pins, differences, pinDifferences }: Merged) => ({
    ...{ answers: wordsOf(answers), pins: wordsOf(pins) },
    differences: differences.map(({ question, matters, neededFor, consequences }) => ({
      ...{ question, matters, neededFor },
      follows: consequences.map(({ with: others, follows }) => [
        others,
        follows.map(({ answer, picks }) => [wordOf(answer), picks.map(wordOf).sort()]).sort(),
      ]),
    })),
    pinDifferences: pinDifferences.map(({ decision, matters, neededFor }) => [
      decision,
      matters,
      neededFor,
    ]),
  });
  property(({ each, merged }) => {
    const back = { ...each, people: each.people.toReversed() };
    expect(found(mergeOf(knowledgeIn(each), requestIn(back)).merged)).toEqual(found(merged));
  });
});

import { beforeAll, expect, test } from 'vitest';
import { knownAnswers } from '../../src/common/answers.ts';
import { pickerOf } from '../../src/engine/advice/verdicts.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { AnswerDispute, Merged, PossiblePick } from '../../src/model/merged.ts';
import {
  answerer,
  forget,
  type Random,
  randomFrom,
  type Said,
} from '../support/engine-random-answers.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { mergeOf } from '../support/merge-arbitraries.ts';
import { answersFrom, type Words, wordOf, wordsOf } from '../support/merge-brute-force.ts';

const PAIRS = 12;
/** Combinations of answers that each statement about many is tried with. */
const TRIALS = 8;

/** Two half-answered sheets of people who agree on half of it, what merge says of them, and the pick on what it saves with some answers added. */
interface Pair {
  readonly merged: Merged;
  readonly pickWith: (decision: string, answers: Words) => string;
  readonly random: Random;
}

let knowledge: KnowledgeBase;
const pairs: Pair[] = [];

beforeAll(async () => {
  knowledge = await builtInKnowledge();
  const random = randomFrom(7);
  const draw = answerer(knowledge, random);
  const half = (said: Said): AnswerSheet => {
    const kept = forget(said, 0.5, random);
    const answers = new Map([...kept].map(([id, choices]) => [id, { choices }]));
    return { answers, pins: new Map(), notes: new Map() };
  };
  const nobody = half(new Map());
  for (let count = 0; count < PAIRS; count += 1) {
    const ana = draw();
    const ben = draw(forget(ana, 0.5, random));
    const people = [
      { file: 'ana', sheet: half(ana) },
      { file: 'ben', sheet: half(ben) },
    ];
    const { merged, sheet } = mergeOf(knowledge, { people, under: nobody, over: nobody });
    pairs.push({ merged, pickWith: pickerOn(sheet), random });
  }
});

function pickerOn(sheet: AnswerSheet): Pair['pickWith'] {
  return (decision, answers) => {
    const all = new Map([...knownAnswers(sheet), ...answersFrom(answers)]);
    return wordOf(pickerOf(knowledge, decision, sheet.pins)(all).recommended);
  };
}

/** Settles each of some questions to an answer that somebody gives; the others now and then. */
function settling(settled: readonly string[], { merged, random }: Pair): Words {
  const entries = merged.differences.flatMap(({ question, said }) => {
    if (!settled.includes(question) && random() < 1 / 3) return [];
    const answer = said[Math.floor(random() * said.length)]?.answer ?? '';
    return [[question, wordOf(answer)] as const];
  });
  return new Map(entries);
}

function trials<T>(work: () => T): T[] {
  return Array.from({ length: TRIALS }, work);
}

function answersTo({ said }: AnswerDispute): string[] {
  return [...new Set(said.map(({ answer }) => wordOf(answer)))];
}

function eachDifference(claim: (difference: AnswerDispute, pair: Pair) => void): void {
  for (const pair of pairs) {
    for (const difference of pair.merged.differences) claim(difference, pair);
  }
}

function eachPick(claim: (decision: string, pick: PossiblePick, pair: Pair) => void): void {
  for (const pair of pairs) {
    for (const { decision, picks } of pair.merged.picks) {
      for (const pick of picks) claim(decision, pick, pair);
    }
  }
}

test('the answers to each pick lead to it, and if nothing is said to change it, nothing that differs does', () => {
  let looked = 0;
  eachPick((decision, { recommended, answers, dependsOn }, pair) => {
    expect(answers).toBeDefined();
    const words = wordsOf(answers ?? {});
    const others = dependsOn ? [] : trials(() => settling([], pair));
    for (const more of [new Map(), ...others]) {
      const pick = pair.pickWith(decision, new Map([...more, ...words]));
      expect([decision, words, pick]).toEqual([decision, words, wordOf(recommended)]);
    }
    looked += 1;
  });
  expect(looked).toBeGreaterThan(100);
});

test('with the questions settled that a consequence names, its answers lead to its picks', () => {
  let looked = 0;
  eachDifference(({ question, consequences }, pair) => {
    for (const { decision, follows, with: others } of consequences) {
      for (const { answer, picks } of follows) {
        for (const settled of trials(() => settling(others, pair))) {
          const words = new Map([...settled, [question, wordOf(answer)]]);
          const found = pair.pickWith(decision, words);
          expect({ decision, words, found }).toEqual({
            ...{ decision, words },
            found: expect.toBeOneOf(picks.map(wordOf)),
          });
          looked += 1;
        }
      }
    }
  });
  expect(looked).toBeGreaterThan(500);
});

test('what does not matter to a decision does the same with each answer once all is settled, and what is not needed either always', () => {
  let looked = 0;
  eachDifference((difference, pair) => {
    const { question, matters, neededFor } = difference;
    const all = pair.merged.differences.map((each) => each.question);
    const picksAfter = (decision: string, settled: Words, isOpenToo: boolean) => {
      const open = new Map([...settled].filter(([id]) => id !== question));
      const states = answersTo(difference).map((word) => new Map([...open, [question, word]]));
      const tried = isOpenToo ? [...states, open] : states;
      return new Set(tried.map((state) => pair.pickWith(decision, state)));
    };
    for (const decision of knowledge.decisions.keys()) {
      if (matters.includes(decision)) continue;
      const isIdle = !neededFor.includes(decision);
      const settled = settling(isIdle ? [] : all, pair);
      expect(picksAfter(decision, settled, isIdle).size).toBe(1);
      looked += 1;
    }
  });
  expect(looked).toBeGreaterThan(500);
});

test('all combinations are tried', () => {
  expect(pairs.flatMap(({ merged }) => merged.sampled ?? [])).toEqual([]);
});

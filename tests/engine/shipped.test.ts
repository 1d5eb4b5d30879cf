import { beforeAll, describe, expect, test, vi } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { outcomeIn, verdictOn } from '../support/engine-brute-force.ts';
import {
  answerer,
  forget,
  type Random,
  randomFrom,
  type Said,
} from '../support/engine-random-answers.ts';
import { patternIn, valueIn, type World } from '../support/engine-worlds.ts';

const COMPLETE_ANSWERS = 1_000;
const SETTLED_PICKS = 500;
const COMPLETIONS = 500;
/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });
const NO_PINS: ReadonlyMap<string, readonly string[]> = new Map();

let knowledge: KnowledgeBase;

beforeAll(async () => {
  const assembled = await loadKnowledge({ knowledge: [], add: [] });
  if (assembled.knowledge === undefined) throw new Error('the knowledge cannot be read');
  knowledge = assembled.knowledge;
});

function answersOf(said: Said) {
  return new Map([...said].map(([id, choices]) => [id, { choices }]));
}

function decideAll(said: Said): readonly DecisionAdvice[] {
  return advise(knowledge, { answers: answersOf(said), pins: NO_PINS, decisions: [] }).decisions;
}

function worldOf(answers: Said): World {
  return { knowledge, answers, pins: NO_PINS };
}

function decisionOf(id: string) {
  const decision = knowledge.decisions.get(id);
  if (decision === undefined) throw new Error(`unknown ${id}`);
  return decision;
}

describe('on the knowledge that comes with the program', () => {
  test('1,000 complete answer sets score as recomputed from claims and evidence', () => {
    const draw = answerer(knowledge, randomFrom(1));
    for (let count = 0; count < COMPLETE_ANSWERS; count += 1) {
      const said = draw();
      const found = decideAll(said).map(({ id, ranking }) => [id, scoresIn(ranking)]);
      expect(found).toEqual(expectedScores(worldOf(said)));
    }
  });

  test('200 complete answer sets leave nothing open, and the picks are those of the page', () => {
    const draw = answerer(knowledge, randomFrom(2));
    for (let count = 0; count < 200; count += 1) {
      const said = draw();
      for (const { id, status, recommended, dependsOn } of decideAll(said)) {
        const found = { id, status, winners: recommended.toSorted(), dependsOn };
        expect(found).toEqual({ id, ...truthIn(id, [worldOf(said)]), dependsOn: [] });
      }
    }
  });

  test('500 settled picks survive 500 random completions each', () => {
    const random = randomFrom(3);
    const draw = answerer(knowledge, random);
    let settled = 0;
    for (let count = 0; settled < SETTLED_PICKS; count += 1) {
      const said = forget(draw(), shareAnswered(count, random), random);
      const proved = decideAll(said).filter(({ status }) => status === 'settled');
      const worlds = Array.from({ length: COMPLETIONS }, () => worldOf(draw(said)));
      for (const { id, status, recommended } of proved) {
        const found = { id, status, winners: recommended.toSorted() };
        expect(found).toEqual({ id, ...truthIn(id, worlds) });
      }
      settled += proved.length;
      expect(count).toBeLessThan(SETTLED_PICKS);
    }
  });

  test('deciding with the knowledge compiled once says what advise says', () => {
    const random = randomFrom(4);
    const draw = answerer(knowledge, random);
    for (let count = 0; count < 4; count += 1) {
      const said = forget(draw(), 0.9, random);
      const request = { answers: answersOf(said), pins: NO_PINS, decisions: [] };
      expect(decideAll(said)).toEqual(advise(knowledge, request).decisions);
    }
  });
});

function scoresIn(ranking: DecisionAdvice['ranking']): (readonly [string, number])[] {
  return ranking.map(({ alternative, score }) => [alternative, score] as const).toSorted();
}

/** V of MODEL.md, section 2; not having a technique is worth 0. */
function expectedScores(
  world: World,
): (readonly [string, readonly (readonly [string, number])[]])[] {
  return [...knowledge.decisions.values()].map((decision) => {
    const scores = decision.alternatives.map(({ id }) => {
      const isBaselineOfSeveral = decision.several && decision.baseline === id;
      const value = isBaselineOfSeveral ? 0 : valueIn(world, decision, patternIn(world, id));
      return [id, value] as const;
    });
    return [decision.id, scores.toSorted()];
  });
}

/** Status and winners over some completions; `open` as soon as two differ. */
function truthIn(id: string, worlds: readonly World[]) {
  const decision = decisionOf(id);
  const outcomes = worlds.map((world) => outcomeIn(world, decision));
  return verdictOn(outcomes, { several: decision.several, mayBeNone: decision.several });
}

/** Mostly four of five answered or more; every fifth time fewer. */
function shareAnswered(count: number, random: Random): number {
  return count % 5 === 4 ? 0.3 + 0.5 * random() : 0.8 + 0.18 * random();
}

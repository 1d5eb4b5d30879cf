import { beforeAll, describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { verdictsOn } from '../../src/engine/advice/verdicts.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import type { Decision } from '../../src/model/decision.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { outcomeIn } from '../support/engine-brute-force.ts';
import {
  answerer,
  forget,
  type Random,
  randomFrom,
  type Said,
} from '../support/engine-random-answers.ts';
import { decisionIn } from '../support/engine-runs.ts';
import { isApplicable, patternIn, valueIn, type World } from '../support/engine-worlds.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';

/** Sheets on which some questions are open; a third as many have every answer. */
const SHEETS = Math.min(100, Number(process.env.CASES ?? 60));
/** Random completions of each sheet. */
const COMPLETIONS = 20;
const NO_PINS: ReadonlyMap<string, readonly string[]> = new Map();

/** Without combinations, so that each decision recommends what it picks by itself. */
let knowledge: KnowledgeBase;

/** A partly answered sheet with what it comes to. */
interface Sheet {
  readonly said: Said;
  readonly verdicts: readonly Verdict[];
  /** Random answers to the open questions, with the given ones. */
  readonly draw: () => Said;
}

let sheets: readonly Sheet[];

beforeAll(async () => {
  knowledge = { ...(await builtInKnowledge()), combinations: [] };
  sheets = sheetsOn(knowledge);
});

function sheetsOn(loaded: KnowledgeBase): Sheet[] {
  const random = randomFrom(3);
  const draw = answerer(loaded, random);
  const verdictsFor = verdictsOn(loaded);
  return Array.from({ length: SHEETS }, (_, count) => {
    const said = forget(draw(), shareAnswered(count, random), random);
    const verdicts = verdictsFor(answersOf(said), NO_PINS);
    return { said, verdicts, draw: () => draw(said) };
  });
}

/** Mostly four of five answered or more; every fifth time fewer. */
function shareAnswered(count: number, random: Random): number {
  return count % 5 === 4 ? 0.3 + 0.5 * random() : 0.8 + 0.18 * random();
}

function answersOf(said: Said) {
  return new Map([...said].map(([id, choices]) => [id, { choices }]));
}

function decideAll(said: Said): readonly DecisionAdvice[] {
  return advise(knowledge, { answers: answersOf(said), pins: NO_PINS, decisions: [] }).decisions;
}

function worldOf(answers: Said): World {
  return { knowledge, answers, pins: NO_PINS };
}

/** The winners of a decision once all is answered, as one word. */
function outcomeOf(id: string, said: Said): string {
  return outcomeIn(worldOf(said), decisionIn(knowledge, id));
}

describe('on the knowledge that comes with the program', () => {
  /** The claim on each verdict of each sheet that is meant, with random completions of the sheet. */
  function expectOfEach(
    isMeant: (verdict: Verdict) => boolean,
    claim: (verdict: Verdict, draw: Sheet['draw']) => void,
  ): void {
    let found = 0;
    for (const { verdicts, draw } of sheets) {
      const meant = verdicts.filter(isMeant);
      found += meant.length;
      for (const verdict of meant) {
        for (let count = 0; count < COMPLETIONS; count += 1) claim(verdict, draw);
      }
    }
    expect(found).toBeGreaterThan(SHEETS);
  }

  test('complete answers leave nothing open, and scores and picks are those recomputed from claims and evidence', () => {
    const draw = answerer(knowledge, randomFrom(1));
    for (let count = 0; count < SHEETS / 3; count += 1) {
      const world = worldOf(draw());
      const found = decideAll(world.answers).map(({ id, applies, recommended, ranking }) => ({
        ...{ id, applies, winners: recommended.toSorted().join(' ') },
        scores: ranking.map(({ alternative, score }) => [alternative, score] as const).toSorted(),
      }));
      expect(found).toEqual([...knowledge.decisions.values()].map((each) => truthIn(each, world)));
    }
  });

  test('what is settled or tied holds under random completions', () => {
    expectOfEach(
      ({ status }) => status === 'settled' || status === 'tied',
      ({ id, recommended }, draw) => {
        expect([id, outcomeOf(id, draw())]).toEqual([id, recommended.toSorted().join(' ')]);
      },
    );
  });

  test('what certainly applies, or certainly does not, stays so under random completions', () => {
    expectOfEach(
      ({ applies }) => applies !== 'undecided',
      ({ id, applies }, draw) => {
        const isApplied = isApplicable(worldOf(draw()), decisionIn(knowledge, id));
        expect([id, isApplied]).toEqual([id, applies === 'yes']);
      },
    );
  });

  test('questions that a pick does not depend on never change it, not even together', () => {
    expectOfEach(
      ({ dependsOn, dependsOnBounded }) => dependsOn.length > 0 && !dependsOnBounded,
      ({ id, dependsOn }, draw) => {
        const one = draw();
        const other = new Map([...draw(), ...[...one].filter(([at]) => dependsOn.includes(at))]);
        expect([id, outcomeOf(id, other)]).toEqual([id, outcomeOf(id, one)]);
      },
    );
  });

  test('verdicts, one sheet after the other, say what advice on each says', () => {
    for (const { said, verdicts } of sheets.slice(0, 4)) {
      const exact = verdicts.filter(({ dependsOnBounded }) => !dependsOnBounded);
      const advice = new Map(decideAll(said).map((each) => [each.id, each]));
      expect(exact.map(({ id }) => advice.get(id))).toMatchObject(exact);
    }
  });
});

/** What a decision comes to once all is answered; not having a technique is worth 0. */
function truthIn(decision: Decision, world: World) {
  const isApplied = isApplicable(world, decision);
  const scores = decision.alternatives.map(({ id }) => {
    const isBaselineOfSeveral = decision.several && decision.baseline === id;
    const value = isBaselineOfSeveral ? 0 : valueIn(world, decision, patternIn(world, id));
    return [id, value] as const;
  });
  return {
    ...{ id: decision.id, applies: isApplied ? 'yes' : 'no' },
    winners: isApplied ? outcomeIn(world, decision) : '',
    scores: scores.toSorted(),
  };
}

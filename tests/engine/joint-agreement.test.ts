import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { outlookOf, standingsOf } from '../../src/engine/advice/outlook.ts';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { type KnowledgeSpec, knowledgeOf } from '../support/engine-builders.ts';
import { combinedCases } from '../support/engine-combinations.ts';
import { decisionIn, differenceOf, sheetOf } from '../support/engine-differences.ts';
import { mergeOf } from '../support/merge-arbitraries.ts';
import { numRuns } from '../support/runs.ts';

type Recommended = Pick<Verdict, 'id' | 'recommended' | 'joint'>;

function recommendedIn({ id, recommended, joint }: Recommended): Recommended {
  return { id, recommended, ...(joint && { joint }) };
}

const NOBODY: AnswerSheet = { answers: new Map(), pins: new Map(), notes: new Map() };

test('interviews, differences and merges recommend what the advice recommends', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { answers, pins } = situationIn(each);
      const asked = { answers, pins, decisions: [] };
      const { decisions } = advise(knowledge, { ...asked });
      const expected = decisions.map(recommendedIn);
      expect(outlookOf(knowledge, asked).decisions.map(recommendedIn)).toEqual(expected);
      expect(standingsOf(knowledge, asked).map(recommendedIn)).toEqual(expected);

      const sheet = { answers, pins, notes: new Map() };
      const difference = differenceOf({ older: knowledge, old: NOBODY, new: sheet });
      const sides = difference.decisions.map(({ id, after }) => recommendedIn({ id, ...after }));
      const ids = sides.map(({ id }) => id);
      expect(sides).toEqual(expected.filter(({ id }) => ids.includes(id)));

      const people = [{ file: 'ana.yaml', sheet }];
      const { merged } = mergeOf(knowledge, { people, under: NOBODY, over: NOBODY });
      const joint = expected.filter((one) => one.joint);
      expect(merged.joint.filter(({ files }) => files === undefined)).toEqual(
        joint.map(({ id, ...rest }) => ({ decision: id, ...rest })),
      );
    }),
    { numRuns },
  );
});

const HOUSE: KnowledgeSpec = {
  qualities: { ease: 1, speed: 0 },
  questions: [
    { id: 'rush', choices: { no: {}, yes: { speed: 4 } } },
    { id: 'colour', choices: { red: {}, blue: {} } },
  ],
  patterns: [
    { id: 'stairs', rates: { ease: [2] } },
    { id: 'lift', rates: { speed: [1] } },
    { id: 'lamp', rates: { ease: [2] } },
    { id: 'dark', rates: { ease: [1] } },
    { id: 'switch', rates: { ease: [1] } },
    { id: 'sensor' },
    { id: 'fast', rates: { ease: [1] } },
    { id: 'calm' },
  ],
  decisions: [
    { id: 'way', alternatives: ['stairs', 'lift'], driving: ['ease', 'speed'] },
    { id: 'light', alternatives: ['lamp', 'dark'], driving: ['ease'] },
    {
      id: 'control',
      alternatives: ['switch', 'sensor'],
      driving: ['ease'],
      appliesWhen: ['light: lamp'],
    },
    {
      id: 'motor',
      alternatives: ['fast', 'calm'],
      driving: ['ease'],
      appliesWhen: ['way: lift'],
    },
  ],
  combinations: [{ when: 'way: lift & light: lamp' }],
};

describe('a difference', () => {
  test('of a joint pick alone names the decisions that it has to fit', () => {
    const older = knowledgeOf(HOUSE);
    const difference = differenceOf({
      older,
      old: sheetOf({ rush: 'no', colour: 'red' }),
      new: sheetOf({ rush: 'yes', colour: 'red' }),
    });
    expect(decisionIn(difference, 'way')).toMatchObject({ moved: true });
    expect(decisionIn(difference, 'light')).toMatchObject({
      before: { status: 'settled', recommended: ['lamp'] },
      after: { status: 'settled', recommended: ['dark'], joint: { instead: ['lamp'], loses: 1 } },
      moved: true,
      movedBy: { together: ['way'] },
    });
    expect(decisionIn(difference, 'control')).toMatchObject({
      before: { recommended: ['switch'] },
      after: { recommended: [], joint: { instead: ['switch'], follows: ['light'] } },
      moved: true,
      movedBy: { together: ['light'] },
    });
  });

  test('names no others where a decision moves by itself', () => {
    const difference = differenceOf({
      older: knowledgeOf({ ...HOUSE, combinations: [] }),
      old: sheetOf({ rush: 'no' }),
      new: sheetOf({ rush: 'yes' }),
    });
    expect(decisionIn(difference, 'way').movedBy).toEqual({ answers: [['rush']] });
    expect(difference.decisions.map(({ id }) => id)).toEqual(['way', 'motor']);
  });
});

test('a merge says where picks are changed to go together, on what is agreed and for each file', () => {
  const { merged } = mergeOf(knowledgeOf(HOUSE), {
    people: [
      { file: 'ana.yaml', sheet: sheetOf({ rush: 'yes', colour: 'red' }) },
      { file: 'ben.yaml', sheet: sheetOf({ rush: 'no', colour: 'red' }) },
      { file: 'carla.yaml', sheet: sheetOf({ rush: 'yes', colour: 'red' }) },
    ],
    ...{ under: NOBODY, over: NOBODY },
  });
  expect(merged.joint.map(({ joint, ...rest }) => ({ ...rest, instead: joint.instead }))).toEqual([
    {
      ...{ decision: 'light', recommended: ['dark'], instead: ['lamp'] },
      files: ['ana.yaml', 'carla.yaml'],
    },
    {
      ...{ decision: 'control', recommended: [], instead: ['switch'] },
      files: ['ana.yaml', 'carla.yaml'],
    },
  ]);
});

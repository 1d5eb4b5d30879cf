import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { conflictsIn } from '../../src/engine/advice/conflicts.ts';
import { knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf, pinsOf } from '../support/engine-builders.ts';
import { brokenBy, combinedCases, picksInWorld } from '../support/engine-combinations.ts';
import { worldsIn } from '../support/engine-runs.ts';
import { numRuns } from '../support/runs.ts';

test('conflicts are the combinations that every way out of the ties breaks', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { decisions, conflicts } = advise(knowledge, { ...situationIn(each), decisions: [] });
      const broken = brokenBy(knowledge.combinations, decisions);
      expect(conflicts.map(({ line }) => line)).toEqual(broken.map(({ place }) => place.line));
      const picks = new Map(decisions.map((decision) => [decision.id, decision]));
      expect(conflictsIn(knowledge.combinations, picks)).toEqual(conflicts);
    }),
    { numRuns },
  );
});

test('a conflict that is certain stays under every completion', () => {
  let certain = 0;
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const { conflicts } = advise(knowledge, { ...situationIn(each), decisions: [] });
      const lines = conflicts.filter((conflict) => conflict.certain).map(({ line }) => line);
      const named = knowledge.combinations.filter(({ place }) => lines.includes(place.line));
      for (const world of worldsIn(each)) {
        expect(brokenBy(named, picksInWorld(world))).toEqual(named);
      }
      certain += named.length;
    }),
    { numRuns },
  );
  expect(certain).toBeGreaterThan(numRuns / 10);
});

const HOUSE: KnowledgeSpec = {
  qualities: { ease: 1, speed: 0 },
  questions: [{ id: 'load', choices: { low: {}, high: { speed: 2 }, equal: { speed: 1 } } }],
  patterns: [
    { id: 'stairs', rates: { ease: [1] } },
    { id: 'lift', rates: { speed: [1] } },
    { id: 'slide', rates: { ease: [-2] } },
    { id: 'lamp', rates: { ease: [1] } },
    { id: 'dark', rates: { ease: [-1] } },
    { id: 'ramp', rates: { ease: [1] } },
    { id: 'steps', ruledOutWhen: ['load: low | high | equal'] },
    { id: 'ladder', ruledOutWhen: ['load: low | high | equal'] },
    { id: 'alarm', rates: { ease: [1] } },
    { id: 'guard', rates: { ease: [1] } },
  ],
  decisions: [
    { id: 'way', alternatives: ['stairs', 'lift', 'slide'], driving: ['ease', 'speed'] },
    { id: 'light', alternatives: ['lamp', 'dark'], driving: ['ease'] },
    { id: 'door', alternatives: ['ramp', 'slide'], driving: ['ease'], appliesWhen: ['way: lift'] },
    { id: 'exit', alternatives: ['steps', 'ladder'], driving: ['ease'] },
    {
      id: 'safety',
      alternatives: ['alarm', 'guard'],
      driving: ['ease'],
      several: true,
      withoutBaseline: true,
    },
  ],
};

function conflictsOn(
  combination: { readonly when: string; readonly requires?: string },
  answers: Record<string, string>,
  {
    pins = {},
    decisions = [],
  }: { pins?: Record<string, readonly string[]>; decisions?: string[] } = {},
) {
  const knowledge = knowledgeOf({ ...HOUSE, combinations: [combination] });
  return advise(knowledge, { answers: answersOf(answers), pins: pinsOf(pins), decisions })
    .conflicts;
}

describe('a combination that is broken', () => {
  test('is reported with its picks, reason and place', () => {
    const never = { when: 'light: lamp & way: stairs | slide & safety: guard' };
    expect(conflictsOn(never, { load: 'low' })).toEqual([
      {
        kind: 'never',
        condition: 'light: lamp & way: stairs | slide & safety: guard',
        because: `${never.when} is wrong`,
        decisions: ['light', 'way', 'safety'],
        picks: { light: ['lamp'], way: ['stairs'], safety: ['guard'] },
        certain: true,
        file: 'decisions.yaml',
        line: 1,
      },
    ]);
  });

  test('names what is missing of a requirement, and what is picked instead', () => {
    const required = { when: 'light: lamp', requires: 'way: lift | slide & safety: alarm' };
    expect(conflictsOn(required, { load: 'low' })).toMatchObject([
      {
        kind: 'requires',
        requires: 'way: lift | slide & safety: alarm',
        decisions: ['light', 'way', 'safety'],
        picks: { light: ['lamp'] },
        missing: [{ decision: 'way', wanted: ['lift', 'slide'], picked: ['stairs'] }],
      },
    ]);
  });

  test('counts what leads while a decision is open, and says that it is not certain', () => {
    const never = { when: 'light: lamp & way: stairs' };
    expect(conflictsOn(never, {})).toMatchObject([{ certain: false }]);
    expect(conflictsOn(never, { load: 'high' })).toEqual([]);
  });

  test('is none where one of the tied picks is no conflict', () => {
    const equal = { load: 'equal' };
    expect(conflictsOn({ when: 'light: lamp & way: lift' }, equal)).toEqual([]);
    expect(conflictsOn({ when: 'light: lamp & way: lift | stairs' }, equal)).toHaveLength(1);
    expect(conflictsOn({ when: 'light: lamp', requires: 'way: lift' }, equal)).toEqual([]);
    expect(conflictsOn({ when: 'light: lamp', requires: 'way: slide' }, equal)).toHaveLength(1);
  });

  test('finds no pick in a decision that does not apply, or that nothing fits', () => {
    const low = { load: 'low' };
    expect(conflictsOn({ when: 'light: lamp', requires: 'door: ramp' }, low)).toHaveLength(1);
    expect(conflictsOn({ when: 'light: lamp & door: ramp' }, low)).toEqual([]);
    expect(conflictsOn({ when: 'light: lamp', requires: 'exit: steps' }, low)).toHaveLength(1);
    expect(conflictsOn({ when: 'light: lamp & exit: steps' }, low)).toEqual([]);
  });

  test('counts a decision that may not apply only where it applies as picked', () => {
    const never = { when: 'light: lamp & door: ramp' };
    expect(conflictsOn(never, {})).toEqual([]);
    expect(conflictsOn(never, {}, { pins: { way: ['lift'] } })).toHaveLength(1);
  });

  test('is not certain as long as it is undecided whether a decision in it applies', () => {
    const rail = { id: 'rail', alternatives: ['lamp', 'dark'], driving: ['ease'] };
    const decisions = [...HOUSE.decisions, { ...rail, appliesWhen: ['way: stairs'] }];
    const never = { when: 'rail: lamp & light: lamp' };
    const knowledge = knowledgeOf({ ...HOUSE, decisions, combinations: [never] });
    const on = (answers: Record<string, string>) =>
      advise(knowledge, { answers: answersOf(answers), pins: new Map(), decisions: [] });
    expect(on({}).decisions.find(({ id }) => id === 'rail')).toMatchObject({
      status: 'settled',
      applies: 'undecided',
      appliesAsPicked: true,
    });
    expect(on({}).conflicts).toMatchObject([{ certain: false }]);
    expect(on({ load: 'low' }).conflicts).toMatchObject([{ certain: true }]);
    expect(on({ load: 'high' }).conflicts).toEqual([]);
  });

  test('is reported where one of its decisions is asked for', () => {
    const never = { when: 'light: lamp & way: stairs' };
    expect(conflictsOn(never, { load: 'low' }, { decisions: ['way'] })).toHaveLength(1);
    expect(conflictsOn(never, { load: 'low' }, { decisions: ['safety'] })).toEqual([]);
  });

  test('is a list without any, and then there is no repair', () => {
    const knowledge = knowledgeOf(HOUSE);
    const advice = advise(knowledge, { answers: new Map(), pins: new Map(), decisions: [] });
    expect(advice.conflicts).toEqual([]);
    expect('repair' in advice || 'irreparable' in advice).toBe(false);
  });
});

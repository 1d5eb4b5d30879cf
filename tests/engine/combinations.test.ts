import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf, pinsOf } from '../support/engine-builders.ts';
import { brokenBy, combinedCases } from '../support/engine-combinations.ts';
import { adviceAlone, conflictsAlone } from '../support/engine-joint.ts';
import { numRuns } from '../support/runs.ts';

test('the combinations that picks break are those that every way out of the ties breaks', () => {
  fc.assert(
    fc.property(combinedCases, (each) => {
      const knowledge = knowledgeIn(each);
      const alone = adviceAlone(knowledge, situationIn(each));
      const broken = brokenBy(knowledge.combinations, alone);
      const found = conflictsAlone(knowledge, situationIn(each)).map(({ line }) => line);
      expect(found).toEqual(broken.map(({ place }) => place.line));
    }),
    { numRuns },
  );
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
  pins: Record<string, readonly string[]> = {},
) {
  const knowledge = knowledgeOf({ ...HOUSE, combinations: [combination] });
  return conflictsAlone(knowledge, { answers: answersOf(answers), pins: pinsOf(pins) });
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
    expect(conflictsOn(never, {}, { way: ['lift'] })).toHaveLength(1);
  });

  test('is not certain as long as it is undecided whether a decision in it applies', () => {
    const rail = { id: 'rail', alternatives: ['lamp', 'dark'], driving: ['ease'] };
    const decisions = [...HOUSE.decisions, { ...rail, appliesWhen: ['way: stairs'] }];
    const never = { when: 'rail: lamp & light: lamp' };
    const knowledge = knowledgeOf({ ...HOUSE, decisions, combinations: [never] });
    const given = (answers: Record<string, string>) => ({
      ...{ answers: answersOf(answers), pins: new Map(), decisions: [] },
    });
    const { decisions: advised } = advise(knowledge, given({}));
    expect(advised.find(({ id }) => id === 'rail')).toMatchObject({
      status: 'settled',
      applies: 'undecided',
      appliesAsPicked: true,
    });
    const on = (answers: Record<string, string>) => conflictsAlone(knowledge, given(answers));
    expect(on({})).toMatchObject([{ certain: false }]);
    expect(on({ load: 'low' })).toMatchObject([{ certain: true }]);
    expect(on({ load: 'high' })).toEqual([]);
  });

  test('is reported where pins leave no other picks, and where one of its decisions is asked for', () => {
    const never = { when: 'light: lamp & way: stairs' };
    const knowledge = knowledgeOf({ ...HOUSE, combinations: [never] });
    const pins = pinsOf({ light: ['lamp'], way: ['stairs'] });
    const on = (decisions: string[]) =>
      advise(knowledge, { answers: answersOf({}), pins, decisions }).conflicts;
    expect(on(['way'])).toMatchObject([{ certain: true }]);
    expect(on(['safety'])).toEqual([]);
  });

  test('is a list without any', () => {
    const knowledge = knowledgeOf(HOUSE);
    const advice = advise(knowledge, { answers: new Map(), pins: new Map(), decisions: [] });
    expect(advice.conflicts).toEqual([]);
    expect('irreparable' in advice || 'jointGivenUp' in advice).toBe(false);
  });
});

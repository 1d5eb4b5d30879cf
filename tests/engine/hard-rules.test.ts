import { describe, expect, test } from 'vitest';
import { evidenceOf, type KnowledgeSpec } from '../support/engine-builders.ts';
import { adviceOn, ranked } from '../support/engine-examples.ts';

describe('a change that spans several stores', () => {
  const spec: KnowledgeSpec = {
    qualities: { simplicity: 3, availability: 0 },
    questions: [
      { id: 'atomicity', choices: { database: {}, stores: {} } },
      { id: 'uptime', choices: { relaxed: {}, strict: { availability: 4 } } },
    ],
    patterns: [
      {
        id: 'local',
        rates: { simplicity: [2, 1], availability: [1] },
        evidence: [
          evidenceOf('ruled-out-when', 'atomicity: stores', {
            text: 'no transaction reaches into a second store',
            line: 12,
          }),
        ],
      },
      { id: 'saga', rates: { simplicity: [-2] }, useWhen: ['atomicity: stores (strong)'] },
    ],
    decisions: [
      {
        id: 'transactions',
        alternatives: ['local', 'saga'],
        driving: ['simplicity', 'availability'],
      },
    ],
  };

  test('rules a local transaction out, however many points speak for it', () => {
    const [decision] = adviceOn(spec, { atomicity: 'stores', uptime: 'strict' });
    expect(decision).toMatchObject({ status: 'settled', recommended: ['saga'], dependsOn: [] });
    expect(ranked(decision, 'local').score).toBe(3 * 2 + 4);
    expect(ranked(decision, 'saga').score).toBe(3 * -2 + 10);
    expect(decision?.ranking.map(({ alternative }) => alternative)).toEqual(['local', 'saga']);
  });

  test('names the sentence that rules it out, with its place', () => {
    const [decision] = adviceOn(spec, { atomicity: 'stores' });
    expect(ranked(decision, 'local').excludedBy).toEqual([
      {
        state: 'certain',
        text: 'no transaction reaches into a second store',
        because: 'atomicity: stores',
        file: 'made-up.md',
        line: 12,
      },
    ]);
  });

  test('is not assumed while nobody has said so', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({
      status: 'open',
      recommended: ['local'],
      dependsOn: ['atomicity'],
    });
    expect(ranked(decision, 'local').excludedBy).toMatchObject([{ state: 'possible' }]);
  });

  test('says that claims add up to more than the scale holds', () => {
    const [decision] = adviceOn(spec, {});
    expect(ranked(decision, 'local').contributions).toEqual([
      {
        kind: 'quality',
        quality: 'simplicity',
        points: 6,
        weight: 3,
        rating: 2,
        because: ['base'],
        claims: [
          { text: 'simplicity 2', file: 'made-up.md', line: 1 },
          { text: 'simplicity 1', file: 'made-up.md', line: 1 },
        ],
        beyondScale: true,
      },
    ]);
  });
});

describe('a condition over two questions', () => {
  const spec: KnowledgeSpec = {
    qualities: { simplicity: 1 },
    questions: [
      { id: 'compensation', choices: { visible: {}, 'never-visible': {} } },
      { id: 'participants', several: true, choices: { 'can-prepare': {}, people: {} } },
    ],
    patterns: [
      { id: 'plain', rates: { simplicity: [1] } },
      {
        id: 'two-phase-commit',
        rates: { simplicity: [-2] },
        useWhen: ['compensation: never-visible & participants: can-prepare (strong)'],
      },
    ],
    decisions: [
      { id: 'transactions', alternatives: ['plain', 'two-phase-commit'], driving: ['simplicity'] },
    ],
  };

  test('gives its points once, when both hold', () => {
    const said = { compensation: 'never-visible', participants: ['can-prepare', 'people'] };
    const [decision] = adviceOn(spec, said);
    expect(ranked(decision, 'two-phase-commit').contributions).toMatchObject([
      { kind: 'quality', points: -2 },
      {
        kind: 'evidence',
        points: 10,
        because: [
          { question: 'compensation', choice: 'never-visible' },
          { question: 'participants', choice: 'can-prepare' },
        ],
      },
    ]);
    expect(decision).toMatchObject({ status: 'settled', recommended: ['two-phase-commit'] });
  });

  test('gives nothing while one of them is open', () => {
    const [decision] = adviceOn(spec, { compensation: 'never-visible' });
    expect(ranked(decision, 'two-phase-commit').score).toBe(-2);
    expect(decision).toMatchObject({ status: 'open', dependsOn: ['participants'] });
  });

  test('can give nothing any more once one of them fails', () => {
    const [decision] = adviceOn(spec, { participants: ['none'] });
    expect(decision).toMatchObject({ status: 'settled', recommended: ['plain'], dependsOn: [] });
  });
});

import { describe, expect, test } from 'vitest';
import type { LineKind } from '../../src/model/difference.ts';
import {
  type DecisionSpec,
  type KnowledgeSpec,
  knowledgeOf,
  type PatternSpec,
  type QuestionSpec,
} from '../support/engine-builders.ts';
import { decisionIn, differenceOf, type Said, sheetOf } from '../support/engine-differences.ts';

const QUESTION = { id: 'load', choices: { low: {}, high: { speed: 3 } } };

describe('each way in which a knowledge base can change what is picked', () => {
  const CARE = { id: 'care', several: true, choices: { dust: { speed: 1 }, damp: { ease: 1 } } };
  const BASE: KnowledgeSpec = {
    qualities: { speed: 1, ease: 1 },
    questions: [QUESTION, CARE],
    patterns: [
      { id: 'chest', rates: { ease: [1] }, useWhen: ['care: damp'] },
      { id: 'shelf', rates: { speed: [1] } },
    ],
    decisions: [{ id: 'storage', alternatives: ['chest', 'shelf'], driving: ['speed', 'ease'] }],
  };
  const decided = (more: Partial<DecisionSpec>): Partial<KnowledgeSpec> => ({
    decisions: BASE.decisions.map((each) => ({ ...each, ...more })),
  });
  const described = (more: PatternSpec): Partial<KnowledgeSpec> => ({
    patterns: BASE.patterns.map((each) => (each.id === more.id ? { ...each, ...more } : each)),
  });
  const asked = (more: Partial<QuestionSpec>): Partial<KnowledgeSpec> => ({
    questions: [QUESTION, { ...CARE, ...more }],
  });
  const DUST = { care: ['dust'] };
  const DAMP = { care: ['damp'] };
  const crate = {
    patterns: [...BASE.patterns, { id: 'crate', rates: { ease: [2], speed: [2] } }],
    ...decided({ alternatives: ['chest', 'shelf', 'crate'] }),
  };

  test.each<[string, readonly [Partial<KnowledgeSpec>, Partial<KnowledgeSpec>], Said, LineKind]>([
    ['several may be picked', [{}, decided({ several: true })], {}, 'several'],
    ['a quality decides no more', [{}, decided({ driving: ['ease'] })], DUST, 'driving'],
    ['the order is another', [{}, decided({ alternatives: ['shelf', 'chest'] })], {}, 'order'],
    ['an alternative came', [{}, crate], {}, 'alternative'],
    ['an alternative went', [crate, {}], {}, 'alternative'],
    [
      'a claim is stronger',
      [{}, described({ id: 'shelf', rates: { speed: [2] } })],
      { care: ['none'] },
      'claim',
    ],
    [
      'a condition went',
      [{}, described({ id: 'chest', useWhen: [] })],
      { ...DAMP, load: 'high' },
      'evidence',
    ],
    [
      'a hard rule came',
      [{}, described({ id: 'chest', ruledOutWhen: ['care: damp'] })],
      DAMP,
      'hard-rule',
    ],
    ['a quality weighs more', [{}, { qualities: { speed: 9, ease: 1 } }], DAMP, 'weight'],
    [
      'an answer adds more',
      [{}, asked({ choices: { dust: { speed: 9 }, damp: { ease: 1 } } })],
      { care: ['dust', 'damp'] },
      'weight',
    ],
  ])('%s: that line is named, and no other', (_, [before, after], answers, kind) => {
    const found = differenceOf({
      older: knowledgeOf({ ...BASE, ...before }),
      newer: knowledgeOf({ ...BASE, ...after }),
      old: sheetOf(answers),
    });
    const { reasons = [] } = decisionIn(found, 'storage').movedBy;
    const named = reasons.flatMap(({ lines }) => lines.map((line) => line.kind));
    expect([...new Set(named)]).toEqual([kind]);
  });

  test.each<[string, Partial<QuestionSpec>, Said, readonly [LineKind, string, string | undefined]]>(
    [
      ['a choice went that was open', { choices: { damp: {} } }, {}, ['choice', 'dust', undefined]],
      [
        'a choice went that was given',
        { choices: { damp: {} } },
        DUST,
        ['choice', 'dust', undefined],
      ],
      ['one at most', { limit: 1 }, {}, ['limits', 'several: true', 'several: true, limit: 1']],
      [
        'one stands alone',
        { exclusive: ['dust'] },
        {},
        ['limits', 'several: true', 'several: true, exclusive: dust'],
      ],
      [
        'two exclude each other',
        { opposites: [['dust', 'damp']] },
        {},
        ['limits', 'several: true', 'several: true, not together: damp & dust'],
      ],
      ['one only', { several: false }, {}, ['limits', 'several: true', 'several: false']],
    ],
  )('a question has other answers, %s: that line is named, and no other', (_, more, said, line) => {
    const patterns: readonly PatternSpec[] = [
      { id: 'chest', rates: { ease: [1] } },
      { id: 'shelf', useWhen: ['care: dust & care: damp'] },
      { id: 'crate', useWhen: ['care: dust'], avoidWhen: ['care: damp'] },
    ];
    const alternatives = 'care' in said ? ['chest', 'crate'] : ['chest', 'shelf'];
    const care = { id: 'care', several: true, choices: { dust: {}, damp: {} } };
    const knowledgeWith = (question: QuestionSpec) =>
      knowledgeOf({ ...BASE, patterns, questions: [question], ...decided({ alternatives }) });
    const found = differenceOf({
      older: knowledgeWith(care),
      newer: knowledgeWith({ ...care, ...more }),
      old: sheetOf(said),
    });
    const { reasons = [] } = decisionIn(found, 'storage').movedBy;
    const named = reasons.flatMap(({ lines }) => lines);
    expect(named.map(({ kind, before, after }) => [kind, before?.text, after?.text])).toEqual([
      line,
    ]);
  });

  const calm = (weight: number): Partial<KnowledgeSpec> => ({
    qualities: { speed: 1, ease: 1, calm: weight },
    ...decided({ driving: ['speed', 'ease', 'calm'] }),
  });
  test.each<[string, Partial<KnowledgeSpec>, Partial<KnowledgeSpec>]>([
    ['an order that leaves no tie to break', {}, decided({ alternatives: ['shelf', 'chest'] })],
    ['the weight of a quality on which nothing is rated', calm(1), calm(5)],
    [
      'the weight that an answer adds to such a quality',
      calm(1),
      {
        ...calm(1),
        questions: [{ id: 'load', choices: { low: {}, high: { speed: 3, calm: 2 } } }, CARE],
      },
    ],
    ['a choice of a question that is answered', {}, asked({ choices: { dust: {}, wind: {} } })],
    [
      'the weight of a choice that is not the answer',
      {},
      { questions: [{ id: 'load', choices: { low: { speed: 9 }, high: { speed: 3 } } }, CARE] },
    ],
  ])('%s is not named', (_, before, after) => {
    const weaker = described({ id: 'shelf', rates: { speed: [-1] } });
    const found = differenceOf({
      older: knowledgeOf({ ...BASE, ...before }),
      newer: knowledgeOf({ ...BASE, ...weaker, ...after }),
      old: sheetOf({ load: 'high', care: ['none'] }),
    });
    const { reasons = [] } = decisionIn(found, 'storage').movedBy;
    const named = reasons.flatMap(({ lines }) => lines.map(({ kind }) => kind));
    expect([...new Set(named)]).toEqual(['claim']);
  });

  test('neither a limit that no set reaches nor claims that come to the same rating are named', () => {
    const older = { ...BASE, ...described({ id: 'chest', rates: { ease: [2, -1] } }) };
    const weaker = described({ id: 'shelf', rates: { speed: [-1] } });
    const found = differenceOf({
      older: knowledgeOf(older),
      newer: knowledgeOf({ ...BASE, ...weaker, ...asked({ limit: 2 }) }),
      old: sheetOf({ load: 'high' }),
    });
    const { reasons = [] } = decisionIn(found, 'storage').movedBy;
    const named = reasons.flatMap(({ alternative, lines }) =>
      lines.map(({ kind }) => [alternative, kind]),
    );
    expect(new Set(named.map((each) => each.join()))).toEqual(new Set(['shelf,claim']));
  });

  test('a hard rule is not behind points on the same question', () => {
    const on = (strength: string): PatternSpec => ({
      id: 'shelf',
      useWhen: [`load: low${strength}`, `load: high${strength}`],
    });
    const found = differenceOf({
      older: knowledgeOf({ ...BASE, ...described(on('')) }),
      newer: knowledgeOf({
        ...BASE,
        ...described({ ...on(' (strong)'), ruledOutWhen: ['load: high'] }),
      }),
      old: sheetOf({ care: ['none'] }),
    });
    const { reasons = [] } = decisionIn(found, 'storage').movedBy;
    const kinds = reasons.map(({ kind, lines }) => [kind, new Set(lines.map((line) => line.kind))]);
    expect(kinds).toEqual([
      ['hard-rule', new Set(['hard-rule'])],
      ['certain', new Set(['evidence'])],
    ]);
  });

  test('another technique stands for none', () => {
    const several = decided({ several: true });
    const found = differenceOf({
      older: knowledgeOf({ ...BASE, ...several }),
      newer: knowledgeOf({
        ...BASE,
        ...decided({ several: true, alternatives: ['shelf', 'chest'] }),
      }),
      old: sheetOf({ care: ['damp'] }),
    });
    const { reasons = [] } = decisionIn(found, 'storage').movedBy;
    expect(reasons[0]?.lines).toMatchObject([
      { kind: 'baseline', before: { text: 'chest' }, after: { text: 'shelf' } },
    ]);
  });

  test('a technique names a condition for the first time, and so needs one that holds', () => {
    const older = { ...BASE, ...decided({ several: true }) };
    const newer = { ...older, ...described({ id: 'shelf', useWhen: ['load: high'] }) };
    const found = differenceOf({
      older: knowledgeOf(older),
      newer: knowledgeOf(newer),
      old: sheetOf({ load: 'low', care: ['dust'] }),
    });
    const { reasons = [] } = decisionIn(found, 'storage').movedBy;
    expect(reasons).toMatchObject([
      { kind: 'lines', alternative: 'shelf', lines: [{ after: { condition: 'load: high' } }] },
    ]);
  });

  test('a pinned alternative that only one side knows is why the pin counts there', () => {
    const found = differenceOf({
      older: knowledgeOf(BASE),
      newer: knowledgeOf({ ...BASE, ...crate }),
      old: sheetOf({ care: ['damp'] }, { storage: ['crate'] }),
    });
    expect(decisionIn(found, 'storage')).toMatchObject({
      before: { recommended: ['chest'], pinned: false },
      after: { recommended: ['crate'], pinned: true },
      movedBy: { reasons: [{ kind: 'alternative', alternative: 'crate' }] },
    });
  });

  test('of several pins of which one side knows fewer, hard rules on the others count as well', () => {
    const several = (alternatives: readonly string[]) => ({
      ...crate,
      ...decided({ several: true, alternatives }),
    });
    const ruled = [...crate.patterns.slice(0, 2), { id: 'crate', ruledOutWhen: ['load: high'] }];
    const found = differenceOf({
      older: knowledgeOf({ ...BASE, ...several(['chest', 'shelf', 'crate']), patterns: ruled }),
      newer: knowledgeOf({ ...BASE, ...several(['chest', 'crate']) }),
      old: sheetOf({ load: 'high' }, { storage: ['shelf', 'crate'] }),
    });
    const { before, after, movedBy } = decisionIn(found, 'storage');
    expect([before.status, after.recommended]).toEqual(['infeasible', ['crate']]);
    expect(movedBy.reasons?.map(({ kind, alternative }) => [kind, alternative])).toEqual([
      ['alternative', 'shelf'],
      ['hard-rule', 'crate'],
    ]);
  });

  test('of a pinned decision only hard rules on what is pinned count', () => {
    const more = described({ id: 'chest', rates: { ease: [-2] }, ruledOutWhen: ['load: high'] });
    const found = differenceOf({
      older: knowledgeOf(BASE),
      newer: knowledgeOf({ ...BASE, ...more }),
      old: sheetOf({ load: 'high' }, { storage: ['chest'] }),
    });
    const { moved, movedBy } = decisionIn(found, 'storage');
    expect(moved).toBe(true);
    expect(movedBy.reasons?.map(({ kind }) => kind)).toEqual(['hard-rule']);
  });
});

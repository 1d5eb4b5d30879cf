import { describe, expect, test } from 'vitest';
import type { MergeRequest } from '../../src/engine/merge/common-ground.ts';
import { merge } from '../../src/engine/merge/merge.ts';
import type { Answer, AnswerSheet } from '../../src/model/answers.ts';
import { type KnowledgeSpec, knowledgeOf } from '../support/engine-builders.ts';
import { mergeOf } from '../support/merge-arbitraries.ts';

const NOBODY: AnswerSheet = { answers: new Map(), pins: new Map(), notes: new Map() };

const BOARD: KnowledgeSpec = {
  qualities: { speed: 0, ease: 1 },
  questions: [
    { id: 'load', choices: { low: {}, high: { speed: 2 } } },
    { id: 'rush', choices: { no: {}, yes: { speed: 2 } } },
    { id: 'colour', choices: { red: {}, blue: {} } },
    { id: 'data', several: true, choices: { rows: {}, pages: {} } },
  ],
  patterns: [
    { id: 'plain', rates: { ease: [2] } },
    { id: 'fast', rates: { speed: [1], ease: [-1] }, ruledOutWhen: ['data: pages'] },
    { id: 'small' },
    { id: 'large', useWhen: ['load: high'] },
  ],
  decisions: [
    { id: 'engine', alternatives: ['plain', 'fast'], driving: ['speed', 'ease'] },
    {
      id: 'size',
      alternatives: ['small', 'large'],
      driving: ['speed'],
      appliesWhen: ['engine: fast'],
    },
  ],
};

function sheet(
  answers: Readonly<Record<string, string | readonly string[] | null>>,
  rest: Partial<AnswerSheet> = {},
): AnswerSheet {
  const listed = Object.entries(answers).map(([id, said]): [string, Answer | null] => [
    id,
    said === null ? null : { choices: [said].flat() },
  ]);
  return { answers: new Map(listed), pins: new Map(), notes: new Map(), ...rest };
}

function board(people: Readonly<Record<string, AnswerSheet>>, over = NOBODY, under = NOBODY) {
  const listed = Object.entries(people).map(([file, one]) => ({ file, sheet: one }));
  return mergeOf(knowledgeOf(BOARD), { people: listed, under, over }).merged;
}

describe('a difference', () => {
  test('that changes no pick is listed with who says what', () => {
    const merged = board({
      ana: sheet({ load: 'high', rush: 'no', data: ['rows'] }),
      ben: sheet({ load: 'low', data: ['pages'], rush: 'no' }),
    });
    const nothing = { matters: [], neededFor: [], consequences: [] };
    expect(merged.differences).toEqual([
      {
        question: 'load',
        said: [
          { file: 'ana', answer: 'high' },
          { file: 'ben', answer: 'low' },
        ],
        ...nothing,
      },
      {
        question: 'data',
        said: [
          { file: 'ana', answer: ['rows'] },
          { file: 'ben', answer: ['pages'] },
        ],
        ...nothing,
      },
    ]);
    expect(merged.answers).toEqual({ rush: 'no' });
    expect(merged.picks).toEqual([]);
  });

  test('may matter only together with another one: both matter, and each names the other', () => {
    const { differences, picks } = board({
      ana: sheet({ load: 'high', rush: 'no', data: ['rows'] }),
      ben: sheet({ load: 'low', rush: 'yes', data: ['rows'] }),
    });
    expect(differences.map(({ question, matters }) => [question, matters])).toEqual([
      ['load', ['engine', 'size']],
      ['rush', ['engine', 'size']],
    ]);
    expect(differences[0]?.consequences[0]).toEqual({
      decision: 'engine',
      with: ['rush'],
      follows: [
        { answer: 'high', picks: [['plain'], ['fast']] },
        { answer: 'low', picks: [['plain']] },
      ],
    });
    expect(picks[0]).toEqual({
      decision: 'engine',
      common: ['plain'],
      picks: [
        { recommended: ['plain'], files: ['ana', 'ben'], answers: { load: 'low' } },
        { recommended: ['fast'], answers: { load: 'high', rush: 'yes' } },
      ],
    });
  });

  test('between numbers of one band is none, and the band is agreed', () => {
    const number = (value: number): AnswerSheet => ({
      ...sheet({}),
      answers: new Map([['load', { choices: ['low'], number: value }]]),
    });
    expect(board({ ana: number(3), ben: number(4) })).toMatchObject({
      differences: [],
      answers: { load: 'low' },
    });
    expect(board({ ana: number(3), ben: sheet({ load: 'low' }) }).answers).toEqual({ load: 3 });
  });

  test('is settled by a stronger answer, also by `unknown`', () => {
    const people = { ana: sheet({ load: 'high' }), ben: sheet({ load: 'low' }) };
    const said = [
      { file: 'ana', answer: 'high' },
      { file: 'ben', answer: 'low' },
    ];
    const known = board(people, sheet({ load: 'high' }));
    expect(known).toMatchObject({ differences: [], answers: { load: 'high' } });
    expect(known.settled).toEqual([{ question: 'load', said }]);
    expect(board(people, sheet({ load: null }))).toMatchObject({ differences: [], answers: {} });
  });

  test('leaves the question unknown, no matter what a weaker source says', () => {
    const people = { ana: sheet({ load: 'high' }), ben: sheet({ load: 'low' }) };
    expect(board(people, sheet({}), sheet({ load: 'low', rush: 'no' })).answers).toEqual({
      rush: 'no',
    });
  });
});

/** Everybody fulfils the reason for Fancy; but in no other way than by an answer. */
const KINDS: KnowledgeSpec = {
  qualities: { ease: 0 },
  questions: [
    { id: 'kind', choices: { x: {}, y: {}, z: {} } },
    { id: 'rush', choices: { no: {}, yes: {} } },
  ],
  patterns: [
    { id: 'plain', useWhen: ['rush: yes (strong)'] },
    { id: 'fancy', useWhen: ['kind: x | y'] },
  ],
  decisions: [{ id: 'style', alternatives: ['plain', 'fancy'], driving: ['ease'] }],
};

describe('a difference between answers that do the same', () => {
  const people = [
    { file: 'ana', sheet: sheet({ kind: 'x', rush: 'no' }) },
    { file: 'ben', sheet: sheet({ kind: 'y', rush: 'yes' }) },
  ];
  const mergedWith = (over: AnswerSheet) =>
    mergeOf(knowledgeOf(KINDS), { people, under: NOBODY, over }).merged;

  test('is needed where leaving it open changes the pick, and what follows from others names it', () => {
    const { differences, picks } = mergedWith(NOBODY);
    expect(differences).toMatchObject([
      { question: 'kind', matters: [], neededFor: ['style'], consequences: [] },
      {
        question: 'rush',
        matters: ['style'],
        neededFor: [],
        consequences: [
          {
            decision: 'style',
            with: ['kind'],
            follows: [
              { answer: 'no', picks: [['fancy']] },
              { answer: 'yes', picks: [['plain']] },
            ],
          },
        ],
      },
    ]);
    expect(picks).toEqual([
      {
        decision: 'style',
        common: ['plain'],
        picks: [
          { recommended: ['fancy'], files: ['ana'], answers: { kind: 'x', rush: 'no' } },
          { recommended: ['plain'], files: ['ben'], answers: { rush: 'yes' } },
        ],
      },
    ]);
  });

  test('is all that is left to settle once the other one is settled', () => {
    const { differences, picks } = mergedWith(sheet({ rush: 'no' }));
    expect(differences).toMatchObject([{ question: 'kind', matters: [], neededFor: ['style'] }]);
    expect(picks).toEqual([
      {
        decision: 'style',
        common: ['plain'],
        picks: [{ recommended: ['fancy'], files: ['ana', 'ben'], answers: { kind: 'x' } }],
      },
    ]);
  });

  test('changes nothing once the other one leads to a pick by itself', () => {
    const { differences, picks } = mergedWith(sheet({ rush: 'yes' }));
    expect(differences).toMatchObject([{ question: 'kind', matters: [], neededFor: [] }]);
    expect(picks).toEqual([]);
  });
});

test('a pick that somebody comes to only by leaving a question open names what can still change it', () => {
  const people = [
    { file: 'ana', sheet: sheet({ kind: 'x', rush: 'no' }) },
    { file: 'ben', sheet: sheet({ kind: 'y', rush: 'no' }) },
    { file: 'eve', sheet: sheet({ rush: 'no' }) },
  ];
  const merged = mergeOf(knowledgeOf(KINDS), { people, under: NOBODY, over: NOBODY }).merged;
  expect(merged.picks[0]?.picks).toEqual([
    { recommended: ['fancy'], files: ['ana', 'ben'], answers: { kind: 'x' } },
    { recommended: ['plain'], files: ['eve'], answers: {}, dependsOn: ['kind'] },
  ]);
});

describe('what only some know', () => {
  test('is taken, and listed', () => {
    const merged = board({
      ana: sheet({ load: 'high', rush: null }),
      ben: sheet({ rush: 'yes' }),
      eve: sheet({ rush: 'yes', colour: null }),
    });
    expect(merged).toMatchObject({
      answered: 2,
      answers: { load: 'high', rush: 'yes' },
      bySome: [
        { question: 'load', files: ['ana'] },
        { question: 'rush', files: ['ben', 'eve'] },
      ],
    });
  });

  test('is taken of pins, too; where they differ none is', () => {
    const pinned = (pin: string) => sheet({}, { pins: new Map([['engine', [pin]]]) });
    expect(board({ ana: pinned('fast'), ben: sheet({}) })).toMatchObject({
      pins: { engine: 'fast' },
      pinDifferences: [],
      pinnedBySome: [{ decision: 'engine', files: ['ana'] }],
    });
    const odd = board({ ana: pinned('fast'), ben: pinned('plain') });
    expect(odd.pins).toEqual({});
    expect(odd.pinDifferences).toMatchObject([
      { decision: 'engine', matters: ['engine', 'size'], neededFor: [] },
    ]);
    expect(odd.picks.map(({ decision }) => decision)).toEqual(['engine', 'size']);
    expect(board({ ana: pinned('fast'), ben: pinned('plain') }, pinned('fast')).pins).toEqual({
      engine: 'fast',
    });
  });
});

test('pins that differ and lead to one pick, but not to that without a pin, are needed for it', () => {
  const spec: KnowledgeSpec = {
    qualities: { ease: 1 },
    questions: [],
    patterns: [
      { id: 'plain', rates: { ease: [2] } },
      { id: 'fast' },
      { id: 'huge' },
      { id: 'one' },
    ],
    decisions: [
      { id: 'engine', alternatives: ['plain', 'fast', 'huge'], driving: ['ease'] },
      { id: 'size', alternatives: ['one'], driving: [], appliesWhen: ['engine: fast | huge'] },
    ],
  };
  const pinned = (pin: string) => sheet({}, { pins: new Map([['engine', [pin]]]) });
  const people = [
    { file: 'ana', sheet: pinned('fast') },
    { file: 'ben', sheet: pinned('huge') },
  ];
  const { merged } = mergeOf(knowledgeOf(spec), { people, under: NOBODY, over: NOBODY });
  expect(merged.pinDifferences).toMatchObject([{ matters: ['engine'], neededFor: ['size'] }]);
  expect(merged.picks).toEqual([
    {
      decision: 'engine',
      common: ['plain'],
      picks: [
        { recommended: ['fast'], files: ['ana'] },
        { recommended: ['huge'], files: ['ben'] },
      ],
    },
    { decision: 'size', common: [], picks: [{ recommended: ['one'], files: ['ana', 'ben'] }] },
  ]);
});

test('names are kept where nobody contradicts them, and notes say whose they are', () => {
  const noted = (system: string, note: string) =>
    sheet({}, { system, scope: 'Orders', notes: new Map([['load', note]]) });
  const merged = board({
    'shop/ana.yaml': noted('Shop', 'counted'),
    'shop/ben.yaml': noted('Shop', 'guessed'),
    'shop/eve.yaml': noted('Store', 'counted'),
  });
  expect(merged.system).toBeUndefined();
  expect(merged.scope).toBe('Orders');
  expect(merged.notes).toEqual({ load: 'ana, eve: counted\nben: guessed' });
});

describe('where the answers combine in too many ways', () => {
  const ids = Array.from({ length: 13 }, (_, index) => `q${index}`);
  const spec: KnowledgeSpec = {
    qualities: { speed: 0, ease: 1 },
    questions: ids.map((id) => ({ id, choices: { no: {}, yes: { speed: 1 } } })),
    patterns: [
      { id: 'plain', rates: { ease: [2] } },
      { id: 'fast', rates: { speed: [1] } },
    ],
    decisions: [{ id: 'engine', alternatives: ['plain', 'fast'], driving: ['speed', 'ease'] }],
  };
  const request = (yes: number): MergeRequest => ({
    people: [
      {
        file: 'ana',
        sheet: sheet(Object.fromEntries(ids.map((id, i) => [id, i < yes ? 'yes' : 'no']))),
      },
      {
        file: 'ben',
        sheet: sheet(Object.fromEntries(ids.map((id, i) => [id, i < yes ? 'no' : 'yes']))),
      },
    ],
    under: NOBODY,
    over: NOBODY,
  });

  test('that is stated, and one difference at a time is varied from what each person says', () => {
    const { sampled, differences } = mergeOf(knowledgeOf(spec), request(2)).merged;
    expect(sampled).toEqual(['engine']);
    expect(differences.map(({ matters }) => matters.length)).toEqual(ids.map(() => 1));
  });

  test('a difference may be missed there, and what each person comes to is still listed', () => {
    const { sampled, differences, picks } = mergeOf(knowledgeOf(spec), request(0)).merged;
    expect(sampled).toEqual(['engine']);
    expect(differences.flatMap(({ matters }) => matters)).toEqual([]);
    expect(picks).toMatchObject([
      {
        picks: [
          { recommended: ['plain'], files: ['ana'] },
          { recommended: ['fast'], files: ['ben'] },
        ],
      },
    ]);
  });
});

test('each decision is a step, so that somebody waiting sees it move', () => {
  const people = [{ file: 'ana', sheet: sheet({}) }];
  const steps = [...merge(knowledgeOf(BOARD), { people, under: NOBODY, over: NOBODY })];
  expect(steps).toEqual([
    { done: 0, total: 2, subject: 'engine' },
    { done: 1, total: 2, subject: 'size' },
  ]);
});

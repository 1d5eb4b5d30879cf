import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import type { MergeRequest } from '../../src/engine/merge/common-ground.ts';
import { merge } from '../../src/engine/merge/merge.ts';
import type { Answer, AnswerSheet, Pins } from '../../src/model/answers.ts';
import type { Merged, PossiblePick } from '../../src/model/merged.ts';
import { type KnowledgeSpec, knowledgeOf } from '../support/engine-builders.ts';
import { mergeCases, mergedOf, requestIn } from '../support/merge-arbitraries.ts';
import { type MergeTruth, mergeTruth } from '../support/merge-brute-force.ts';

const RUNS = 2_000;

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 600_000 });

/** What was found, in the words of the brute force. */
function found(merged: Merged): MergeTruth {
  const word = (said: string | number | readonly string[]) => [said].flat().join('+');
  const words = (said: Readonly<Record<string, string | number | readonly string[]>>) =>
    Object.fromEntries(Object.entries(said).map(([id, each]) => [id, word(each)]));
  return {
    answers: words(merged.answers),
    pins: words(merged.pins),
    differences: Object.fromEntries(
      merged.differences.map(({ question, consequences }) => [
        question,
        Object.fromEntries(
          consequences.map(({ decision, follows }) => [
            decision,
            Object.fromEntries(
              follows.map(({ answer, picks }) => [
                word(answer),
                picks.map((pick) => pick.toSorted().join('+')).sort(),
              ]),
            ),
          ]),
        ),
      ]),
    ),
    pinDifferences: Object.fromEntries(
      merged.pinDifferences.map(({ decision, matters }) => [decision, matters]),
    ),
    settled: merged.settled.map(({ question }) => question),
    bySome: merged.bySome.map(({ question }) => question),
  };
}

test('common ground, differences and what follows are those of trying every choice of answers', () => {
  const seen = { mattering: 0, idle: 0, joint: 0, pins: 0 };
  fc.assert(
    fc.property(mergeCases, (each) => {
      const knowledge = knowledgeOf(each.spec);
      const merged = mergedOf(knowledge, requestIn(each));
      expect(found(merged)).toEqual(mergeTruth(knowledge, each));
      for (const { matters, consequences } of merged.differences) {
        expect(matters).toEqual(consequences.map(({ decision }) => decision));
        if (matters.length > 0) seen.mattering += 1;
        else seen.idle += 1;
        const follows = consequences.flatMap((one) => one.follows);
        if (follows.some(({ picks }) => picks.length > 1)) seen.joint += 1;
      }
      seen.pins += merged.pinDifferences.length;
    }),
    { numRuns: RUNS },
  );
  for (const [kind, times] of Object.entries(seen)) {
    expect([kind, times]).toEqual([kind, expect.toSatisfy((n) => n > RUNS / 40)]);
  }
});

test('each told pick is the advice on the answers, or on the people, that it is told to follow from', () => {
  let looked = 0;
  fc.assert(
    fc.property(mergeCases, (each) => {
      const knowledge = knowledgeOf(each.spec);
      const merged = mergedOf(knowledge, requestIn(each));
      for (const { decision, common, picks } of merged.picks) {
        const adviceOn = (said: Said, own: Pins) => {
          const answers = new Map([...read(merged.answers), ...said]);
          const pins = new Map([...pinsIn(merged.pins), ...own]);
          const { decisions } = advise(knowledge, { answers, pins, decisions: [decision] });
          return decisions[0]?.recommended.toSorted();
        };
        expect(common.toSorted()).toEqual(adviceOn(new Map(), new Map()));
        expect(picks.flatMap(({ files = [] }) => files).sort()).toEqual(merged.files);
        for (const pick of picks) {
          looked += 1;
          for (const [said, pins] of sourcesOf(pick, merged)) {
            expect(pick.recommended.toSorted()).toEqual(adviceOn(said, pins));
          }
        }
      }
    }),
    { numRuns: RUNS / 2 },
  );
  expect(looked).toBeGreaterThan(RUNS / 10);
});

/** The answers and pins that a pick is told to follow from. */
function sourcesOf({ files = [], answers }: PossiblePick, merged: Merged): [Said, Pins][] {
  const first = merged.differences.map(({ question, said }) => [question, said[0]?.answer]);
  const mixed = { ...Object.fromEntries(first), ...answers };
  return [
    ...files.map((file) => ownIn(merged, file)),
    ...(answers ? [[read(mixed), new Map()] satisfies [Said, Pins]] : []),
  ];
}

type Said = ReadonlyMap<string, Answer>;

function read(answers: Merged['answers']): Said {
  return new Map(
    Object.entries(answers).map(([id, said]) => [id, { choices: [said].flat().map(String) }]),
  );
}

function pinsIn(pins: Merged['pins']): Pins {
  return new Map(Object.entries(pins).map(([id, pin]) => [id, [pin].flat()]));
}

/** What a person says of what is disputed. */
function ownIn({ differences, pinDifferences }: Merged, file: string): [Said, Pins] {
  const answers = differences.flatMap(({ question, said }) =>
    said.filter((one) => one.file === file).map(({ answer }) => [question, answer] as const),
  );
  const pins = pinDifferences.flatMap(({ decision, said }) =>
    said.filter((one) => one.file === file).map(({ pin }) => [decision, pin] as const),
  );
  return [read(Object.fromEntries(answers)), pinsIn(Object.fromEntries(pins))];
}

test('in whatever order the people come, the same is agreed and the same matters', () => {
  fc.assert(
    fc.property(mergeCases, (each) => {
      const knowledge = knowledgeOf(each.spec);
      const there = found(mergedOf(knowledge, requestIn(each)));
      const back = { ...each, people: each.people.toReversed() };
      expect(found(mergedOf(knowledge, requestIn(back)))).toEqual(there);
    }),
    { numRuns: RUNS / 4 },
  );
});

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

function board(people: Readonly<Record<string, AnswerSheet>>, over = sheet({}), under = sheet({})) {
  const listed = Object.entries(people).map(([file, one]) => ({ file, sheet: one }));
  return mergedOf(knowledgeOf(BOARD), { people: listed, under, over });
}

describe('a difference', () => {
  test('that matters alone is told with what follows', () => {
    const merged = board({
      ana: sheet({ load: 'high', rush: 'no', data: ['rows'] }),
      ben: sheet({ load: 'low', data: ['pages'], rush: 'no' }),
    });
    expect(merged.differences.map(({ question, matters }) => [question, matters])).toEqual([
      ['load', []],
      ['data', []],
    ]);
    expect(merged.answers).toEqual({ rush: 'no' });
  });

  test('may matter only together with another one, and that is told of both', () => {
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
      follows: [
        { answer: 'high', picks: [['plain'], ['fast']] },
        { answer: 'low', picks: [['plain']] },
      ],
    });
    expect(picks[0]).toEqual({
      decision: 'engine',
      common: ['plain'],
      picks: [
        {
          recommended: ['plain'],
          files: ['ana', 'ben'],
          answers: { load: 'high', rush: 'no' },
        },
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

  test('leaves the question unknown, whatever a weaker source says', () => {
    const people = { ana: sheet({ load: 'high' }), ben: sheet({ load: 'low' }) };
    expect(board(people, sheet({}), sheet({ load: 'low', rush: 'no' })).answers).toEqual({
      rush: 'no',
    });
  });
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
    expect(odd.pinDifferences).toMatchObject([{ decision: 'engine', matters: ['engine', 'size'] }]);
    expect(odd.picks.map(({ decision }) => decision)).toEqual(['engine', 'size']);
    expect(board({ ana: pinned('fast'), ben: pinned('plain') }, pinned('fast')).pins).toEqual({
      engine: 'fast',
    });
  });
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
    under: sheet({}),
    over: sheet({}),
  });

  test('it is said, and one answer at a time is varied from what each person says', () => {
    const { sampled, differences } = mergedOf(knowledgeOf(spec), request(2));
    expect(sampled).toEqual(['engine']);
    expect(differences.map(({ matters }) => matters.length)).toEqual(ids.map(() => 1));
  });

  test('a difference may be missed there, and the people are still told apart', () => {
    const { sampled, differences, picks } = mergedOf(knowledgeOf(spec), request(0));
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
  const steps = [...merge(knowledgeOf(BOARD), { people, under: sheet({}), over: sheet({}) })];
  expect(steps).toEqual([
    { done: 0, total: 2, subject: 'engine' },
    { done: 1, total: 2, subject: 'size' },
  ]);
});

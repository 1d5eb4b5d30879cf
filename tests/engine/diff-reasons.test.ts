import { describe, expect, test } from 'vitest';
import type { AnswerSheet } from '../../src/model/answers.ts';
import type { LineChange } from '../../src/model/difference.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import {
  claimOf,
  type DecisionSpec,
  evidenceOf,
  type KnowledgeSpec,
  knowledgeOf,
  type PatternSpec,
} from '../support/engine-builders.ts';
import { decisionIn, differenceOf, sheetOf } from '../support/engine-differences.ts';

const QUESTION = { id: 'load', choices: { low: {}, high: { speed: 3 } } };

function storage(
  patterns: readonly PatternSpec[],
  more: Partial<KnowledgeSpec> = {},
): KnowledgeBase {
  return knowledgeOf({
    qualities: { speed: 1, ease: 1 },
    questions: [QUESTION],
    patterns,
    decisions: [
      { id: 'storage', alternatives: patterns.map(({ id }) => id), driving: ['speed', 'ease'] },
    ],
    ...more,
  });
}

function lineIn({ kind, after }: LineChange): string {
  return `${kind} ${after?.text}`;
}

const NOTHING = sheetOf({});
const HIGH = sheetOf({ load: 'high' });

describe('what the knowledge moved', () => {
  const shelf = (strength: number, line = 1): PatternSpec => ({
    id: 'shelf',
    claims: [claimOf('all at hand', { speed: strength }, { line })],
  });
  const chest: PatternSpec = {
    id: 'chest',
    claims: [claimOf('one lid', { ease: 1 }, { line: 9 })],
  };

  test('is named with the line on both sides, and what it counts on each', () => {
    const found = differenceOf({
      older: storage([shelf(-1, 3), chest]),
      newer: storage([shelf(2, 7), chest]),
      old: HIGH,
    });
    expect(decisionIn(found, 'storage')).toEqual({
      id: 'storage',
      title: 'storage',
      before: { status: 'settled', recommended: ['chest'], applies: 'yes', pinned: false },
      after: { status: 'settled', recommended: ['shelf'], applies: 'yes', pinned: false },
      moved: true,
      movedBy: {
        reasons: [
          {
            kind: 'quality',
            alternative: 'shelf',
            quality: 'speed',
            because: ['base', { question: 'load', choice: 'high' }],
            before: { points: -4, weight: 4, rating: -1 },
            after: { points: 8, weight: 4, rating: 2 },
            lines: [
              {
                kind: 'claim',
                before: {
                  file: 'made-up.md',
                  line: 3,
                  text: 'all at hand',
                  value: -1,
                  quality: 'speed',
                },
                after: {
                  file: 'made-up.md',
                  line: 7,
                  text: 'all at hand',
                  value: 2,
                  quality: 'speed',
                },
              },
            ],
          },
        ],
      },
    });
  });

  test('is nothing where a line only stands elsewhere', () => {
    const newer = storage([shelf(2, 70), chest]);
    const found = differenceOf({ older: storage([shelf(2), chest]), newer, old: HIGH });
    expect([found.compared, found.decisions]).toEqual([1, []]);
  });

  test('is named by the weight that an answer adds, for the answer given only', () => {
    const lighter = { ...QUESTION, choices: { low: { speed: 9 }, high: {} } };
    const found = differenceOf({
      older: storage([chest, shelf(1)], { questions: [lighter] }),
      newer: storage([chest, shelf(1)]),
      old: HIGH,
    });
    const [reason] = decisionIn(found, 'storage').movedBy.reasons ?? [];
    expect(reason).toMatchObject({
      alternative: 'shelf',
      before: { weight: 1 },
      after: { weight: 4 },
    });
    expect(
      reason?.lines.map(({ after, before }) => [before?.value, after?.value, after?.condition]),
    ).toEqual([[undefined, 3, 'load=high']]);
  });

  test('leaves out a sentence in other words that counts the same', () => {
    const worded = (text: string, strong: string): PatternSpec => ({
      id: 'chest',
      evidence: [
        evidenceOf('use-when', 'load: high', { text }),
        evidenceOf('avoid-when', `load: high${strong}`, { text: 'heavy', line: 4 }),
      ],
    });
    const found = differenceOf({
      older: storage([shelf(1), { ...worded('much is put in', ''), rates: { speed: [2] } }]),
      newer: storage([
        shelf(1),
        { ...worded('a lot is put in', ' (strong)'), rates: { speed: [2] } },
      ]),
      old: HIGH,
    });
    const { movedBy } = decisionIn(found, 'storage');
    expect(movedBy.reasons?.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['evidence', { points: -5 }, { points: -10 }],
    ]);
  });

  test('puts a hard rule that came before the points, with its line', () => {
    const found = differenceOf({
      older: storage([shelf(2), chest]),
      newer: storage([{ ...shelf(1), ruledOutWhen: ['load: high'] }, chest]),
      old: HIGH,
    });
    const { movedBy } = decisionIn(found, 'storage');
    expect(movedBy.reasons?.map(({ kind, condition, after }) => [kind, condition, after])).toEqual([
      ['hard-rule', 'load: high', { state: 'certain' }],
      ['quality', undefined, { points: 4, weight: 4, rating: 1 }],
    ]);
    expect(movedBy.reasons?.[0]?.lines).toEqual([
      {
        kind: 'hard-rule',
        after: { file: 'made-up.md', line: 1, text: 'load: high', condition: 'load: high' },
      },
    ]);
  });

  test('names the lines that count in what is open where no point moved', () => {
    const found = differenceOf({
      older: storage([{ ...shelf(2), useWhen: ['load: high'] }, chest]),
      newer: storage([{ ...shelf(2), ruledOutWhen: ['load: high'] }, chest]),
      old: sheetOf({}),
    });
    const { moved, movedBy } = decisionIn(found, 'storage');
    expect(moved).toBe(false);
    expect(movedBy.reasons?.every(({ lines }) => lines.length > 0)).toBe(true);
  });

  test('names a third alternative where the pick was proved and now only leads', () => {
    const sizes = { id: 'size', choices: { small: {}, large: {} } };
    const both = ['load: high & size: small', 'load: high & size: large'];
    const knowledgeWith = (ease: number, useWhen: readonly string[]) =>
      storage(
        [
          { id: 'chest', useWhen: ['load: low', ...both] },
          { id: 'shelf', rates: { ease: [ease] } },
          { id: 'crate', useWhen },
        ],
        { questions: [QUESTION, sizes] },
      );
    const found = differenceOf({
      older: knowledgeWith(2, []),
      newer: knowledgeWith(1, ['size: large (strong)']),
      old: NOTHING,
    });
    const { before, after, movedBy } = decisionIn(found, 'storage');
    expect([before, after]).toMatchObject([
      { status: 'settled', recommended: ['chest'] },
      { status: 'open', recommended: ['shelf'] },
    ]);
    expect(movedBy.reasons?.map(({ kind, alternative }) => [kind, alternative])).toEqual([
      ['quality', 'shelf'],
      ['lines', 'crate'],
    ]);
  });

  test('names the decision on whose pick it depends whether this one applies', () => {
    const drawers: DecisionSpec = {
      id: 'drawers',
      alternatives: ['few', 'many'],
      driving: ['ease'],
      appliesWhen: ['storage: chest'],
    };
    const more = (patterns: readonly PatternSpec[]) =>
      knowledgeOf({
        qualities: { speed: 1, ease: 1 },
        questions: [QUESTION],
        patterns: [...patterns, { id: 'few', rates: { ease: [1] } }, { id: 'many' }],
        decisions: [
          { id: 'storage', alternatives: ['shelf', 'chest'], driving: ['speed', 'ease'] },
          drawers,
        ],
      });
    const found = differenceOf({
      older: more([shelf(-1), chest]),
      newer: more([shelf(2), chest]),
      old: HIGH,
    });
    expect(decisionIn(found, 'drawers')).toMatchObject({
      before: { recommended: ['few'], applies: 'yes' },
      after: { status: 'not-applicable', recommended: [], applies: 'no' },
    });
    expect(decisionIn(found, 'drawers').movedBy).toEqual({ decisions: ['storage'] });
  });

  test('names the weight by which an alternative counts that is new itself', () => {
    const several = (alternatives: readonly string[], speed: number) =>
      storage([chest, shelf(1), { id: 'crate', rates: { speed: [2] } }], {
        qualities: { speed: 0, ease: 0 },
        questions: [{ id: 'load', choices: { low: {}, high: { speed } } }],
        decisions: [{ id: 'storage', alternatives, driving: ['speed'], several: true }],
      });
    const found = differenceOf({
      older: several(['chest', 'shelf'], 0),
      newer: several(['chest', 'crate'], 1),
      old: NOTHING,
    });
    const { reasons } = decisionIn(found, 'storage').movedBy;
    expect(reasons?.map(({ alternative, lines }) => [alternative, lines.map(lineIn)])).toEqual([
      ['crate', ['alternative crate']],
      ['crate', ['weight high']],
    ]);
  });

  test('names the lines about an alternative that stood for no technique', () => {
    const ofRules = (ruledOutWhen: readonly string[], several: boolean) =>
      storage([{ ...chest, ruledOutWhen }, shelf(-1)], {
        decisions: [
          { id: 'storage', alternatives: ['chest', 'shelf'], driving: ['speed'], several },
        ],
      });
    const found = differenceOf({
      older: ofRules([], true),
      newer: ofRules(['load: high'], false),
      old: NOTHING,
    });
    const { reasons } = decisionIn(found, 'storage').movedBy;
    expect(reasons?.map(({ alternative, lines }) => [alternative, lines.map(lineIn)])).toEqual([
      [undefined, ['several several: false']],
      ['chest', ['hard-rule load: high']],
    ]);
  });

  test('comes after what the answers moved, with the pick in between', () => {
    const third: PatternSpec = { id: 'crate', useWhen: ['load: high'] };
    const older = storage([chest, shelf(1), { ...third, rates: { ease: [-1] } }]);
    const newer = storage([chest, shelf(1), { id: 'crate', useWhen: ['load: high (strong)'] }]);
    const found = differenceOf({ older, newer, old: NOTHING, new: HIGH });
    expect(decisionIn(found, 'storage')).toMatchObject({
      after: { recommended: ['crate'] },
      between: { status: 'tied', recommended: ['shelf', 'crate'] },
      movedBy: {
        answers: [['load']],
        reasons: [{ alternative: 'crate' }, { alternative: 'crate' }],
      },
    });
  });
});

describe('ids that one side alone knows', () => {
  const chest: PatternSpec = { id: 'chest', rates: { ease: [1] } };
  const shelf: PatternSpec = { id: 'shelf', rates: { speed: [1] } };
  const older = storage([chest, shelf]);
  const newer = storage([chest, shelf, { id: 'crate' }], {
    questions: [
      { id: 'load', choices: { low: {}, high: {}, huge: { speed: 9 } } },
      { id: 'damp', choices: { yes: {}, no: {} } },
    ],
  });

  test('are listed, and answers with them do not count on the other side', () => {
    const sheet = sheetOf({ load: 'huge', damp: 'yes' }, { storage: ['crate'] });
    const { before, after } = differenceOf({ older, newer, old: sheet });
    expect(before).toMatchObject({ unknown: ['load=huge', 'damp', 'storage=crate'] });
    expect(before.only).toBeUndefined();
    expect(after.unknown).toBeUndefined();
    expect(after.only).toEqual({
      alternatives: ['storage=crate'],
      questions: ['damp'],
      choices: ['load=huge'],
    });
  });

  test('leave the other choices of a list standing', () => {
    const set = (choices: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
      storage([chest, shelf], {
        questions: [{ id: 'load', several: true, choices }],
      });
    const sheet = sheetOf({ load: ['peaks', 'nights'] });
    const found = differenceOf({
      older: set({ peaks: { speed: 4 } }),
      newer: set({ peaks: { speed: 4 }, nights: {} }),
      old: sheet,
    });
    expect(found.before.unknown).toEqual(['load=nights']);
    expect(found.decisions).toEqual([]);
  });
});

test('where too many answers changed it names a set that cannot do without any member', () => {
  const ids = Array.from({ length: 12 }, (_, index) => `q${index}`);
  const knowledge = knowledgeOf({
    qualities: { speed: 1, ease: 31 },
    questions: ids.map((id) => ({ id, choices: { no: {}, yes: { speed: 5 } } })),
    patterns: [
      { id: 'chest', rates: { ease: [1] } },
      { id: 'shelf', rates: { speed: [1] } },
    ],
    decisions: [{ id: 'storage', alternatives: ['chest', 'shelf'], driving: ['speed', 'ease'] }],
  });
  const all = (said: string) => sheetOf(Object.fromEntries(ids.map((id) => [id, said])));
  const found = differenceOf({ older: knowledge, old: all('no'), new: all('yes') });
  const { answers, answersBounded } = decisionIn(found, 'storage').movedBy;
  expect(answersBounded).toBe(true);
  expect(answers).toHaveLength(1);
  expect(answers?.[0]).toHaveLength(7);
});

test('answers are compared as they were given, a number in the same band as no new choice', () => {
  const knowledge = storage([{ id: 'chest' }, { id: 'shelf' }]);
  const numbered = (number: number): AnswerSheet => ({
    ...sheetOf({}, { storage: ['chest'] }),
    answers: new Map([['load', { choices: ['high'], number }]]),
  });
  const found = differenceOf({ older: knowledge, old: numbered(5), new: numbered(7) });
  expect(found.answers).toEqual([{ question: 'load', before: 5, after: 7, sameChoice: true }]);
  expect(found.decisions).toEqual([]);
  const forgotten = differenceOf({ older: knowledge, old: numbered(5), new: NOTHING });
  expect(forgotten.answers).toEqual([{ question: 'load', before: 5 }]);
  expect(forgotten.pins).toEqual([{ decision: 'storage', before: ['chest'] }]);
});

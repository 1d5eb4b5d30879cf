import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { answersOf, type KnowledgeSpec, knowledgeOf, pinsOf } from '../support/engine-builders.ts';

const SHOP: KnowledgeSpec = {
  qualities: { ease: 1, speed: 0 },
  questions: [{ id: 'load', choices: { low: {}, high: { speed: 2 } } }],
  patterns: [
    { id: 'plain', rates: { ease: [2] } },
    { id: 'shared', rates: { speed: [1] }, ruledOutWhen: ['load: high'] },
    { id: 'grid', rates: { ease: [-1] } },
    { id: 'near', rates: { ease: [1] }, useWhen: ['load: low'] },
    { id: 'far', rates: { ease: [1] }, useWhen: ['load: low'] },
    { id: 'aside', rates: { ease: [2] } },
    { id: 'behind', rates: { ease: [1] } },
  ],
  decisions: [
    { id: 'cache', alternatives: ['plain', 'shared', 'grid'], driving: ['ease', 'speed'] },
    {
      id: 'copies',
      alternatives: ['near', 'far'],
      driving: ['ease'],
      several: true,
      withoutBaseline: true,
    },
    {
      id: 'writes',
      alternatives: ['aside', 'behind'],
      driving: ['ease'],
      appliesWhen: ['cache: shared | grid'],
    },
  ],
};

function jointOn(
  combinations: KnowledgeSpec['combinations'] & object,
  answers: Record<string, string>,
  pins: Record<string, readonly string[]> = {},
) {
  const knowledge = knowledgeOf({ ...SHOP, combinations });
  const request = { answers: answersOf(answers), pins: pinsOf(pins), decisions: [] };
  const { decisions, conflicts, irreparable } = advise(knowledge, request);
  const changed = decisions.flatMap(({ id, recommended, joint }) => {
    if (joint === undefined) return [];
    const because = joint.because.map(({ condition }) => condition);
    return [{ id, recommended, ...joint, because }];
  });
  return { changed, left: conflicts.map(({ condition }) => condition), irreparable };
}

describe('what is recommended instead', () => {
  const NEAR = { when: 'copies: near', requires: 'cache: shared | grid' };
  const certain = true;
  const none = { left: [], irreparable: undefined };

  test('loses as few points as one change can', () => {
    expect(jointOn([NEAR], { load: 'low' })).toMatchObject({
      changed: [{ id: 'cache', loses: 2 }, { id: 'writes' }],
    });
    expect(jointOn([NEAR], { load: 'low' }, { cache: ['plain'] })).toMatchObject({
      changed: [{ id: 'copies', instead: ['near', 'far'], recommended: ['far'], loses: 6 }],
    });
  });

  test('turns as few other picks as one change can, before points count', () => {
    const ratings = { big: 1, small: 0, pieces: 1, slices: 0, one: 2, many: -1 };
    const knowledge = knowledgeOf({
      qualities: { ease: 1 },
      questions: [],
      patterns: Object.entries(ratings).map(([id, ease]) => ({ id, rates: { ease: [ease] } })),
      decisions: [
        { id: 'style', alternatives: ['big', 'small'], driving: ['ease'] },
        {
          ...{ id: 'parts', alternatives: ['pieces', 'slices'], driving: ['ease'] },
          appliesWhen: ['style: big'],
        },
        { id: 'store', alternatives: ['one', 'many'], driving: ['ease'] },
      ],
      combinations: [{ when: 'style: big & store: one' }],
    });
    const request = { answers: new Map(), pins: new Map(), decisions: [] };
    const changed = advise(knowledge, request).decisions.filter(({ joint }) => joint);
    expect(changed).toMatchObject([{ id: 'store', recommended: ['many'], joint: { loses: 3 } }]);
  });

  test('leaves pins alone, and brings up what depends on it', () => {
    expect(jointOn([NEAR], { load: 'low' }, { copies: ['near'] })).toEqual({
      changed: [
        {
          ...{ id: 'cache', instead: ['plain'], recommended: ['shared'] },
          ...{ loses: 2, because: ['copies: near'], certain },
        },
        {
          ...{ id: 'writes', instead: [], recommended: ['aside'] },
          ...{ because: [], follows: ['cache'], certain },
        },
      ],
      ...none,
    });
  });

  test('is nothing that is ruled out', () => {
    expect(jointOn([NEAR], { load: 'high' }, { copies: ['near'] })).toMatchObject({
      changed: [{ id: 'cache', recommended: ['grid'] }, { id: 'writes' }],
    });
  });

  test('may change what a change has brought up, where that breaks the next combination', () => {
    const never = { when: 'writes: aside' };
    expect(jointOn([NEAR, never], { load: 'low' }, { copies: ['near'] })).toMatchObject({
      changed: [
        { id: 'cache', recommended: ['shared'], because: ['copies: near'] },
        {
          ...{ id: 'writes', instead: [], recommended: ['behind'] },
          ...{ loses: 1, because: ['writes: aside'], follows: ['cache'] },
        },
      ],
    });
  });

  test('is nothing where pins contradict each other, and what else conflicts is still changed', () => {
    const pins = { copies: ['near'], cache: ['shared'] };
    const broken = { when: 'copies: near & cache: shared' };
    expect(jointOn([broken, { when: 'writes: aside' }], { load: 'low' }, pins)).toMatchObject({
      changed: [{ id: 'writes', instead: ['aside'], recommended: ['behind'], loses: 1 }],
      left: ['copies: near & cache: shared'],
      irreparable: true,
    });
  });

  test('is not certain where an open answer may make the change needless', () => {
    const needed = { when: 'cache: plain', requires: 'copies: near' };
    const [first] = jointOn([needed], {}).changed;
    expect(first).toMatchObject({ id: 'copies', recommended: ['near'], certain: false });
    expect(jointOn([needed], { load: 'low' }).changed).toEqual([]);
  });

  test('of equally few changes loses least where it loses most, as points of two decisions do not add up', () => {
    const second = { a: -2, b: 1, c: -1, d: 0 };
    const ids = Object.keys(second);
    const knowledge = knowledgeOf({
      qualities: { ease: 1 },
      questions: [],
      patterns: Object.entries(second).flatMap(([id, rating]) => [
        { id: `${id}0`, rates: { ease: [2] } },
        { id: `${id}1`, rates: { ease: [rating] } },
      ]),
      decisions: ids.map((id) => ({ id, alternatives: [`${id}0`, `${id}1`], driving: ['ease'] })),
      combinations: ['a: a0 & c: c0', 'a: a0 & d: d0', 'b: b0 & c: c0', 'b: b0 & d: d0'].map(
        (when) => ({ when }),
      ),
    });
    const { decisions } = advise(knowledge, {
      ...{ answers: new Map(), pins: new Map(), decisions: [] },
    });
    expect(decisions.flatMap(({ id, joint }) => (joint ? [[id, joint.loses]] : []))).toEqual([
      ['c', 3],
      ['d', 2],
    ]);
  });
});

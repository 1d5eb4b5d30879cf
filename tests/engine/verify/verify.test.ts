import { describe, expect, test } from 'vitest';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import type { RecordedDecision } from '../../../src/model/record.ts';
import type { Cause } from '../../../src/model/verification.ts';
import {
  claimOf,
  evidenceOf,
  type KnowledgeSpec,
  knowledgeOf,
} from '../../support/engine-builders.ts';
import { sheetOf } from '../../support/engine-differences.ts';
import { recordedIn } from '../../support/record-view.ts';
import { allVerified, verified } from '../../support/verified.ts';

const SHOP: KnowledgeSpec = {
  qualities: { ease: 1, speed: 0 },
  questions: [
    { id: 'load', choices: { low: {}, high: { speed: 3 } } },
    { id: 'teams', choices: { one: {}, many: {} } },
    { id: 'data', several: true, choices: { rows: {}, pages: {}, maps: {} } },
  ],
  patterns: [
    { id: 'plain', claims: [claimOf('easy to run', { ease: 2 }, { line: 3 })] },
    { id: 'fast', claims: [claimOf('answers at once', { speed: 1 }, { line: 7 })] },
    { id: 'other' },
  ],
  decisions: [{ id: 'store', alternatives: ['plain', 'fast'], driving: ['ease', 'speed'] }],
};

const shop = knowledgeOf(SHOP);

/** The shop with another pattern in the place of one of the same id, and with other parts. */
function shopWith(pattern: KnowledgeSpec['patterns'][number], parts: Partial<KnowledgeSpec> = {}) {
  const patterns = SHOP.patterns.map((each) => (each.id === pattern.id ? pattern : each));
  return knowledgeOf({ ...SHOP, patterns, ...parts });
}

const low = sheetOf({ load: 'low' });
const high = sheetOf({ load: 'high' });
const record = recordedIn(shop, low, 'store');

function kindsOf(causes: readonly Cause[]): string[] {
  return causes.map(({ kind }) => kind);
}

describe('unchanged', () => {
  test('with the same knowledge and answers', () => {
    expect(verified(record, shop)).toEqual({
      outcome: 'unchanged',
      before: verdict('settled', ['plain']),
      after: verdict('settled', ['plain']),
      ...{ causes: [], fired: [] },
    });
  });

  test('where a sentence says the same in other words, or counts otherwise without changing the pick', () => {
    const reworded = shopWith({
      id: 'plain',
      claims: [claimOf('no trouble to run', { ease: 1 }, { line: 3 })],
    });
    expect(verified(record, reworded)).toMatchObject({ outcome: 'unchanged', causes: [] });
  });

  test('where answers changed that do not matter', () => {
    const today = sheetOf({ load: 'low', teams: 'many' });
    expect(verified(record, shop, today)).toMatchObject({ outcome: 'unchanged', causes: [] });
  });

  test('where nothing fitted, and nothing fits', () => {
    const none = knowledgeOf({
      ...SHOP,
      patterns: SHOP.patterns.map(({ id }) => ({ id, ruledOutWhen: ['load: low'] })),
    });
    const recorded = recordedIn(none, low, 'store');
    expect(recorded.status).toBe('infeasible');
    expect(verified(recorded, none)).toMatchObject({ outcome: 'unchanged', causes: [] });
  });
});

function verdict(status: string, recommended: string[], firm = false) {
  const knowledge = { version: 'test', sha256: '0' };
  return { status, recommended, applies: 'yes', pinned: false, knowledge, firm };
}

describe('the pick is another one', () => {
  test('by an answer', () => {
    const found = verified(record, shop, high);
    expect(found).toMatchObject({
      outcome: 'pick-changed',
      before: { recommended: ['plain'] },
      after: { recommended: ['fast'] },
    });
    expect(found.causes).toEqual([
      {
        kind: 'answers',
        sets: [['load']],
        changes: [{ question: 'load', before: 'low', after: 'high' }],
        pins: [],
      },
    ]);
  });

  test('by an answer, of which several changed: only those are named that lead there', () => {
    const today = sheetOf({ load: 'high', teams: 'many', data: ['rows'] });
    const [cause] = verified(record, shop, today).causes;
    expect(cause).toMatchObject({ sets: [['load']], changes: [{ question: 'load' }] });
  });

  test('by a pin', () => {
    const [cause] = verified(record, shop, sheetOf({ load: 'low' }, { store: ['fast'] })).causes;
    expect(cause).toEqual({
      kind: 'answers',
      sets: [['store']],
      changes: [],
      pins: [{ decision: 'store', after: ['fast'] }],
    });
  });

  test('by a sentence: with the text of then, and that of now and its line', () => {
    const slow = shopWith({
      id: 'plain',
      claims: [claimOf('takes care to run', { ease: -1 }, { line: 4 })],
    });
    const found = verified(record, slow);
    expect(found.outcome).toBe('pick-changed');
    expect(found.causes).toEqual([
      {
        kind: 'points',
        changes: [
          {
            kind: 'quality',
            alternative: 'plain',
            quality: 'ease',
            because: ['base'],
            before: { points: 2, weight: 1, rating: 2 },
            after: { points: -1, weight: 1, rating: -1 },
            claims: [
              {
                before: { text: 'easy to run', document: 'made-up.md' },
                after: { text: 'takes care to run', document: 'made-up.md', line: 4 },
              },
            ],
          },
        ],
      },
    ]);
  });

  test('by the weight of a quality, without any sentence that differs', () => {
    const heavier = knowledgeOf({ ...SHOP, qualities: { ease: 1, speed: 3 } });
    expect(verified(record, heavier).causes).toMatchObject([
      {
        kind: 'points',
        changes: [
          {
            alternative: 'fast',
            after: { points: 3, weight: 3, rating: 1 },
            claims: [{ after: {} }],
          },
        ],
      },
    ]);
    const ofMuch = recordedIn(shop, high, 'store');
    const lighter = {
      ...SHOP,
      questions: [{ id: 'load', choices: { low: {}, high: { speed: 1 } } }],
    };
    expect(verified(ofMuch, knowledgeOf(lighter))).toMatchObject({
      outcome: 'pick-changed',
      causes: [
        {
          kind: 'points',
          changes: [
            { before: { points: 3, weight: 3 }, after: { points: 1, weight: 1 }, claims: [] },
          ],
        },
      ],
    });
  });

  test('by a condition, whose answer is given as the reason', () => {
    const useful = shopWith({ id: 'fast', useWhen: ['load: low'] });
    expect(verified(record, useful).causes).toMatchObject([
      {
        kind: 'points',
        changes: [{ kind: 'evidence', because: ['load=low'], after: { points: 5 } }],
      },
    ]);
  });

  test('by a hard rule, which stands before the points that changed', () => {
    const text = 'it cannot hold this';
    const plain = {
      id: 'plain',
      claims: [claimOf('easy to run', { ease: 1 }, { line: 3 })],
      evidence: [evidenceOf('ruled-out-when', 'load: low', { text, line: 9 })],
    };
    const found = verified(record, shopWith(plain));
    expect(found.outcome).toBe('pick-changed');
    expect(found.causes).toMatchObject([
      {
        kind: 'points',
        changes: [
          {
            kind: 'hard-rule',
            alternative: 'plain',
            because: ['load: low'],
            after: { state: 'certain' },
            claims: [{ after: { text, document: 'made-up.md', line: 9 } }],
          },
          { kind: 'quality' },
        ],
      },
    ]);
  });

  test('by a hard rule that went', () => {
    const ruled = shopWith({ id: 'fast', rates: { ease: [2, 2] }, ruledOutWhen: ['load: low'] });
    const recorded = recordedIn(ruled, low, 'store');
    const free = shopWith({ id: 'fast', rates: { ease: [2, 2] } });
    const tied = verified(recorded, free);
    expect(tied).toMatchObject({ outcome: 'certainty-changed', after: { status: 'tied' } });
    expect(tied.causes).toMatchObject([
      {
        kind: 'points',
        changes: [{ kind: 'hard-rule', before: { state: 'certain' }, because: ['load: low'] }],
      },
    ]);
  });

  test('as the alternative is gone: it is named', () => {
    const without = knowledgeOf({
      ...SHOP,
      decisions: [{ id: 'store', alternatives: ['fast', 'other'], driving: ['ease', 'speed'] }],
    });
    const found = verified(record, without);
    expect(found).toMatchObject({
      outcome: 'pick-changed',
      after: { recommended: ['fast', 'other'] },
    });
    expect(found.causes).toMatchObject([
      { kind: 'missing', alternatives: ['plain'] },
      {
        kind: 'points',
        changes: [
          { kind: 'alternative', alternative: 'plain', before: { points: 2 } },
          { kind: 'alternative', alternative: 'other', after: { points: 0 } },
        ],
      },
    ]);
  });

  test('by an alternative that is new', () => {
    const more = shopWith(
      { id: 'other', useWhen: ['load: low'] },
      {
        decisions: [{ id: 'store', alternatives: ['plain', 'fast', 'other'], driving: ['ease'] }],
      },
    );
    expect(verified(record, more)).toMatchObject({
      outcome: 'pick-changed',
      causes: [
        {
          kind: 'points',
          changes: [{ kind: 'alternative', alternative: 'other', after: { points: 5 } }],
        },
      ],
    });
  });

  test('by a combination with another decision', () => {
    const caching = {
      ...SHOP,
      patterns: [...SHOP.patterns, { id: 'none', rates: { ease: [2, 2] } }, { id: 'near' }],
      decisions: [
        ...SHOP.decisions,
        { id: 'cache', alternatives: ['none', 'near'], driving: ['ease'] },
      ],
    };
    const recorded = recordedIn(knowledgeOf(caching), low, 'cache');
    expect(recorded.recommended).toEqual(['none']);
    const combinations = [{ when: 'store: plain', requires: 'cache: near' }];
    const pins = { store: ['plain'] };
    const pinned = recordedIn(knowledgeOf(caching), sheetOf({ load: 'low' }, pins), 'cache');
    const found = verified(pinned, knowledgeOf({ ...caching, combinations }));
    expect(found).toMatchObject({ outcome: 'pick-changed', after: { recommended: ['near'] } });
    expect(found.causes).toEqual([{ kind: 'knowledge', together: ['store', 'cache'] }]);
  });

  test('as it no longer applies', () => {
    const sometimes = (appliesWhen: string) =>
      shopWith(
        { id: 'other' },
        {
          decisions: [
            {
              id: 'store',
              alternatives: ['plain', 'fast'],
              driving: ['ease'],
              appliesWhen: [appliesWhen],
            },
          ],
        },
      );
    const recorded = recordedIn(sometimes('load: low'), low, 'store');
    const byKnowledge = verified(recorded, sometimes('load: high'));
    expect(byKnowledge).toMatchObject({
      outcome: 'pick-changed',
      after: { status: 'not-applicable', recommended: [], applies: 'no' },
      causes: [{ kind: 'knowledge', together: [] }],
    });
    const byAnswer = verified(recorded, sometimes('load: low'), high);
    expect(byAnswer).toMatchObject({
      outcome: 'pick-changed',
      causes: [{ kind: 'answers', sets: [['load']] }],
    });
  });

  test('as a decision that did not apply is level now', () => {
    const level = shopWith(
      { id: 'fast', rates: { ease: [2] } },
      {
        decisions: [
          {
            id: 'store',
            alternatives: ['plain', 'fast'],
            driving: ['ease'],
            appliesWhen: ['load: low'],
          },
        ],
      },
    );
    const recorded = recordedIn(level, high, 'store');
    expect(recorded.status).toBe('not-applicable');
    expect(verified(recorded, level, low)).toMatchObject({
      outcome: 'pick-changed',
      after: { status: 'tied' },
    });
  });
});

describe('the pick is as it was, but not as certain', () => {
  test('by an answer that is no longer given', () => {
    const found = verified(record, shop, sheetOf({}));
    expect(found).toMatchObject({
      outcome: 'certainty-changed',
      before: { status: 'settled' },
      after: { status: 'open', recommended: ['plain'] },
    });
    expect(found.causes).toMatchObject([
      { kind: 'answers', changes: [{ question: 'load', before: 'low' }] },
    ]);
  });

  test('by a question that can change it now', () => {
    const uncertain = shopWith({ id: 'fast', useWhen: ['teams: many'] });
    const found = verified(record, uncertain);
    expect(found).toMatchObject({ outcome: 'certainty-changed', after: { status: 'open' } });
    expect(found.causes).toContainEqual({ kind: 'open-questions', added: ['teams'], gone: [] });
  });

  test('by a question that no longer can', () => {
    const uncertain = shopWith({ id: 'fast', useWhen: ['teams: many'] });
    const recorded = recordedIn(uncertain, low, 'store');
    expect(verified(recorded, shop)).toMatchObject({
      outcome: 'certainty-changed',
      causes: [{ kind: 'open-questions', added: [], gone: ['teams'] }],
    });
  });

  test('a tie with it is less certain, not another pick', () => {
    const level = shopWith({ id: 'fast', rates: { ease: [2] } });
    const found = verified(record, level);
    expect(found).toMatchObject({
      outcome: 'certainty-changed',
      after: { status: 'tied', recommended: ['plain', 'fast'] },
    });
    expect(kindsOf(found.causes)).toEqual(['points']);
  });

  test('one answer can change it now, and no points differ', () => {
    const firm = knowledgeOf({
      ...SHOP,
      questions: [{ id: 'load', choices: { low: {}, high: {} } }],
    });
    const recorded = recordedIn(firm, low, 'store');
    expect(recorded.firm).toBe(true);
    expect(verified(recorded, shop)).toMatchObject({
      outcome: 'certainty-changed',
      after: { firm: false },
      causes: [{ kind: 'knowledge', together: [] }],
    });
  });
});

describe('not decidable', () => {
  test('the decision is gone', () => {
    const gone = knowledgeOf({ ...SHOP, decisions: [] });
    expect(verified(record, gone)).toEqual({
      outcome: 'not-decidable',
      before: verdict('settled', ['plain']),
      causes: [{ kind: 'missing', decision: 'store' }],
      fired: [],
    });
  });

  test('the decision is gone, and others of the same answers are not', () => {
    const other: RecordedDecision = { ...record, decision: 'gone' };
    const outcomes = allVerified([other, record], shop).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['not-decidable', 'unchanged']);
  });

  test('every alternative is ruled out', () => {
    const none = knowledgeOf({
      ...SHOP,
      patterns: SHOP.patterns.map((each) => ({ ...each, ruledOutWhen: ['load: low'] })),
    });
    const found = verified(record, none);
    expect(found).toMatchObject({ outcome: 'not-decidable', after: { status: 'infeasible' } });
    expect(found.causes).toMatchObject([
      { kind: 'points', changes: [{ kind: 'hard-rule' }, { kind: 'hard-rule' }] },
    ]);
  });
});

test('answers that are no longer taken are a cause, before what that came to', () => {
  const recorded = recordedIn(shop, high, 'store');
  const unasked: KnowledgeBase = knowledgeOf({ ...SHOP, questions: SHOP.questions.slice(1) });
  const found = verified(recorded, unasked);
  expect(found.outcome).toBe('pick-changed');
  expect(found.causes).toMatchObject([
    { kind: 'unread-answer', answer: 'load=high' },
    { kind: 'points', changes: [{ alternative: 'fast', before: { points: 3 } }] },
  ]);
});

test('the knowledge comes before the answers, where both moved it', () => {
  const slow = shopWith({ id: 'plain', rates: { ease: [-1] } });
  const third = sheetOf({ load: 'low' }, { store: ['fast'] });
  expect(kindsOf(verified(record, slow, third).causes)).toEqual(['points', 'answers']);
});

test('where one takes back what the other moved, nothing has changed', () => {
  const slow = shopWith({ id: 'plain', rates: { ease: [-1] }, useWhen: ['teams: many'] });
  const today = sheetOf({ load: 'low', teams: 'many' });
  const { outcome, causes } = verified(
    recordedIn(shop, sheetOf({ load: 'low', teams: 'one' }), 'store'),
    slow,
    today,
  );
  expect([outcome, causes]).toEqual(['unchanged', []]);
});

test('several records are decided in their order, those of the same answers together', () => {
  const recorded = [low, high, low].map((sheet) => recordedIn(shop, sheet, 'store'));
  const picks = allVerified(recorded, shop).map(({ after }) => after?.recommended);
  expect(picks).toEqual([['plain'], ['fast'], ['plain']]);
  expect(allVerified([], shop)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { colourless, unicode } from '../../src/report/layout/style.ts';
import { certaintyNotes, certaintyText, type Sure } from '../../src/report/words/certainty.ts';
import type { Names } from '../../src/report/words/names.ts';

const NAMES: Names = {
  quality: (id) => id,
  alternative: (id) => id,
  alternatives: (ids) => ids.join(', '),
  decision: (id) => id,
  question: (id) => id,
  questionTitle: (id) => id,
  choice: (_, id) => id,
  unit: () => '',
};
const STYLE = { width: 80, palette: colourless, glyphs: unicode };

/** With blanks at which a line may be broken. */
function said(sure: Partial<Sure>): string {
  const whole = { status: 'open', pinned: false, recommended: ['sql'], ...sure } as const;
  return certaintyText(whole, NAMES, STYLE).replaceAll('\u00A0', ' ');
}

describe('a settled pick', () => {
  test('is firm, or narrow where one different answer changes it', () => {
    expect(said({ status: 'settled', firm: true })).toBe('● settled, firm');
    expect(said({ status: 'settled', firm: false })).toBe('● settled, narrow');
  });

  test('is neither where it is pinned', () => {
    expect(said({ status: 'settled', pinned: true })).toBe('● settled');
  });
});

describe('an open pick', () => {
  test('is likely from 60% on, unlikely below 40%, and a toss-up in between', () => {
    expect(said({ share: 838, firm: true })).toBe('○ likely 84%');
    expect(said({ share: 600 })).toBe('○ likely 60%');
    expect(said({ share: 599 })).toBe('○ toss-up 60%');
    expect(said({ share: 400 })).toBe('○ toss-up 40%');
    expect(said({ share: 399 })).toBe('○ unlikely 40%');
  });

  test('names an alternative that wins more often, and no other', () => {
    const nosql = (share: number) => ({ alternative: 'nosql', share });
    expect(said({ share: 140, rival: nosql(920) })).toBe('○ unlikely 14%, nosql likelier');
    expect(said({ share: 450, rival: nosql(451) })).toBe('○ toss-up 45%, nosql likelier');
    expect(said({ share: 410, rival: nosql(410) })).toBe('○ toss-up 41%');
  });

  test('is called narrow, but never firm, as nearly every one is while little is answered', () => {
    expect(said({ share: 838, firm: false })).toBe('○ likely 84%, narrow');
    expect(said({ share: 410, firm: false })).toBe('○ toss-up 41%, narrow');
  });

  test('never has nothing or all of the ways where that is not so', () => {
    expect([1, 9, 10, 990, 991, 999, 1_000].map((share) => said({ share }))).toEqual([
      '○ unlikely under 1%',
      '○ unlikely under 1%',
      '○ unlikely 1%',
      '○ likely 99%',
      '○ likely over 99%',
      '○ likely over 99%',
      '○ at worst tied',
    ]);
  });

  test('says where its share was only sampled, and is just open where there is none', () => {
    expect(said({ share: 838, sampled: true })).toBe('○ likely about 84%');
    expect(said({ share: 1_000, sampled: true })).toBe('○ likely over 99%');
    expect(said({ pinned: true })).toBe('○ open');
  });
});

test('what may not apply is open, and says what the pick would be worth', () => {
  expect(said({ status: 'settled', firm: true, applies: 'undecided' })).toBe(
    '○ if it applies: settled, firm',
  );
  expect(said({ share: 838, applies: 'undecided' })).toBe('○ if it applies: likely 84%');
});

test('what is tied, fits nowhere or does not apply is neither firm nor narrow', () => {
  expect(said({ status: 'tied', firm: false })).toBe('◐ tied');
  expect(said({ status: 'infeasible' })).toBe('✕ nothing fits');
  expect(said({ status: 'infeasible', pinned: true })).toBe('✕ ruled out');
  expect(said({ status: 'not-applicable', applies: 'no' })).toBe('does not apply');
});

describe('a pick that was changed to fit others', () => {
  const conflict = {
    kind: 'never',
    condition: '',
    because: '',
    decisions: [],
    picks: {},
    certain: true,
    file: 'decisions.yaml',
    line: 1,
  } as const;
  const joint = { instead: ['nosql'], because: [conflict], loses: 7, certain: true };

  test('is settled only where every completion changes it so, whatever it is by itself', () => {
    expect(said({ status: 'settled', firm: false, joint })).toBe('● settled, changed to fit');
    expect(said({ status: 'settled', firm: true, joint: { ...joint, certain: false } })).toBe(
      '○ open, changed to fit',
    );
    expect(said({ share: 838, joint: { ...joint, certain: false } })).toBe(
      '○ open, changed to fit',
    );
  });

  test('says what it follows where no combination is about it', () => {
    const follows = { instead: [], because: [], follows: ['stores', 'caching'], certain: true };
    expect(said({ joint: follows, applies: 'no', status: 'not-applicable' })).toBe(
      '● settled, follows stores and caching',
    );
    expect(said({ joint: { ...follows, instead: ['sql'] }, recommended: [] })).toBe(
      'does not apply, follows stores and caching',
    );
  });
});

describe('the notes', () => {
  const pick = { status: 'settled', pinned: false, recommended: ['sql'] } as const;

  test('explain only words that were used', () => {
    expect(certaintyNotes([{ ...pick, status: 'tied', firm: false }])).toBe('');
    expect(certaintyNotes([{ ...pick, firm: true }])).toBe(
      'Firm: changing any one of your answers keeps the pick.',
    );
    expect(certaintyNotes([{ ...pick, firm: false }])).toBe(
      'Narrow: changing one answer can change the pick.',
    );
    expect(
      certaintyNotes([
        { ...pick, firm: true },
        { ...pick, firm: false },
      ]),
    ).toBe(
      'Firm: changing any one of your answers keeps the pick; narrow: changing one can change it.',
    );
    expect(certaintyNotes([{ ...pick, status: 'open', share: 300, firm: true }])).toBe(
      'Percentages: share of the ways to answer the open questions.',
    );
  });
});

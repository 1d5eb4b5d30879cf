import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Cause, ChangedPoints } from '../../../src/model/verification.ts';
import { ascii, colourless } from '../../../src/report/layout/style.ts';
import { findingMessage } from '../../../src/report/verify/message.ts';
import { verificationText } from '../../../src/report/verify/text.ts';
import { COMMANDING } from '../../support/cli-failure.ts';
import {
  verdict,
  verification,
  verifiedRecord,
  verifyView,
} from '../../support/verified-record.ts';

const claim = { text: 'Consistency: one register', document: 'patterns/storage.md' };

const points: readonly ChangedPoints[] = [
  { kind: 'alternative', alternative: 'vault', because: [], claims: [], after: { points: 3 } },
  {
    ...{ kind: 'hard-rule', alternative: 'heap', because: ['loss: nothing'] },
    before: { state: 'possible' },
    claims: [{ before: claim }],
  },
  {
    ...{
      kind: 'quality',
      alternative: 'cabinet',
      quality: 'consistency',
      because: ['staleness=never'],
    },
    ...{ before: { points: 8, weight: 4, rating: 2 }, after: { points: 4, weight: 4, rating: 1 } },
    claims: [{ before: claim, after: { ...claim, text: 'Consistency: some registers', line: 6 } }],
  },
  {
    ...{ kind: 'evidence', alternative: 'heap', because: ['contents=orders', 'traffic'] },
    ...{ before: { points: 2 }, claims: [] },
  },
];

/** Each cause, and what is said of it. */
const CAUSES: readonly (readonly [Cause, string])[] = [
  [
    { kind: 'text', expected: 'Chosen option: "A"', found: 'B' },
    'Edited: Written: Chosen option: "A"\n  Now: B',
  ],
  [{ kind: 'text', expected: 'A' }, 'Edited: Written: A\n  This sentence is missing now.'],
  [{ kind: 'data', problem: 'its data is not JSON' }, 'Problem: Its data is not JSON.'],
  [{ kind: 'missing', decision: 'x' }, 'Missing: The knowledge no longer has this decision.'],
  [
    { kind: 'missing', alternatives: ['cabinet', 'heap'] },
    'Missing: The knowledge no longer has Cabinet and Heap.',
  ],
  [
    { kind: 'unread-answer', answer: 'loss=all', because: 'nobody does' },
    'Answer: The recorded answer to How much may be lost? "all" is no longer possible: nobody does',
  ],
  [{ kind: 'unread-answer', answer: 'domain=x' }, 'Answer: `domain` is no longer asked.'],
  [
    { kind: 'points', changes: points },
    `Points: Vault: a new alternative
  Heap, ruled out if "Nothing at all" (How much may be lost?): possibly → no
    then: Consistency: one register (storage.md)
  Cabinet, consistency: +8 → +4 points (rating 2 → 1)
    then: Consistency: one register (storage.md)
    now: Consistency: some registers (storage.md:6)
  Heap, What is kept? "Orders and invoices" and How many requests come in per second? any answer: +2 → 0 points`,
  ],
  [
    { kind: 'open-questions', added: ['loss'], gone: ['traffic', 'contents'] },
    `Questions: The pick now also depends on How much may be lost?
  The pick no longer depends on How many requests come in per second? and What is kept?`,
  ],
  [{ kind: 'knowledge', together: ['labels'] }, 'Knowledge: The pick has to fit Labels.'],
  [
    {
      ...{ kind: 'answers', sets: [['loss'], ['traffic', 'labels']] },
      changes: [
        { question: 'loss', after: 'nothing' },
        { question: 'traffic', before: 40, after: 'huge' },
      ],
      pins: [{ decision: 'labels', after: ['short-labels'] }],
    },
    `Answers: How much may be lost? unknown → "Nothing at all"
  How many requests come in per second? 40 requests per second → "1,000 or more"
  Labels: not pinned → Short labels (pin)
  Either would change it: How much may be lost? alone, or How many requests come in per second? with Labels (pin)`,
  ],
];

test.each([
  [
    [['loss'], ['traffic']],
    'Either alone would change it: How much may be lost? or How many requests come in per second?',
  ],
  [
    [['loss'], ['traffic'], ['labels']],
    'Any of these alone would change it: How much may be lost?, How many requests come in per second? or Labels (pin)',
  ],
])('which answers are enough is one sentence: %j', async (sets, said) => {
  const changes = [
    { question: 'loss', after: 'nothing' },
    { question: 'traffic', after: 'huge' },
  ];
  const pins = [{ decision: 'labels', after: ['short-labels'] }];
  const cause: Cause = { kind: 'answers', sets, changes, pins };
  expect(findingMessage(verifiedRecord({ causes: [cause] }), await verifyView())).toContain(
    `\n  ${said}\n`,
  );
});

describe('each cause is said in labels', () => {
  test.each(CAUSES)('%j', async (cause, said) => {
    expect(findingMessage(verifiedRecord({ causes: [cause] }), await verifyView())).toContain(said);
  });

  test('that the knowledge is the same, or has changed elsewhere', async () => {
    const causes: Cause[] = [{ kind: 'knowledge', together: [] }];
    const newer = { version: '2.0.0', sha256: 'b'.repeat(64) };
    const view = await verifyView();
    expect(findingMessage(verifiedRecord({ causes }), view)).toContain('The knowledge is the same');
    const after = { ...verdict('heap'), knowledge: newer };
    expect(findingMessage(verifiedRecord({ causes, after }), view)).toMatch(
      /Then: Cabinet \(settled, firm\), knowledge 1\.0\.0 \(aaaaaaa\)\nNow: .*2\.0\.0 \(bbbbbbb\)\nKnowledge: .* has changed, though/,
    );
  });
});

test.each([
  [{ ...verdict('heap'), status: 'open', share: 710 } as const, 'Now: Heap (likely 71%)'],
  [{ ...verdict(), status: 'not-applicable', applies: 'no' } as const, 'Now: does not apply'],
  [{ ...verdict(), status: 'infeasible' } as const, 'Now: nothing fits'],
  [{ ...verdict('heap', 'vault'), status: 'tied' } as const, 'Now: Heap and Vault (tied)'],
  [{ ...verdict('heap'), pinned: true }, 'Now: Heap (pinned; settled, firm)'],
  [verdict(), 'Now: none of them (settled, firm)'],
])('how it comes out is said as elsewhere: %j', async ({ firm, ...after }, said) => {
  const record = verifiedRecord({
    after: after.status === 'open' ? after : { ...after, firm: true },
  });
  expect(firm).toBe(true);
  expect(findingMessage(record, await verifyView())).toContain(said);
});

test('more triggers and points than fit are only counted', async () => {
  const changes = Array.from({ length: 8 }, (): ChangedPoints => points[0] as ChangedPoints);
  const trigger = {
    ...{ recommended: ['heap'], status: 'settled' as const },
    changes: [{ question: 'loss', to: 'some' }],
  };
  const record = verifiedRecord({
    causes: [{ kind: 'points', changes }],
    fired: Array.from({ length: 5 }, () => trigger),
  });
  const text = findingMessage(record, await verifyView());
  expect(text).toContain('3 more changes; --format json lists all');
  expect(text).toContain('2 more triggers have come true');
  expect(text.match(/ \(the record expected Heap in this case\)/g)).toHaveLength(3);
});

test('what changed comes first, and what is unchanged is one line', async () => {
  const records = (
    [
      'unchanged',
      'certainty-changed',
      'edited',
      'not-decidable',
      'pick-changed',
      'unchanged',
    ] as const
  ).map((outcome, index) =>
    verifiedRecord({ outcome, file: `adr/${index}.md`, title: `Title ${index}` }),
  );
  const text = verificationText(verification(...records), await verifyView());
  expect(text.match(/Title \d/g)).toEqual(['Title 4', 'Title 3', 'Title 2', 'Title 1']);
  expect(text).toContain('\nUnchanged: 0.md, 5.md\n');
  expect(text).toMatch(
    /^6 records: 1 pick changed, 1 no longer decidable, 1 edited by hand, 1 changed in\scertainty, 2 unchanged\n/,
  );
});

describe('changed answers of several records', () => {
  const first: Cause = {
    ...{ kind: 'answers', sets: [['loss']], pins: [] },
    changes: [
      { question: 'loss', after: 'nothing' },
      { question: 'traffic', before: 40, after: 'huge' },
    ],
  };
  const second: Cause = {
    ...{ kind: 'answers', sets: [['traffic'], ['labels']] },
    changes: [{ question: 'traffic', before: 40, after: 'huge' }],
    pins: [{ decision: 'labels', after: ['short-labels'] }],
  };
  const records = [verifiedRecord({ causes: [first] }), verifiedRecord({ causes: [second] })];

  test('are printed once, and named where they moved a pick', async () => {
    const text = verificationText(verification(...records), await verifyView());
    expect(text).toMatchInlineSnapshot(`
      "2 records: 2 picks changed
      Knowledge 1.0.0 (aaaaaaa)

      Changed answers
        How much may be lost? unknown → "Nothing at all"
        How many requests come in per second? 40 requests per second → "1,000 or more"
        Labels: not pinned → Short labels (pin)

      Storage: Cabinet                                          pick changed
        docs/adr/0001-storage.md:7
        Then       Cabinet (settled, firm)
        Now        Heap (settled, firm)
        Answers    How much may be lost?
        Next       If the facts are right, write a record that supersedes this one:
          arch-advisor adr storage --answers docs/adr/0001-storage.md

      Storage: Cabinet                                          pick changed
        docs/adr/0001-storage.md:7
        Then       Cabinet (settled, firm)
        Now        Heap (settled, firm)
        Answers    Either alone would change it: How many requests come in per second?
                   or Labels (pin)
        Next       If the facts are right, write a record that supersedes this one:
          arch-advisor adr storage --answers docs/adr/0001-storage.md
      "
    `);
  });

  test('are said in full for each in messages, and where only one record has any that is not known', async () => {
    const [one = verifiedRecord(), other] = records;
    const full = 'How much may be lost? unknown → "Nothing at all"';
    expect(findingMessage(one, await verifyView())).toContain(full);
    const some = verification(one, verifiedRecord({ ...other, known: true }));
    const text = verificationText(some, await verifyView());
    expect(text).not.toContain('Changed answers');
    expect(text).toContain(`Answers    ${full}`);
  });
});

test('a trigger that has come true is reported even if the pick is the same', async () => {
  const fired = [
    {
      recommended: [],
      status: 'settled' as const,
      changes: [{ question: 'gone', to: ['a', 'b'] }],
    },
  ];
  const record = verifiedRecord({ outcome: 'unchanged', fired });
  const text = verificationText(verification(record), await verifyView());
  expect(text).toContain('gone: a, b (the record expected none of them in this case)');
});

const EVIL = '\u001b[31m\u202e\u200b\u009b';

test.each([40, 60, 80, 100])(
  'no line is wider than %i columns, and none commands a terminal',
  async (width) => {
    const causes = CAUSES.map(([cause]) => cause);
    const evil: Cause[] = [
      { kind: 'text', expected: `${EVIL}x`, found: EVIL },
      { kind: 'unread-answer', answer: `${EVIL}=x`, because: EVIL },
    ];
    const record = verifiedRecord({
      title: `${EVIL}${'title '.repeat(30)}漢字`,
      causes: [...causes, ...evil],
    });
    const style = { width, palette: colourless, glyphs: ascii };
    const view = await verifyView({ style });
    const one = verificationText(verification(record), view);
    const two = verificationText(verification(record, record), view);
    expect(two).toContain('Changed answers');
    const text = `${one}${two}`;
    expect(text).not.toMatch(COMMANDING);
    expect(text.split('\n').filter((line) => stringWidth(line) > width)).toEqual([]);
  },
);

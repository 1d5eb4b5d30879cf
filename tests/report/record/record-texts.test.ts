import { describe, expect, test } from 'vitest';
import type { AnswerSheet } from '../../../src/model/answers.ts';
import type { KnowledgeBase } from '../../../src/model/knowledge.ts';
import { recordFormats } from '../../../src/report/record/formats.ts';
import {
  claimOf,
  evidenceOf,
  type KnowledgeSpec,
  knowledgeOf,
} from '../../support/engine-builders.ts';
import { type Said, sheetOf } from '../../support/engine-differences.ts';
import { smallKnowledge } from '../../support/loaded-knowledge.ts';
import { headingsIn, recordParts, sectionIn } from '../../support/record-parts.ts';
import { recordedQuickly, recordView } from '../../support/record-view.ts';

const small = await smallKnowledge();

const STORE: KnowledgeSpec = {
  qualities: { ease: 1, speed: 0 },
  questions: [
    { id: 'load', choices: { low: {}, high: { speed: 3 } } },
    { id: 'teams', choices: { one: {}, many: {} } },
  ],
  patterns: [
    { id: 'Plain', claims: [claimOf('easy to run', { ease: 2 }, { line: 3 })] },
    { id: 'Fast', claims: [claimOf('answers at once', { speed: 1 }, { line: 7 })] },
  ],
  decisions: [{ id: 'Store', alternatives: ['Plain', 'Fast'], driving: ['ease', 'speed'] }],
};

/** The knowledge above with other parts; more patterns stand before those of the same id. */
function storeWith(parts: Partial<KnowledgeSpec>): KnowledgeBase {
  const own = new Set(parts.patterns?.map(({ id }) => id));
  const patterns = [...(parts.patterns ?? []), ...STORE.patterns.filter(({ id }) => !own.has(id))];
  return knowledgeOf({ ...STORE, ...parts, patterns });
}

interface Told {
  readonly knowledge?: KnowledgeBase;
  readonly said?: Said;
  readonly pins?: Readonly<Record<string, readonly string[]>>;
  readonly decision?: string;
}

/** A section of a record in the form of MADR. */
function section(
  heading: string,
  { knowledge = knowledgeOf(STORE), said = { load: 'low' }, pins = {}, decision = 'Store' }: Told,
): string[] {
  const view = recordView(knowledge, sheetOf(said, pins), decision);
  return sectionIn(recordParts(recordFormats.madr(view)), heading);
}

const outcome = (told: Told) => section('Decision Outcome', told);

describe('a whole record', () => {
  const sheet: AnswerSheet = {
    ...sheetOf({ staleness: 'never', contents: ['orders', 'photos'] }),
    ...{ system: 'Shop', scope: 'checkout' },
    notes: new Map([['staleness', 'Prices are law.']]),
  };
  const view = recordView(small, sheet, 'storage', {
    supersedes: {
      ...{ name: 'ADR-0004', file: '0004-storage-heap.md', title: '4. Storage: Heap' },
      record: recordedQuickly(
        small,
        sheetOf({ staleness: 'seconds', contents: ['orders'] }),
        'storage',
      ),
    },
  });

  test('as MADR', () => {
    expect(recordFormats.madr(view)).toMatchInlineSnapshot(`
      "---
      number: 7
      title: "Storage: Cabinet"
      status: "accepted"
      supersedes: "ADR-0004"
      date: 2026-11-30
      ---
      # Storage: Cabinet

      ## Context and Problem Statement

      Where do things lie?

      System: Shop (checkout)

      The answers that count:

      - How old may be what users see? "Never old"
        - Note: Prices are law.
      - What is kept? "Orders and invoices" and "Photos"

      Not known yet, and able to change the choice: How many requests come in per second? and How much may be lost?

      ## Decision Drivers

      - Consistency (weight 4), because of How old may be what users see?
      - Simplicity (weight 1)

      ## Considered Options

      - Cabinet
      - Vault
      - Heap

      ## Decision Outcome

      Chosen option: "Cabinet", because it is ahead of Vault by 16 points, mainly for consistency (+8), "What is kept?" (+5) and simplicity (+3). Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.

      Certainty when this was written: likely 83%. By option: Cabinet 83%, Heap 17% of all ways to answer the open questions (not a probability).

      ### Consequences

      - Good for consistency: one register tells everybody the same (storage.md)
      - Good, because orders are kept, which refer to each other (storage.md)
      - Good for simplicity: everybody has opened a drawer before (storage.md)
      - Bad for performance: each sheet passes the clerk, who is slow on Mondays and absent on Fridays (storage.md; sources disagree); Heap is better. To ease it: a second clerk for the busy hours

      ### Confirmation

      Not known yet. These would count against the choice:

      - "1,000 or more" (How many requests come in per second?): the whole town comes at once (storage.md, "Cabinet")

      To check it against current knowledge, run \`arch-advisor verify docs/adr\`.

      ## Pros and Cons of the Options

      Those of the chosen option are listed as consequences.

      ### Vault

      - Bad for simplicity: two keys and a guard (storage.md)

      ### Heap

      - Bad for consistency: two readers seldom find the same sheet (storage.md)
      - Bad for simplicity: finding needs a map that nobody draws (storage.md)

      ## More Information

      Supersedes [4. Storage: Heap](0004-storage-heap.md)

      Answers that have changed since then:

      - How old may be what users see?: not known → not known
      - What is kept?: not known → not known

      ### When to Revisit

      Heap would lead with this answer:

      - How many requests come in per second? "1,000 or more requests per second" (not known now)

      ### Sources

      Quotes are from storage.md in version 7.1.0 of the knowledge (SHA-256 8e9ea4f9dc44…), which cites:

      - Clerks' handbook, chapter 3, <https://example.org/clerks>
      "
    `);
  });

  test('in the form of Nygard', () => {
    expect(recordFormats.nygard(view)).toMatchInlineSnapshot(`
      "# 7. Storage: Cabinet

      Date: 2026-11-30

      ## Status

      Accepted

      Supersedes [4. Storage: Heap](0004-storage-heap.md)

      Answers that have changed since then:

      - How old may be what users see?: not known → not known
      - What is kept?: not known → not known

      ## Context

      Where do things lie?

      System: Shop (checkout)

      The answers that count:

      - How old may be what users see? "Never old"
        - Note: Prices are law.
      - What is kept? "Orders and invoices" and "Photos"

      Not known yet, and able to change the choice: How many requests come in per second? and How much may be lost?

      ### Drivers

      - Consistency (weight 4), because of How old may be what users see?
      - Simplicity (weight 1)

      ### Options Considered

      - Cabinet
      - Vault
      - Heap

      ## Decision

      Chosen option: "Cabinet", because it is ahead of Vault by 16 points, mainly for consistency (+8), "What is kept?" (+5) and simplicity (+3). Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.

      Certainty when this was written: likely 83%. By option: Cabinet 83%, Heap 17% of all ways to answer the open questions (not a probability).

      ## Consequences

      - Good for consistency: one register tells everybody the same (storage.md)
      - Good, because orders are kept, which refer to each other (storage.md)
      - Good for simplicity: everybody has opened a drawer before (storage.md)
      - Bad for performance: each sheet passes the clerk, who is slow on Mondays and absent on Fridays (storage.md; sources disagree); Heap is better. To ease it: a second clerk for the busy hours

      ### Confirmation

      Not known yet. These would count against the choice:

      - "1,000 or more" (How many requests come in per second?): the whole town comes at once (storage.md, "Cabinet")

      To check it against current knowledge, run \`arch-advisor verify docs/adr\`.

      ## Pros and Cons of the Options

      Those of the chosen option are listed as consequences.

      ### Vault

      - Bad for simplicity: two keys and a guard (storage.md)

      ### Heap

      - Bad for consistency: two readers seldom find the same sheet (storage.md)
      - Bad for simplicity: finding needs a map that nobody draws (storage.md)

      ## When to Revisit

      Heap would lead with this answer:

      - How many requests come in per second? "1,000 or more requests per second" (not known now)

      ## Sources

      Quotes are from storage.md in version 7.1.0 of the knowledge (SHA-256 8e9ea4f9dc44…), which cites:

      - Clerks' handbook, chapter 3, <https://example.org/clerks>
      "
    `);
  });
});

describe('why it was chosen, and how certain that is', () => {
  test('a lead in points', () => {
    expect(outcome({})).toMatchInlineSnapshot(`
      [
        "Chosen option: "Plain", because it is ahead of Fast by 2 points, mainly for ease (+2). Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.",
        "Certainty when this was written: settled, narrow (changing one answer can change the choice).",
      ]
    `);
  });

  test('a level score, of which both sides are named', () => {
    const knowledge = storeWith({
      patterns: [
        { id: 'Plain', rates: { ease: [1] }, useWhen: ['teams: one'] },
        { id: 'Fast', rates: { ease: [1] }, useWhen: ['load: low', 'size: large'] },
      ],
      questions: [...STORE.questions, { id: 'size', choices: { small: {}, large: {} } }],
    });
    expect(outcome({ knowledge, said: { load: 'low', teams: 'one' } })).toMatchInlineSnapshot(`
      [
        "Chosen option: "Plain", because it is level with Fast and the simpler of the two; for it count "teams?" (+5), against it "load?" (−5). Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.",
        "Certainty when this was written: toss-up 50%, Fast likelier, narrow (changing one answer can change the choice). By option: Fast 50%, Plain and Fast level 50% of all ways to answer the open questions (not a probability).",
      ]
    `);
  });

  test('nothing that is known counts, and much is open', () => {
    const knowledge = storeWith({
      patterns: [{ id: 'Fast', useWhen: ['load: high'] }, { id: 'Plain' }],
    });
    expect(outcome({ knowledge, said: {} })).toMatchInlineSnapshot(`
      [
        "Chosen option: "Plain", because it is level with Fast and the simpler of the two.",
        "Certainty when this was written: toss-up 50%, Fast likelier. By option: Fast 50%, Plain and Fast level 50% of all ways to answer the open questions (not a probability).",
      ]
    `);
  });

  test('a tie: the options are not chosen together', () => {
    const knowledge = storeWith({ patterns: [{ id: 'Plain', rates: { speed: [1] } }] });
    expect(outcome({ knowledge, said: { load: 'high' } })).toMatchInlineSnapshot(`
      [
        "Chosen options: "Plain" or "Fast", because they are level in points.",
        "Certainty when this was written: tied.",
      ]
    `);
  });

  test('an open pick, with the share of each option', () => {
    expect(outcome({ said: {} })).toMatchInlineSnapshot(`
      [
        "Chosen option: "Plain", because it is ahead of Fast by 2 points, mainly for ease (+2). Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.",
        "Certainty when this was written: toss-up 50%. By option: Plain 50%, Fast 50% of all ways to answer the open questions (not a probability).",
      ]
    `);
  });

  test('one that may not have to be made', () => {
    const knowledge = storeWith({
      decisions: STORE.decisions.map((each) => ({ ...each, appliesWhen: ['teams: many'] })),
    });
    expect(outcome({ knowledge })).toMatchInlineSnapshot(`
      [
        "Chosen option: "Plain", because it is ahead of Fast by 2 points, mainly for ease (+2). Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.",
        "Certainty when this was written, if this has to be decided at all: settled, narrow (changing one answer can change the choice).",
      ]
    `);
    expect(section('Context and Problem Statement', { knowledge }).at(-1)).toBe(
      'Whether this has to be decided at all depends on open questions: teams?',
    );
  });

  test('the only one that is not ruled out', () => {
    const knowledge = storeWith({
      patterns: [
        {
          id: 'Fast',
          evidence: [
            evidenceOf('ruled-out-when', 'load: low | high', { text: 'it costs too much' }),
          ],
        },
      ],
    });
    expect(outcome({ knowledge })).toMatchInlineSnapshot(`
      [
        "Chosen option: "Plain", because the answers rule out every other option.",
        "Certainty when this was written: settled, firm (changing any one answer keeps the choice).",
      ]
    `);
    expect(section('Considered Options', { knowledge })).toEqual([
      'Plain',
      'Ruled out by the answers:',
      'Fast, because it costs too much (load? "low"; made-up.md, "Fast")',
    ]);
    expect(section('Pros and Cons of the Options', { knowledge })).toEqual([]);
  });

  test('one that was fixed, with what the answers say', () => {
    expect(outcome({ pins: { Store: ['Fast'] } })).toMatchInlineSnapshot(`
      [
        "Chosen option: "Fast", because it was fixed in advance; by the answers, Plain is ahead by 2 points. Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.",
      ]
    `);
    expect(outcome({ pins: { Store: ['Plain'] } })).toMatchInlineSnapshot(`
      [
        "Chosen option: "Plain", because it was fixed in advance.",
      ]
    `);
  });
});

describe('several picks', () => {
  const GUARDS: KnowledgeSpec = {
    ...STORE,
    qualities: { ease: 1, safety: 1 },
    patterns: [
      { id: 'None' },
      {
        id: 'Twin',
        claims: [claimOf('a copy is left', { safety: 2 }), claimOf('two to run', { ease: -1 })],
      },
      { id: 'Alarm', useWhen: ['load: high'] },
      { id: 'Guard', avoidWhen: ['load: low'] },
    ],
    decisions: [
      {
        id: 'Guards',
        alternatives: ['None', 'Twin', 'Alarm', 'Guard'],
        driving: ['ease', 'safety'],
        several: true,
      },
    ],
  };
  const told = { knowledge: knowledgeOf(GUARDS), decision: 'Guards' };

  test('one of them, some of them, none of them', () => {
    expect(outcome(told)).toMatchInlineSnapshot(`
      [
        "Chosen option: "Twin", because it is worth its costs here, by 1 point. Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.",
        "Certainty when this was written: settled, narrow (changing one answer can change the choice).",
      ]
    `);
    expect(outcome({ ...told, said: { load: 'high' } })).toMatchInlineSnapshot(`
      [
        "Chosen options: "Twin" and "Alarm", because each is worth its costs here, in points: Alarm (+5) and Twin (+1). Points are weight times rating (−2 to +2) for a quality, and 5 or 10 for a condition that holds.",
        "Certainty when this was written: settled, narrow (changing one answer can change the choice).",
      ]
    `);
    const worthless = knowledgeOf({
      ...GUARDS,
      patterns: GUARDS.patterns.map(({ id }) => ({ id })),
    });
    expect(outcome({ ...told, knowledge: worthless })).toMatchInlineSnapshot(`
      [
        "Chosen option: "None", because nothing is worth its costs here.",
        "Certainty when this was written: settled, firm (changing any one answer keeps the choice).",
      ]
    `);
  });

  test('what would be dropped or added', () => {
    expect(section('When to Revisit', told)).toMatchInlineSnapshot(`
      [
        "Alarm would be added with this answer:",
        "load? "high" (now "low")",
      ]
    `);
    expect(section('When to Revisit', { ...told, said: { load: 'high' } })).toMatchInlineSnapshot(`
      [
        "Alarm would be dropped with this answer:",
        "load? "low" (now "high")",
      ]
    `);
    const bare = knowledgeOf({ ...GUARDS, qualities: { ease: 1 } });
    const none = { knowledge: bare, decision: 'Guards' };
    expect([
      section('When to Revisit', none),
      section('When to Revisit', { ...none, said: { load: 'high' } }),
    ]).toMatchInlineSnapshot(`
      [
        [
          "Alarm would be added with this answer:",
          "load? "high" (now "low")",
        ],
        [
          "Alarm would be dropped with this answer:",
          "load? "low" (now "high")",
        ],
      ]
    `);
  });
});

describe('a pick that has to fit others', () => {
  const caching: KnowledgeSpec = {
    ...STORE,
    patterns: [
      ...STORE.patterns,
      { id: 'No cache', rates: { ease: [2] } },
      { id: 'Near cache', rates: { ease: [1] } },
      { id: 'By key', rates: { ease: [1] } },
      { id: 'By time' },
    ],
    decisions: [
      ...STORE.decisions,
      { id: 'Cache', alternatives: ['No cache', 'Near cache'], driving: ['ease'] },
      {
        id: 'Expiry',
        alternatives: ['By time', 'By key'],
        driving: ['ease'],
        appliesWhen: ['Cache: Near cache'],
      },
    ],
    combinations: [{ when: 'Store: Plain', requires: 'Cache: Near cache' }],
  };
  const told = { knowledge: knowledgeOf(caching), pins: { Store: ['Plain'] } };

  test('names them, the reason, and what it would be by itself', () => {
    expect(outcome({ ...told, decision: 'Cache' })).toMatchInlineSnapshot(`
      [
        "Chosen option: "Near cache", because it has to fit Store: Plain (Store: Plain is wrong). By itself, the choice would be No cache, ahead by 1 point.",
        "Certainty when this was written: settled, changed to fit.",
      ]
    `);
    expect(section('When to Revisit', { ...told, decision: 'Cache' })).toEqual([
      'Decide again when the choice of Store changes.',
    ]);
  });

  test('one that only follows from another', () => {
    expect(outcome({ ...told, decision: 'Expiry' })).toMatchInlineSnapshot(`
      [
        "Chosen option: "By key", because it follows from Cache.",
        "Certainty when this was written: settled, follows Cache.",
      ]
    `);
  });
});

describe('when to decide again', () => {
  const revisit = (told: Told) => section('When to Revisit', told);

  test('one answer', () => {
    expect(revisit({})).toMatchInlineSnapshot(`
      [
        "Fast would lead with this answer:",
        "load? "high" (now "low")",
      ]
    `);
    expect(revisit({ said: {} })).toMatchInlineSnapshot(`
      [
        "Fast would lead with this answer:",
        "load? "high" (not known now)",
      ]
    `);
  });

  test('several answers together', () => {
    const knowledge = storeWith({
      patterns: [{ id: 'Fast', useWhen: ['load: high & teams: many'] }],
    });
    expect(revisit({ knowledge, said: { load: 'low', teams: 'one' } })).toMatchInlineSnapshot(`
      [
        "No single answer changes the choice.",
        "Fast would lead with these answers together:",
        "load? "high" (now "low"); and teams? "many" (now "one")",
      ]
    `);
  });

  test('no answer, and a choice that was fixed', () => {
    const knowledge = storeWith({ patterns: [{ id: 'Fast' }] });
    expect(revisit({ knowledge })).toEqual([
      'No change of up to 3 answers changes the choice. Decide again when the knowledge changes.',
    ]);
    expect(revisit({ pins: { Store: ['Fast'] } })).toEqual([
      'The choice was fixed in advance. Decide again when the reason for that no longer holds.',
    ]);
  });

  test('only answers that contradict each other', () => {
    const view = recordView(knowledgeOf(STORE), sheetOf({ load: 'low' }), 'Store');
    const flips = view.flips.flips.map((flip) => ({ ...flip, contradicts: ['load', 'teams'] }));
    const parts = recordParts(recordFormats.nygard({ ...view, flips: { ...view.flips, flips } }));
    expect(sectionIn(parts, 'When to Revisit')).toEqual([
      'Only answers that contradict each other would change the choice. Decide again when the knowledge changes.',
    ]);
    expect(sectionIn(parts, 'Confirmation').join('\n')).not.toContain('The choice rests on');
  });

  test('a long list is cut', () => {
    const choices = Object.fromEntries([...'abcdefghij'].map((id) => [id, {}]));
    const questions = [...'klmnopqrs'].map((id) => ({ id, choices: { yes: {}, no: {} } }));
    const useWhen = questions.map(({ id }) => `${id}: yes`);
    const knowledge = knowledgeOf({
      ...STORE,
      questions: [{ id: 'load', choices }, ...questions],
      patterns: [
        { id: 'Plain', rates: { ease: [2] } },
        { id: 'Fast', useWhen },
      ],
    });
    const said = Object.fromEntries(questions.map(({ id }) => [id, 'no']));
    const lines = revisit({ knowledge, said });
    expect(lines.at(-1)).toMatch(
      /^To list 1 more, run arch-advisor flip \S+ --full --answers with this file\.$/,
    );
  });
});

test('what counts against the pick is a consequence, even where no other option is better', () => {
  const knowledge = storeWith({
    patterns: [
      { id: 'Plain', rates: { ease: [-1] }, avoidWhen: ['load: low'] },
      { id: 'Fast', ruledOutWhen: ['load: low'] },
    ],
  });
  expect(section('Consequences', { knowledge })).toEqual([
    'Bad, because load: low (made-up.md)\nBad for ease: ease -1 (made-up.md)',
  ]);
});

test('sentences that take something back follow those that they take it from', () => {
  const claims = [
    claimOf('easy', { ease: 2 }, { line: 3 }),
    claimOf('not on Mondays', { ease: -1 }, { line: 4 }),
  ];
  const knowledge = storeWith({ patterns: [{ id: 'Plain', claims }] });
  expect(section('Consequences', { knowledge })[0]).toContain(
    'Good for ease: easy (made-up.md); but not on Mondays (made-up.md)',
  );
});

test('an open answer that would count against the pick is named once, with every pick it is about', () => {
  const avoid = { text: 'nobody knows it', line: 5 };
  const knowledge = knowledgeOf({
    ...STORE,
    patterns: ['None', 'Twin', 'Alarm'].map((id) => ({
      id,
      rates: { ease: id === 'None' ? [] : [2] },
      evidence: [
        evidenceOf('avoid-when', 'load: low & teams: many', avoid),
        ...(id === 'Twin'
          ? [evidenceOf('ruled-out-when', 'teams: many', { text: 'too slow' })]
          : []),
      ],
    })),
    decisions: [
      { id: 'Store', alternatives: ['None', 'Twin', 'Alarm'], driving: ['ease'], several: true },
    ],
  });
  const lines = section('Confirmation', { knowledge });
  expect(lines.slice(-3)).toMatchInlineSnapshot(`
    [
      "Not known yet. These would count against the choice:",
      "many (teams?): it is then ruled out, because too slow (made-up.md, "Twin")
    many (teams?): nobody knows it (made-up.md, "Twin" and "Alarm")",
      "To check it against current knowledge, run arch-advisor verify docs/adr.",
    ]
  `);
});

test('without a source, none is announced', () => {
  expect(section('Sources', {})).toEqual([
    'Quotes are from made-up.md in version test of the knowledge (SHA-256 0…).',
  ]);
  const silent = knowledgeOf({ ...STORE, patterns: STORE.patterns.map(({ id }) => ({ id })) });
  expect(section('Sources', { knowledge: silent })).toEqual([
    'Decided with version test of the knowledge (SHA-256 0…).',
  ]);
});

test('nothing is said of drivers where no quality weighs', () => {
  const silent = knowledgeOf({ ...STORE, patterns: STORE.patterns.map(({ id }) => ({ id })) });
  const view = recordView(silent, sheetOf({ load: 'low' }), 'Store');
  expect(headingsIn(recordParts(recordFormats.madr(view)))).not.toContain('## Decision Drivers');
  expect(headingsIn(recordParts(recordFormats.nygard(view)))).not.toContain('### Drivers');
});

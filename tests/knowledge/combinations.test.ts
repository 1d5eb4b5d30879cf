import { describe, expect, test } from 'vitest';
import type { Pins } from '../../src/model/answers.ts';
import type { Condition } from '../../src/model/condition.ts';
import type { Combination } from '../../src/model/knowledge.ts';
import { assemble } from '../support/assemble.ts';
import { conflictsAlone } from '../support/engine-joint.ts';
import { soundLayer } from '../support/layers.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { findingOf } from '../support/rule-cases.ts';

const KINDS = '## Pairs\n\n- Latency: low\n\n## Pages\n\n- Latency: low\n';

/** Decisions `store` and `kind`, with combinations from line 11 on. */
function read(
  combinations: readonly string[],
  documents: Record<string, string> = { 'kinds.md': KINDS },
) {
  const decisions = `version: 0.0.1
decisions:
  - id: store
    title: Store
    ask: Which store?
    driving: [consistency]
    alternatives: [{ id: sql, name: SQL }, { id: nosql, name: NoSQL }]
  - { id: kind, title: Kind, ask: Which?, driving: [consistency], alternatives: [{ id: pairs, name: Pairs }, { id: pages, name: Pages }, { id: graphs, name: Graphs }] }
combinations:
${combinations.map((each) => `  - ${each}\n`).join('')}`;
  return assemble([soundLayer({ decisions, documents, complete: false })], '');
}

function wordsOf({ when, requires, because, place }: Combination) {
  return { when: when.text, requires: requires?.text, because, line: place.line };
}

describe('combinations in decisions.yaml', () => {
  test('forbid something, or ask for something, each with its reason and place', () => {
    const { knowledge, diagnostics } = read([
      "{ never: 'store: sql & kind: pairs', because: rows are no pairs }",
      "{ when: 'kind: pages | pairs', requires: 'store: nosql', because: rows are no pages }",
    ]);
    expect(diagnostics).toEqual([]);
    expect(knowledge?.combinations.map(wordsOf)).toEqual([
      {
        when: 'store: sql & kind: pairs',
        requires: undefined,
        because: 'rows are no pairs',
        line: 10,
      },
      {
        when: 'kind: pages | pairs',
        requires: 'store: nosql',
        because: 'rows are no pages',
        line: 11,
      },
    ]);
  });

  test.each([
    "{ never: 'store: sql', when: 'kind: pairs', requires: 'store: nosql', because: x }",
    "{ never: 'store: sql', requires: 'store: nosql', because: x }",
    "{ when: 'kind: pairs', because: x }",
    "{ requires: 'kind: pairs', because: x }",
    '{ because: x }',
  ])('are either the one or the other: %s', (written) => {
    expect(read([written]).diagnostics.map(findingOf)).toEqual([
      {
        rule: 'invalid-yaml',
        severity: 'error',
        message: '`combinations.0`: expected either `never`, or `when` and `requires`',
        at: 'decisions.yaml:10:5',
      },
    ]);
  });

  test('need a reason', () => {
    const [found] = read(["{ never: 'store: sql' }"]).diagnostics;
    expect(found?.message).toBe('`combinations.0.because`: expected text, found nothing');
  });

  test('are conditions, and what is none is reported with its place', () => {
    const { diagnostics } = read(["{ when: 'kind: pairs', requires: 'store = sql', because: x }"]);
    expect(diagnostics.map(findingOf)).toEqual([
      {
        rule: 'malformed-condition',
        severity: 'error',
        message: '`store = sql` is not `question: choice`',
        at: 'decisions.yaml:10:38',
      },
    ]);
  });

  test('name alternatives that there are', () => {
    const { diagnostics } = read(["{ never: 'store: sql & kind: page', because: x }"]);
    expect(diagnostics.map(({ rule, hint }) => ({ rule, hint }))).toEqual([
      { rule: 'unknown-choice', hint: 'did you mean `pages`?' },
    ]);
  });

  test('say nothing where no document describes what they name', () => {
    const all = [
      "{ never: 'store: sql & kind: graphs', because: x }",
      "{ when: 'store: sql', requires: 'kind: graphs', because: x }",
      "{ when: 'kind: graphs | pairs', requires: 'store: sql', because: x }",
    ];
    expect(read(all).knowledge?.combinations.map(({ place }) => place.line)).toEqual([12]);
    expect(read(all, {}).knowledge?.combinations).toEqual([]);
    expect(read(all, {}).diagnostics).toEqual([]);
  });
});

describe('the combinations that come along', async () => {
  const knowledge = await builtInKnowledge();
  const all = knowledge.combinations.map((each) => [nameOf(each), each] as const);

  const brokenUnder = (pins: Pins) =>
    conflictsAlone(knowledge, { answers: new Map(), pins }).map(({ line }) => line);

  /** For each decision that a condition names, one alternative of those it names, or of the others. */
  function pinsFor({ terms }: Condition, isMet: boolean): [string, string[]][] {
    return terms.map(({ subject, choices }) => {
      const known = knowledge?.decisions.get(subject)?.alternatives.map(({ id }) => id) ?? [];
      const pin = known.find((id) => choices.includes(id) === isMet);
      return [subject, pin === undefined ? [] : [pin]];
    });
  }

  test('are more than a few', () => {
    expect(all.length).toBeGreaterThanOrEqual(12);
  });

  test.each(all)('%s: names only decisions and alternatives that there are', (_name, each) => {
    for (const { subject, choices } of [...each.when.terms, ...(each.requires?.terms ?? [])]) {
      const known = knowledge.decisions.get(subject)?.alternatives.map(({ id }) => id);
      expect(known).toEqual(expect.arrayContaining([...choices]));
    }
  });

  test.each(all)('%s: some picks break it, and some do not', (_name, each) => {
    const { when, requires, place } = each;
    const held = pinsFor(when, true);
    const wanted = requires ? pinsFor(requires, true) : [];
    const missing = requires ? pinsFor(requires, false) : [];
    expect(brokenUnder(new Map([...missing, ...held]))).toContain(place.line);
    const kept = requires ? joined([...held, ...wanted]) : new Map(pinsFor(when, false));
    expect(brokenUnder(kept)).not.toContain(place.line);
  });

  test.each(all)('%s: has a reason of one sentence without a final dot', (_name, { because }) => {
    expect(because).toMatch(/^\p{Ll}.*[^.]$/u);
  });
});

function nameOf({ when, requires }: Combination): string {
  return requires ? `${when.text} requires ${requires.text}` : `never ${when.text}`;
}

/** Where several techniques of one decision are named all are pinned. */
function joined(pins: readonly [string, string[]][]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  for (const [id, picks] of pins) all.set(id, [...(all.get(id) ?? []), ...picks]);
  return all;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/engine/explain/explain.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Case, cases, knowledgeIn, situationIn } from '../support/engine-arbitraries.ts';
import {
  answersOf,
  claimOf,
  evidenceOf,
  type KnowledgeSpec,
  knowledgeOf,
} from '../support/engine-builders.ts';
import { hingesBy, plainHinge } from '../support/engine-hinges.ts';
import { decisionIn } from '../support/engine-runs.ts';
import { numRuns } from '../support/runs.ts';

const evidence = (...args: Parameters<typeof evidenceOf>) => ({
  ...evidenceOf(...args),
  contested: true,
});

function specWith({
  claims = [],
  rules = [],
  speed = 1,
}: {
  claims?: NonNullable<KnowledgeSpec['patterns'][number]['claims']>;
  rules?: NonNullable<KnowledgeSpec['patterns'][number]['evidence']>;
  speed?: number;
}): KnowledgeSpec {
  return {
    qualities: { speed, cost: 3, looks: 1 },
    questions: [{ id: 'load', choices: { low: {}, high: { speed: 4 } } }],
    patterns: [
      { id: 'plain', rates: { cost: [1] } },
      { id: 'quick', claims, evidence: rules },
    ],
    decisions: [{ id: 'way', alternatives: ['plain', 'quick'], driving: ['speed', 'cost'] }],
  };
}

function wayOf(spec: KnowledgeSpec, load?: string) {
  const answers = answersOf(load === undefined ? {} : { load });
  const request = { answers, pins: new Map(), decisions: ['way'] };
  return explain(knowledgeOf(spec), request).decisions[0];
}

describe('a contested claim', () => {
  const disputed = claimOf('answers sooner', { speed: 2 }, { line: 12, contested: true });

  test('that decides the pick is reported with its place, and with the picks without it and with its opposite', () => {
    const way = wayOf(specWith({ claims: [disputed] }), 'high');
    expect(way).toMatchObject({ status: 'settled', recommended: ['quick'], contested: 1 });
    expect(way?.hinges).toEqual([
      {
        text: 'answers sooner',
        file: 'made-up.md',
        line: 12,
        contested: true,
        alternative: 'quick',
        kind: 'claim',
        atZero: { status: 'settled', recommended: ['plain'], changes: true },
        atOpposite: { status: 'settled', recommended: ['plain'], changes: true },
      },
    ]);
  });

  test('that changes nothing is counted, and no hinge', () => {
    expect(wayOf(specWith({ claims: [disputed] }), 'low')).toMatchObject({
      recommended: ['plain'],
      contested: 1,
      hinges: [],
    });
  });

  test('of which only the opposite changes the pick says so', () => {
    const slow = claimOf('answers late', { speed: -1 }, { contested: true });
    const way = wayOf(specWith({ claims: [slow] }), 'high');
    expect(way?.hinges).toMatchObject([
      { atZero: { changes: false }, atOpposite: { recommended: ['quick'], changes: true } },
    ]);
  });

  test('about a quality that does not drive the decision is not tried', () => {
    const vain = claimOf('shines', { looks: 2 }, { contested: true });
    expect(wayOf(specWith({ claims: [vain] }), 'high')).toMatchObject({ contested: 0, hinges: [] });
  });

  test('on which nobody disagrees is not tried', () => {
    const agreed = claimOf('answers sooner', { speed: 2 });
    expect(wayOf(specWith({ claims: [agreed] }), 'high')).toMatchObject({ contested: 0 });
  });
});

describe('contested evidence', () => {
  test('is left out, and turned from use when into avoid when of the same strength', () => {
    const way = wayOf(specWith({ rules: [evidence('use-when', 'load: high (strong)')] }), 'high');
    expect(way).toMatchObject({ recommended: ['quick'] });
    expect(way?.hinges).toMatchObject([
      {
        kind: 'use-when',
        because: 'load: high (strong)'.replace(' (strong)', ''),
        atZero: { recommended: ['plain'] },
        atOpposite: { recommended: ['plain'] },
      },
    ]);
  });

  test('that avoids becomes a reason to use', () => {
    const way = wayOf(specWith({ rules: [evidence('avoid-when', 'load: high')] }), 'high');
    expect(way?.hinges).toMatchObject([
      { atZero: { changes: false }, atOpposite: { recommended: ['quick'], changes: true } },
    ]);
  });

  test('that is a hard rule has no opposite', () => {
    const claims = [claimOf('answers sooner', { speed: 2 })];
    const rules = [evidence('ruled-out-when', 'load: high')];
    const [hinge, ...others] = wayOf(specWith({ claims, rules }), 'high')?.hinges ?? [];
    expect(others).toEqual([]);
    expect(hinge).toMatchObject({ kind: 'ruled-out-when', atZero: { recommended: ['quick'] } });
    expect(hinge).not.toHaveProperty('atOpposite');
  });

  test('whose condition can no longer hold is not tried', () => {
    const rules = [evidence('use-when', 'load: high (strong)')];
    expect(wayOf(specWith({ rules }), 'low')).toMatchObject({ contested: 0, hinges: [] });
  });
});

describe('what is given up', () => {
  const claims = [claimOf('answers sooner', { speed: 2 })];

  test('hurts with the answers that make its quality weigh, as long as they may be given', () => {
    const hurt = { question: 'load', choices: ['high'], weight: 4, state: 'open' };
    expect(wayOf(specWith({ claims }))?.givesUp).toMatchObject([
      { quality: 'speed', than: 'quick', hurtsWhen: [hurt] },
    ]);
    expect(wayOf(specWith({ claims }), 'low')?.givesUp[0]).not.toHaveProperty('hurtsWhen');
  });

  test('hurts already by an answer that was given', () => {
    const spec = specWith({ claims: [claimOf('answers sooner', { speed: 1 })], speed: 0 });
    const dear = { ...spec, qualities: { ...spec.qualities, cost: 9 } };
    expect(wayOf(dear, 'high')?.givesUp).toMatchObject([
      { quality: 'speed', hurtsWhen: [{ question: 'load', weight: 4, state: 'given' }] },
    ]);
  });

  test('comes with the reasons against the pick that may still hold', () => {
    const rules = [evidenceOf('avoid-when', 'load: low', { line: 7 })];
    const strong = specWith({ claims: [...claims, claimOf('costs little', { cost: 2 })], rules });
    expect(wayOf(strong)?.beware).toMatchObject([
      { alternative: 'quick', because: 'load: low', line: 7 },
    ]);
    expect(wayOf(strong, 'high')?.beware).toEqual([]);
  });
});

/** The case with sources that disagree on every sentence. */
function disputed(each: Case): KnowledgeBase {
  const knowledge = knowledgeIn(each);
  const patterns = [...knowledge.patterns].map(([id, pattern]) => {
    const claims = pattern.claims.map((claim) => ({ ...claim, contested: true }));
    const rules = pattern.evidence.map((rule) => ({ ...rule, contested: true }));
    return [id, { ...pattern, claims, evidence: rules }] as const;
  });
  return { ...knowledge, patterns: new Map(patterns) };
}

test('hinges are the sentences without which, or with the opposite of which, advice picks something else', () => {
  let found = 0;
  fc.assert(
    fc.property(cases, (each) => {
      const knowledge = disputed(each);
      const request = { ...situationIn(each), decisions: [], every: true };
      for (const { id, status, contested, hinges } of explain(knowledge, request).decisions) {
        const expected =
          status === 'not-applicable'
            ? { contested: 0, hinges: [] }
            : hingesBy(knowledge, decisionIn(knowledge, id), situationIn(each));
        expect({ contested, hinges: hinges.map(plainHinge) }).toEqual(expected);
        found += hinges.length;
      }
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
  expect(found).toBeGreaterThan(numRuns / 8);
});

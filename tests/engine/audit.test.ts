import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Audit } from '../../src/model/audit.ts';
import type { KnowledgeBase } from '../../src/model/knowledge-base.ts';
import { cases, knowledgeIn } from '../support/engine-arbitraries.ts';
import { auditOf, findingsOf } from '../support/engine-audits.ts';
import { completionsOf, outcomeIn } from '../support/engine-brute-force.ts';
import {
  conditionOf,
  type KnowledgeSpec,
  knowledgeOf,
  placeAt,
} from '../support/engine-builders.ts';

/** Ample for a slow machine; nothing is asserted about time. */
vi.setConfig({ testTimeout: 300_000 });

/** Nothing is wrong here: each alternative can win, each choice matters, and more load never speaks against the quick one. */
const sound: KnowledgeSpec = {
  qualities: { simplicity: 1, speed: 0 },
  questions: [
    {
      id: 'load',
      choices: { low: {}, middle: { speed: 1 }, high: { speed: 3 } },
      raises: ['speed'],
    },
    { id: 'team', choices: { small: { simplicity: 1 }, large: {} } },
  ],
  patterns: [
    { id: 'plain', rates: { simplicity: [1] } },
    { id: 'quick', rates: { speed: [1] } },
  ],
  decisions: [{ id: 'store', alternatives: ['plain', 'quick'], driving: ['simplicity', 'speed'] }],
};

describe('a sound knowledge base', () => {
  test('has no findings', () => {
    expect(auditOf(knowledgeOf(sound))).toMatchObject({
      findings: [],
      waived: [],
      figures: { alternatives: 2, choices: 5, monotonePairs: 1, conditions: 0, claims: 2 },
    });
  });

  test('gives the same audit each time', () => {
    expect(auditOf(knowledgeOf(sound))).toEqual(auditOf(knowledgeOf(sound)));
  });
});

describe('a planted fault is found:', () => {
  test('an alternative that another one dominates, with the proof', () => {
    const spec = {
      ...sound,
      patterns: [...sound.patterns, { id: 'worse', rates: { simplicity: [-1] } }],
      decisions: [
        {
          id: 'store',
          alternatives: ['plain', 'quick', 'worse'],
          driving: ['simplicity', 'speed'],
        },
      ],
    };
    const { findings } = auditOf(knowledgeOf(spec));
    expect(findings).toMatchObject([
      { rule: 'never-wins', subject: 'store/worse', message: expect.stringContaining('`plain`') },
    ]);
  });

  test('an alternative that every answer rules out', () => {
    const [plain, quick] = sound.patterns;
    const spec = {
      ...sound,
      patterns: [
        plain ?? never(),
        { ...(quick ?? never()), ruledOutWhen: ['load: low | middle | high'] },
      ],
    };
    expect(findingsOf(knowledgeOf(spec))).toContain('never-wins store/quick');
  });

  test('a technique that is never worth having', () => {
    const spec: KnowledgeSpec = {
      ...sound,
      decisions: [
        {
          id: 'extras',
          alternatives: ['plain', 'quick', 'burden'],
          driving: ['speed'],
          several: true,
        },
      ],
      patterns: [...sound.patterns, { id: 'burden', rates: { speed: [-1] } }],
    };
    expect(findingsOf(knowledgeOf(spec))).toContain('never-wins extras/burden');
  });

  test('an alternative of a decision that never applies', () => {
    const spec: KnowledgeSpec = {
      ...sound,
      patterns: [
        ...sound.patterns,
        { id: 'odd', rates: { simplicity: [-2] } },
        { id: 'left', rates: { speed: [1] } },
        { id: 'right', rates: { simplicity: [1] } },
      ],
      decisions: [
        { id: 'store', alternatives: ['plain', 'quick', 'odd'], driving: ['simplicity', 'speed'] },
        {
          id: 'finer',
          alternatives: ['right', 'left'],
          driving: ['simplicity', 'speed'],
          appliesWhen: ['store: odd'],
        },
      ],
    };
    expect(findingsOf(knowledgeOf(spec))).toEqual([
      'never-wins store/odd',
      'never-wins finer/right',
      'never-wins finer/left',
    ]);
  });

  test('a question that nothing reacts to', () => {
    const spec = {
      ...sound,
      questions: [...sound.questions, { id: 'colour', choices: { red: {}, blue: {} } }],
    };
    const { findings } = auditOf(knowledgeOf(spec));
    expect(findings).toMatchObject([
      {
        rule: 'dead-question',
        subject: 'colour',
        message: expect.stringContaining('No condition'),
      },
    ]);
  });

  test('a choice that does nothing beside others that do', () => {
    const spec: KnowledgeSpec = {
      ...sound,
      questions: [
        ...sound.questions,
        { id: 'data', several: true, choices: { streams: { speed: 2 }, tables: {} } },
      ],
    };
    expect(findingsOf(knowledgeOf(spec))).toEqual(['dead-choice data/tables']);
  });

  test('a weight that falls where it should rise', () => {
    const spec: KnowledgeSpec = {
      ...sound,
      questions: [
        {
          id: 'load',
          choices: { low: {}, middle: { speed: 3 }, high: { speed: 1 } },
          raises: ['speed'],
        },
        ...sound.questions.slice(1),
      ],
    };
    expect(findingsOf(knowledgeOf(spec))).toEqual(['not-monotone load/speed/store']);
  });

  test('a condition over two questions that makes the lead fall', () => {
    const [plain, quick] = sound.patterns;
    const spec: KnowledgeSpec = {
      ...sound,
      patterns: [
        { ...(plain ?? never()), useWhen: ['load: high & team: small (strong)'] },
        quick ?? never(),
      ],
    };
    expect(findingsOf(knowledgeOf(spec))).toEqual(['not-monotone load/speed/store']);
  });

  test('a technique of two reasons whose pick falls with what should raise it', () => {
    const spec: KnowledgeSpec = {
      qualities: { speed: 0 },
      questions: [
        { id: 'load', choices: { low: { speed: 3 }, high: {} }, raises: ['speed'] },
        { id: 'team', choices: { small: {}, large: {} } },
        { id: 'region', choices: { one: {}, many: {} } },
      ],
      patterns: [
        { id: 'plain' },
        { id: 'quick', rates: { speed: [1] }, useWhen: ['team: small', 'region: one'] },
      ],
      decisions: [
        { id: 'extras', alternatives: ['plain', 'quick'], driving: ['speed'], several: true },
      ],
    };
    expect(findingsOf(knowledgeOf(spec))).toContain('not-monotone load/speed/extras');
  });

  test('a condition that no answer fulfils', () => {
    const [plain, quick] = sound.patterns;
    const spec: KnowledgeSpec = {
      ...sound,
      patterns: [{ ...(plain ?? never()), useWhen: ['load: low & load: high'] }, quick ?? never()],
    };
    expect(findingsOf(knowledgeOf(spec))).toEqual([
      'impossible-condition plain/load: low & load: high',
    ]);
  });

  test('rules that together exclude everything', () => {
    const [plain, quick] = sound.patterns;
    const spec: KnowledgeSpec = {
      ...sound,
      patterns: [
        { ...(plain ?? never()), ruledOutWhen: ['load: high'] },
        { ...(quick ?? never()), ruledOutWhen: ['team: small'] },
      ],
    };
    const { findings } = auditOf(knowledgeOf({ ...spec, questions: withoutOrder(spec) }));
    expect(findings).toMatchObject([
      {
        rule: 'everything-excluded',
        subject: 'store',
        message: expect.stringMatching(/`load: high` \(plain, .*`team: small` \(quick, /),
      },
    ]);
  });

  test('rules that exclude different alternatives by the same question are no fault', () => {
    const [plain, quick] = sound.patterns;
    const spec: KnowledgeSpec = {
      ...sound,
      patterns: [
        { ...(plain ?? never()), ruledOutWhen: ['load: high'] },
        { ...(quick ?? never()), ruledOutWhen: ['load: low'] },
      ],
    };
    expect(findingsOf(knowledgeOf(spec))).not.toContain('everything-excluded store');
  });

  test('a claim without source or judgement', () => {
    const knowledge = knowledgeOf(sound);
    const plain = knowledge.patterns.get('plain') ?? never();
    const bare = {
      ...plain,
      claims: plain.claims.map((claim) => ({ ...claim, judgement: false })),
    };
    const patterns = new Map([...knowledge.patterns, ['plain', bare] as const]);
    expect(findingsOf({ ...knowledge, patterns })).toEqual(['no-source plain/1']);
  });
});

test('a decision that hangs on two techniques together can be won', () => {
  const spec: KnowledgeSpec = {
    ...sound,
    patterns: [
      ...sound.patterns,
      { id: 'bare' },
      { id: 'guard', useWhen: ['load: middle | high'] },
      { id: 'alarm', useWhen: ['load: middle | high'] },
    ],
    decisions: [
      { id: 'extras', alternatives: ['bare', 'guard', 'alarm'], driving: ['speed'], several: true },
      {
        id: 'store',
        alternatives: ['plain', 'quick'],
        driving: ['simplicity', 'speed'],
        appliesWhen: ['extras: guard & extras: alarm'],
      },
    ],
  };
  expect(findingsOf(knowledgeOf(spec))).toEqual([]);
});

test('a contradiction that no answers can be is found', () => {
  const condition = conditionOf('load: low & load: high');
  const contradiction = { condition, because: '', instead: '', place: placeAt(3) };
  const knowledge: KnowledgeBase = { ...knowledgeOf(sound), contradictions: [contradiction] };
  expect(findingsOf(knowledge)).toEqual(['impossible-condition load/load: low & load: high']);
});

describe('a waiver', () => {
  const waiver = (subject: string) => ({
    rule: 'dead-question',
    subject,
    because: 'it is asked for the record',
    place: placeAt(9),
  });
  const spec = {
    ...sound,
    questions: [...sound.questions, { id: 'colour', choices: { red: {}, blue: {} } }],
  };

  test('sets its finding apart, with the reason', () => {
    const knowledge: KnowledgeBase = { ...knowledgeOf(spec), waivers: [waiver('colour')] };
    expect(auditOf(knowledge)).toMatchObject({
      findings: [],
      waived: [{ subject: 'colour', because: 'it is asked for the record' }],
    });
  });

  test('that waives nothing is a finding itself', () => {
    const knowledge: KnowledgeBase = { ...knowledgeOf(sound), waivers: [waiver('load')] };
    expect(findingsOf(knowledge)).toEqual(['idle-waiver dead-question/load']);
  });
});

test('what is said of winning is what looking at every answer shows; where these are few nothing stays undecided', () => {
  const counts = { can: 0, never: 0, undecided: 0 };
  fc.assert(
    fc.property(cases, (each) => {
      const knowledge = knowledgeIn(each);
      const { findings } = auditOf(knowledge);
      const { worlds } = completionsOf(knowledge, { answers: new Map(), pins: new Map() });
      for (const decision of knowledge.decisions.values()) {
        const outcomes = worlds.map((world) => outcomeIn(world, decision));
        const alone = outcomes.filter((outcome) => decision.several || !outcome.includes(' '));
        const winners = new Set(alone.flatMap((outcome) => outcome.split(' ')));
        for (const { id } of decision.alternatives) {
          const said = saidOf(`${decision.id}/${id}`, findings);
          counts[said] += 1;
          const isTrue = said === 'undecided' || winners.has(id) === (said === 'can');
          expect({ id, said, isTrue }).toEqual({ id, said, isTrue: true });
        }
      }
    }),
    { numRuns: 60 },
  );
  expect(counts.undecided).toBe(0);
  expect(counts.can).toBeGreaterThan(50);
  expect(counts.never).toBeGreaterThan(50);
});

function saidOf(subject: string, findings: Audit['findings']): 'can' | 'never' | 'undecided' {
  const finding = findings.find((each) => each.subject === subject);
  if (finding === undefined) return 'can';
  return finding.message.includes('not proved') ? 'undecided' : 'never';
}

function withoutOrder({ questions }: KnowledgeSpec): KnowledgeSpec['questions'] {
  return questions.map((question) => ({ ...question, raises: [] }));
}

function never(): never {
  throw new Error('the sound example has lost a pattern');
}

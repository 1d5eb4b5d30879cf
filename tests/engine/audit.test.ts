import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audit } from '../../src/model/audit.ts';
import type { KnowledgeBase } from '../../src/model/knowledge.ts';
import { type Case, cases } from '../support/engine-arbitraries.ts';
import { auditTruth } from '../support/engine-audit-truths.ts';
import { auditOf, findingsOf } from '../support/engine-audits.ts';
import {
  conditionOf,
  type KnowledgeSpec,
  knowledgeOf,
  placeAt,
} from '../support/engine-builders.ts';
import { builtInKnowledge } from '../support/loaded-knowledge.ts';
import { numRuns } from '../support/runs.ts';

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
  test('has no findings, and figures that are the same each time', () => {
    expect(auditOf(knowledgeOf(sound))).toEqual({
      findings: [],
      waived: [],
      figures: {
        ...{ alternatives: 2, choices: 5, claims: 2, conditions: 0, decisions: 1, patterns: 2 },
        ...{ qualities: 2, questions: 2, profiles: 0, prose: 0, monotonePairs: 1, ties: 166 },
        ...{ judgement: 2, sourced: 0, sources: 0, unsourced: 0 },
      },
    });
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

test('a decision that depends on two techniques together can apply', () => {
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

test('a question that only decides whether a decision applies is not dead', () => {
  const spec: KnowledgeSpec = {
    qualities: { ease: 1 },
    questions: [
      { id: 'legacy', choices: { yes: {}, no: {} } },
      { id: 'size', choices: { small: {}, large: {} } },
    ],
    patterns: [
      { id: 'plain', rates: { ease: [1] } },
      { id: 'strangler', rates: { ease: [-1] } },
    ],
    decisions: [
      {
        id: 'migration',
        alternatives: ['plain', 'strangler'],
        driving: ['ease'],
        appliesWhen: ['legacy: yes'],
      },
    ],
  };
  expect(findingsOf(knowledgeOf(spec))).toEqual([
    'never-wins migration/strangler',
    'dead-question size',
  ]);
});

/** A choice of one question matters only by whether the first decision applies; several sentences contradict themselves. */
const entangled: KnowledgeSpec = {
  qualities: { u0: 0, u1: 0, u2: 0 },
  questions: [
    { id: 'q0', choices: { c0: {}, c1: { u1: 3 }, c2: { u0: 1, u2: 3 } } },
    { id: 'q1', choices: { c0: {}, c1: { u0: 3, u2: 2 }, c2: { u0: 2 }, c3: { u0: 1 } } },
    { id: 'q2', choices: { c0: { u2: 2 }, c1: { u0: 2 }, c2: { u2: 2 }, c3: { u1: 2 } } },
    { id: 'q3', choices: { c0: {}, c1: { u2: 2 }, c2: { u2: 3, u1: 3 }, c3: { u0: 1 } } },
  ],
  patterns: [
    {
      id: 'p00',
      rates: { u1: [-1, -1], u0: [-1] },
      useWhen: ['q2: c2 | c3 | c0 (strong)'],
      ruledOutWhen: ['q0: c0 | c1 & q3: c2 & q0: c2'],
    },
    { id: 'p01' },
    {
      id: 'p02',
      rates: { u2: [1, -1], u1: [1] },
      useWhen: ['q1: c0 | c1 | c2 & q0: c2 | c1'],
    },
    { id: 'p03', rates: { u0: [2] } },
    {
      id: 'p10',
      rates: { u2: [2], u0: [-1] },
      avoidWhen: ['q2: c3 | c1 | c0', 'q0: c2 | c0 & q3: c1 | c0 & q3: c1 | c3 | c0'],
    },
    {
      id: 'p11',
      rates: { u1: [1, 2], u2: [1, -1] },
      avoidWhen: ['q0: c1 & q3: c0 | c3 | c1 & q3: c2 | c3 | c0 (strong)', 'q3: c0 | c2 | c3'],
      ruledOutWhen: ['q2: c0 | c3'],
    },
    { id: 'p20', rates: { u0: [1, 1] } },
    { id: 'p21', ruledOutWhen: ['q3: c2 | c1 & q3: c2 | c3 | c1'] },
    {
      id: 'p22',
      rates: { u2: [1, 1], u1: [2, 2] },
      useWhen: ['q1: c2 | c0'],
      avoidWhen: ['q0: c1'],
      ruledOutWhen: ['q1: c0 | c1'],
    },
  ],
  decisions: [
    {
      id: 'd0',
      alternatives: ['p00', 'p01', 'p02', 'p03'],
      driving: ['u2'],
      appliesWhen: ['q1: c2 | c1', 'q0: c1 | c2 & q3: c1'],
    },
    {
      id: 'd1',
      alternatives: ['p10', 'p11'],
      driving: ['u2', 'u0'],
      appliesWhen: ['d0: p03 | p00 | p01', 'd0: p00'],
    },
    { id: 'd2', alternatives: ['p20', 'p21', 'p22'], driving: ['u2', 'u0', 'u1'], several: true },
  ],
};

test('a choice that only decides together with others whether a decision applies is not dead', () => {
  expect(findingsOf(knowledgeOf(entangled))).toEqual([
    'never-wins d0/p01',
    'never-wins d0/p03',
    'never-wins d2/p21',
    'impossible-condition p00/q0: c0 | c1 & q3: c2 & q0: c2',
  ]);
});

describe('a question with weights too small to change any pick', () => {
  const spec: KnowledgeSpec = {
    qualities: { calm: 5, ease: 0 },
    questions: [
      { id: 'noise', choices: { low: {}, high: { ease: 20 } } },
      { id: 'mood', choices: { good: { ease: 1 }, bad: {} } },
    ],
    patterns: [
      { id: 'quiet', rates: { calm: [2] } },
      { id: 'lively', rates: { ease: [1] } },
    ],
    decisions: [{ id: 'form', alternatives: ['quiet', 'lively'], driving: ['calm', 'ease'] }],
  };

  test('is dead, although it is used', () => {
    const { findings } = auditOf(knowledgeOf(spec));
    expect(findings).toMatchObject([
      {
        rule: 'dead-question',
        subject: 'mood',
        message: expect.stringMatching(/^Whatever the other answers/),
      },
    ]);
  });

  test('is called undecided where a proof is too much', () => {
    const { findings } = auditOf(knowledgeOf(spec), { draws: 100, calls: 0 });
    expect(findings).toMatchObject([
      { rule: 'dead-question', subject: 'mood', message: expect.stringContaining('Cannot tell') },
    ]);
  });
});

test('a question of which each choice makes a decision apply is dead, although a condition names it', () => {
  const [store] = sound.decisions;
  const spec: KnowledgeSpec = {
    ...sound,
    questions: [...sound.questions, { id: 'colour', choices: { red: {}, blue: {} } }],
    decisions: [{ ...(store ?? never()), appliesWhen: ['colour: red', 'colour: blue'] }],
  };
  expect(auditOf(knowledgeOf(spec)).findings).toMatchObject([
    {
      rule: 'dead-question',
      subject: 'colour',
      message: expect.stringMatching(/^Whatever the other answers/),
    },
  ]);
});

describe('a question that matters to a decision which never applies', () => {
  const spec: KnowledgeSpec = {
    qualities: { simplicity: 1, speed: 0, cost: 1, ease: 0 },
    questions: [...withoutOrder(sound), { id: 'mood', choices: { good: { ease: 1 }, bad: {} } }],
    patterns: [
      { id: 'plain', rates: { simplicity: [2] } },
      { id: 'quick', rates: { speed: [2] } },
      { id: 'between', rates: { simplicity: [1], speed: [1], cost: [-1] } },
      { id: 'left' },
      { id: 'right', rates: { ease: [1] } },
    ],
    decisions: [
      {
        id: 'store',
        alternatives: ['plain', 'quick', 'between'],
        driving: ['simplicity', 'speed', 'cost'],
      },
      {
        id: 'finer',
        alternatives: ['left', 'right'],
        driving: ['ease'],
        appliesWhen: ['store: between'],
      },
    ],
  };

  test('is dead', () => {
    expect(findingsOf(knowledgeOf(spec))).toEqual([
      'never-wins store/between',
      'never-wins finer/left',
      'never-wins finer/right',
      'dead-question mood',
    ]);
  });

  test('is called undecided where it is too much to prove that it never applies', () => {
    const { findings } = auditOf(knowledgeOf(spec), { draws: 100, calls: 3 });
    const unsure = findings.filter(isUndecided).map(({ subject }) => subject);
    expect(unsure).toEqual(expect.arrayContaining(['finer/right', 'mood']));
  });
});

test('a choice of several that changes what applies beside one other choice alone is not dead', () => {
  const spec: KnowledgeSpec = {
    ...sound,
    questions: [
      {
        id: 'data',
        several: true,
        choices: { tables: { simplicity: 2 }, streams: { speed: 3 }, files: {} },
      },
    ],
    patterns: [
      ...sound.patterns,
      { id: 'left', useWhen: ['data: tables'] },
      { id: 'right', rates: { speed: [1] } },
    ],
    decisions: [
      ...sound.decisions,
      {
        id: 'finer',
        alternatives: ['right', 'left'],
        driving: ['speed'],
        appliesWhen: ['data: files & store: quick'],
      },
    ],
  };
  expect(findingsOf(knowledgeOf(spec))).toEqual([]);
});

describe('the share of ties', () => {
  test('is about that of all completions', () => {
    const { ties } = auditOf(knowledgeOf(sound)).figures;
    expect(Math.abs(ties - 1_000 / 6)).toBeLessThan(40);
  });

  test('is all where two alternatives are alike', () => {
    const patterns = sound.patterns.map(({ id }) => ({ id, rates: { speed: [1] } }));
    expect(auditOf(knowledgeOf({ ...sound, patterns })).figures.ties).toBe(1_000);
  });
});

test('the knowledge that comes with the program has no findings', async () => {
  const knowledge = await builtInKnowledge();
  expect(findingsOf(knowledge)).toEqual([]);
});

test('a contradiction that no answers can be is found', () => {
  const condition = conditionOf('load: low & load: high');
  const contradiction = { condition, because: '', instead: '', place: placeAt(3) };
  const knowledge: KnowledgeBase = { ...knowledgeOf(sound), contradictions: [contradiction] };
  expect(findingsOf(knowledge)).toEqual(['impossible-condition load/load: low & load: high']);
});

test('a limit of the knowledge that no answers go beyond is found', () => {
  const condition = conditionOf('load: low & load: high');
  const limit = { condition, what: '', instead: '', place: placeAt(3) };
  const knowledge: KnowledgeBase = { ...knowledgeOf(sound), notCovered: [limit] };
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

/** Every question where one choice is picked raises everything; what speaks against an alternative contradicts itself. */
function auditedIn(each: Case): KnowledgeBase {
  const questions = each.spec.questions.map((question) =>
    question.several ? question : { ...question, raises: Object.keys(each.spec.qualities) },
  );
  const knowledge = knowledgeOf({ ...each.spec, questions });
  const contradictions = [...knowledge.patterns.values()].flatMap(({ evidence }) =>
    evidence.flatMap(({ kind, condition, place }) =>
      kind === 'avoid-when' && condition ? [{ condition, because: '', instead: '', place }] : [],
    ),
  );
  return { ...knowledge, contradictions };
}

const PROVED = [
  'never-wins',
  'dead-question',
  'dead-choice',
  'not-monotone',
  'everything-excluded',
];

/** What is found, as the truth has it. */
function foundIn({ findings }: Pick<Audit, 'findings'>): string[] {
  return findings
    .filter(({ rule }) => PROVED.includes(rule))
    .map(({ rule, subject, message }) => {
      const step = /to `(.*)` can reduce the lead of (.* over .*), although/.exec(message);
      return `${rule} ${subject}${step ? ` ${step[1]}: ${step[2]}` : ''}`;
    });
}

describe('compared with looking at every completion', () => {
  const BY_PROOF = { draws: 0, calls: 2_000_000 };
  const BY_DRAWS = { draws: 50, calls: 0 };
  const BOTH = { draws: 50, calls: 2_000_000 };

  test('finds all there is and nothing else, also by proof alone; what is too much is called undecided', () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(cases, (each) => {
        const knowledge = auditedIn(each);
        const { neverWins, dead, falling, excluded } = auditTruth(knowledge);
        const truth = [...neverWins, ...dead, ...falling, ...excluded];
        for (const finding of truth) count(finding.split(' ')[0] ?? '', counts);
        const audit = auditOf(knowledge, BOTH);
        expect(foundIn(audit).toSorted()).toEqual(truth.toSorted());
        expect(audit.findings.filter(isUndecided)).toEqual([]);
        expect(auditOf(knowledge, BY_PROOF).findings).toEqual(audit.findings);

        const { findings } = auditOf(knowledge, BY_DRAWS);
        const [unsure, sure] = [findings.filter(isUndecided), findings.filter(not(isUndecided))];
        for (const { rule } of unsure) count(`undecided ${rule}`, counts);
        expect(truth).toEqual(expect.arrayContaining(foundIn({ findings: sure })));
      }),
      { numRuns },
    );
    const undecided = PROVED.filter((rule) => rule !== 'not-monotone');
    const expected = [...PROVED, ...undecided.map((rule) => `undecided ${rule}`)];
    expect(expected.filter((key) => !counts.has(key))).toEqual([]);
  });
});

function isUndecided({ message }: Audit['findings'][number]): boolean {
  return message.includes('Cannot tell');
}

function not<T>(is: (item: T) => boolean): (item: T) => boolean {
  return (item) => !is(item);
}

function count(key: string, counts: Map<string, number>): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function withoutOrder({ questions }: KnowledgeSpec): KnowledgeSpec['questions'] {
  return questions.map((question) => ({ ...question, raises: [] }));
}

function never(): never {
  throw new Error('the sound example has lost a pattern');
}

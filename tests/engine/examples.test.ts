import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advise.ts';
import type { DecisionAdvice } from '../../src/model/advice.ts';
import {
  answersOf,
  claimOf,
  evidenceOf,
  type KnowledgeSpec,
  knowledgeOf,
  prose,
} from '../support/engine-builders.ts';

type Said = Readonly<Record<string, string | readonly string[]>>;

/** The advice on the decisions of a knowledge base, in its order. */
function adviceOn(spec: KnowledgeSpec, said: Said): readonly DecisionAdvice[] {
  const request = { answers: answersOf(said), pins: new Map(), decisions: [] };
  return advise(knowledgeOf(spec), request).decisions;
}

function ranked(decision: DecisionAdvice | undefined, id: string) {
  const found = decision?.ranking.find(({ alternative }) => alternative === id);
  if (found === undefined) throw new Error(`${id} is not ranked`);
  return found;
}

describe('a change that spans several stores', () => {
  const spec: KnowledgeSpec = {
    qualities: { simplicity: 3, availability: 0 },
    questions: [
      { id: 'atomicity', choices: { database: {}, stores: {} } },
      { id: 'uptime', choices: { relaxed: {}, strict: { availability: 4 } } },
    ],
    patterns: [
      {
        id: 'local',
        rates: { simplicity: [2, 1], availability: [1] },
        evidence: [
          evidenceOf('ruled-out-when', 'atomicity: stores', {
            text: 'no transaction reaches into a second store',
            line: 12,
          }),
        ],
      },
      { id: 'saga', rates: { simplicity: [-2] }, useWhen: ['atomicity: stores (strong)'] },
    ],
    decisions: [
      {
        id: 'transactions',
        alternatives: ['local', 'saga'],
        driving: ['simplicity', 'availability'],
      },
    ],
  };

  test('rules a local transaction out, however many points speak for it', () => {
    const [decision] = adviceOn(spec, { atomicity: 'stores', uptime: 'strict' });
    expect(decision).toMatchObject({ status: 'settled', recommended: ['saga'], dependsOn: [] });
    expect(ranked(decision, 'local').score).toBe(3 * 2 + 4);
    expect(ranked(decision, 'saga').score).toBe(3 * -2 + 10);
    expect(decision?.ranking.map(({ alternative }) => alternative)).toEqual(['local', 'saga']);
  });

  test('names the sentence that rules it out, with its place', () => {
    const [decision] = adviceOn(spec, { atomicity: 'stores' });
    expect(ranked(decision, 'local').excludedBy).toEqual([
      {
        state: 'certain',
        text: 'no transaction reaches into a second store',
        because: 'atomicity: stores',
        file: 'made-up.md',
        line: 12,
      },
    ]);
  });

  test('is not assumed while nobody has said so', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({
      status: 'open',
      recommended: ['local'],
      dependsOn: ['atomicity'],
    });
    expect(ranked(decision, 'local').excludedBy).toMatchObject([{ state: 'possible' }]);
  });

  test('says that claims add up to more than the scale holds', () => {
    const [decision] = adviceOn(spec, {});
    expect(ranked(decision, 'local').contributions).toEqual([
      {
        kind: 'quality',
        quality: 'simplicity',
        points: 6,
        weight: 3,
        rating: 2,
        because: ['base'],
        claims: [
          { text: 'simplicity 2', file: 'made-up.md', line: 1 },
          { text: 'simplicity 1', file: 'made-up.md', line: 1 },
        ],
        beyondScale: true,
      },
    ]);
  });
});

describe('an unanswered question', () => {
  const spec: KnowledgeSpec = {
    qualities: { consistency: 0, simplicity: 1 },
    questions: [
      {
        id: 'staleness',
        choices: { never: { consistency: 5 }, seconds: { consistency: 2 } },
      },
      { id: 'teams', choices: { one: {}, many: {} } },
    ],
    patterns: [
      { id: 'sql', rates: { consistency: [2] } },
      { id: 'nosql', rates: { simplicity: [1] }, useWhen: ['teams: many'] },
    ],
    decisions: [
      { id: 'database', alternatives: ['sql', 'nosql'], driving: ['consistency', 'simplicity'] },
    ],
  };

  test('counts with what every answer to it gives, and no more', () => {
    const [decision] = adviceOn(spec, { teams: 'one' });
    expect(ranked(decision, 'sql').contributions).toMatchObject([
      { kind: 'certain', points: 4, because: ['staleness'] },
    ]);
    expect(decision).toMatchObject({ status: 'settled', recommended: ['sql'], dependsOn: [] });
  });

  test('counts for nothing where one of the answers gives nothing', () => {
    const [decision] = adviceOn(spec, { staleness: 'never' });
    expect(ranked(decision, 'nosql').score).toBe(1);
  });

  test('leaves the pick open as long as it can change it', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({
      status: 'open',
      recommended: ['sql'],
      dependsOn: ['staleness', 'teams'],
    });
  });

  test('is told apart from an answer', () => {
    const knowledge = knowledgeOf(spec);
    const request = { answers: answersOf({ teams: 'one' }), pins: new Map(), decisions: [] };
    expect(advise(knowledge, request)).toMatchObject({
      answers: { teams: 'one' },
      unanswered: ['staleness'],
    });
  });

  test('is named with the answers that weigh, once it is answered', () => {
    const [decision] = adviceOn(spec, { staleness: 'never', teams: 'many' });
    expect(ranked(decision, 'sql').contributions).toMatchObject([
      { kind: 'quality', quality: 'consistency', weight: 5, because: ['staleness=never'] },
    ]);
    expect(ranked(decision, 'nosql').contributions).toMatchObject([
      { kind: 'quality', quality: 'simplicity', because: ['base'] },
      { kind: 'evidence', points: 5, because: ['teams=many'] },
    ]);
  });
});

describe('a tie', () => {
  const spec: KnowledgeSpec = {
    qualities: { availability: 2 },
    questions: [{ id: 'goal', choices: { low: {}, high: { availability: 3 } } }],
    patterns: [
      { id: 'single-server', rates: { availability: [-1] } },
      { id: 'stateless', rates: { availability: [1] } },
      { id: 'sticky', rates: { availability: [2, -1] } },
      { id: 'session-store' },
      { id: 'local-sessions', rates: { availability: [-1] } },
    ],
    decisions: [
      {
        id: 'balancing',
        alternatives: ['single-server', 'stateless', 'sticky'],
        driving: ['availability'],
      },
      {
        id: 'sessions',
        alternatives: ['session-store', 'local-sessions'],
        driving: ['availability'],
        appliesWhen: ['balancing: sticky'],
      },
    ],
  };

  test('goes to nobody: all that are tied are named', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({
      status: 'tied',
      recommended: ['stateless', 'sticky'],
      dependsOn: [],
    });
  });

  test('counts as picked for what hangs on one of the tied', () => {
    const [, decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({ status: 'settled', recommended: ['session-store'] });
  });
});

describe('what a pick gives up', () => {
  const spec: KnowledgeSpec = {
    qualities: { simplicity: 3, 'write-scalability': 1 },
    questions: [{ id: 'writes', choices: { few: {}, many: { 'write-scalability': 9 } } }],
    patterns: [
      {
        id: 'one-node',
        rates: { simplicity: [2] },
        claims: [
          claimOf('ends at what one machine takes', { 'write-scalability': -1 }, { line: 31 }),
        ],
        mitigations: [{ ...prose('archive what nobody reads'), qualities: ['write-scalability'] }],
      },
      {
        id: 'shards',
        rates: { simplicity: [-2] },
        claims: [
          claimOf(
            'adds machines for more writes',
            { 'write-scalability': 2 },
            {
              line: 40,
              contested: true,
            },
          ),
        ],
      },
    ],
    decisions: [
      {
        id: 'distribution',
        alternatives: ['one-node', 'shards'],
        driving: ['simplicity', 'write-scalability'],
      },
    ],
  };

  test('is told with its sentence, the better alternative and what softens it', () => {
    const [decision] = adviceOn(spec, { writes: 'few' });
    expect(decision).toMatchObject({ status: 'settled', recommended: ['one-node'] });
    expect(decision?.givesUp).toMatchObject([
      {
        quality: 'write-scalability',
        than: 'shards',
        text: 'ends at what one machine takes',
        file: 'made-up.md',
        line: 31,
        mitigation: 'archive what nobody reads',
      },
    ]);
  });

  test('changes sides with the pick', () => {
    const [decision] = adviceOn(spec, { writes: 'many' });
    expect(decision?.recommended).toEqual(['shards']);
    expect(decision?.givesUp).toMatchObject([{ quality: 'simplicity', than: 'one-node' }]);
  });

  test('a claim on which sources disagree is marked wherever it is cited', () => {
    const [decision] = adviceOn(spec, { writes: 'many' });
    const claims = ranked(decision, 'shards').contributions.flatMap((each) => each.claims);
    expect(claims).toContainEqual({
      text: 'adds machines for more writes',
      file: 'made-up.md',
      line: 40,
      contested: true,
    });
    expect(claims.filter(({ contested }) => contested)).toHaveLength(1);
  });
});

describe('techniques against failures', () => {
  const spec: KnowledgeSpec = {
    qualities: { availability: 2, cost: 1 },
    questions: [
      { id: 'uptime', choices: { relaxed: {}, strict: { availability: 2 } } },
      { id: 'sites', choices: { one: {}, two: {} } },
    ],
    patterns: [
      { id: 'minimal', rates: { cost: [2] } },
      { id: 'standby', rates: { availability: [2], cost: [-1] }, useWhen: ['uptime: strict'] },
      { id: 'alerts', rates: { availability: [1] } },
      {
        id: 'mirror',
        rates: { availability: [2] },
        useWhen: ['uptime: strict'],
        ruledOutWhen: ['sites: one'],
      },
      { id: 'prayer', rates: { simplicity: [2] } },
    ],
    decisions: [
      {
        id: 'tolerance',
        alternatives: ['minimal', 'standby', 'alerts', 'mirror', 'prayer'],
        driving: ['availability', 'cost'],
        several: true,
      },
    ],
  };

  test('each is worth having or not for itself', () => {
    const [decision] = adviceOn(spec, { uptime: 'strict', sites: 'one' });
    expect(decision).toMatchObject({ status: 'settled', recommended: ['standby', 'alerts'] });
  });

  test('one without a reason that holds is left, however many points it has', () => {
    const [decision] = adviceOn(spec, { uptime: 'relaxed', sites: 'two' });
    expect(decision?.recommended).toEqual(['alerts']);
    expect(ranked(decision, 'standby')).toMatchObject({
      score: 3,
      picked: false,
      status: 'settled',
      unreasoned: true,
    });
  });

  test('one without a reason says so also where a hard rule may hold besides', () => {
    const [decision] = adviceOn(spec, { uptime: 'relaxed' });
    expect(ranked(decision, 'mirror')).toMatchObject({ picked: false, unreasoned: true });
  });

  test('one of which the documents say nothing that scores here is silent, and left', () => {
    const [decision] = adviceOn(spec, {});
    expect(ranked(decision, 'prayer')).toMatchObject({ score: 0, silent: true, picked: false });
    expect(ranked(decision, 'alerts').silent).toBeUndefined();
  });

  test('what is open is told for each', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({ status: 'open', dependsOn: ['uptime', 'sites'] });
    expect(ranked(decision, 'standby')).toMatchObject({ status: 'open', dependsOn: ['uptime'] });
    expect(ranked(decision, 'mirror').dependsOn).toEqual(['uptime', 'sites']);
    expect(ranked(decision, 'alerts')).toMatchObject({ status: 'settled', picked: true });
  });

  test('what one costs is told against not having it', () => {
    const [decision] = adviceOn(spec, { uptime: 'strict', sites: 'one' });
    expect(decision?.givesUp).toMatchObject([
      { quality: 'cost', text: 'cost -1', file: 'made-up.md', line: 1 },
    ]);
    expect(decision?.givesUp.filter(({ than }) => than)).toEqual([]);
  });
});

describe('who drives a workflow', () => {
  const spec: KnowledgeSpec = {
    qualities: { decoupling: 1 },
    questions: [
      { id: 'workflow', choices: { none: {}, complex: {} } },
      { id: 'atomicity', choices: { database: {}, stores: {} } },
    ],
    patterns: [
      { id: 'local', ruledOutWhen: ['atomicity: stores'] },
      { id: 'saga', rates: { decoupling: [-1] } },
      { id: 'orchestration', useWhen: ['workflow: complex'] },
      { id: 'choreography', rates: { decoupling: [2] } },
    ],
    decisions: [
      { id: 'transactions', alternatives: ['local', 'saga'], driving: ['decoupling'] },
      {
        id: 'coordination',
        alternatives: ['orchestration', 'choreography'],
        driving: ['decoupling'],
        appliesWhen: ['workflow: complex', 'transactions: saga'],
      },
    ],
  };

  test('need not be decided where there is neither a workflow nor a saga', () => {
    const [, decision] = adviceOn(spec, { workflow: 'none', atomicity: 'database' });
    expect(decision).toMatchObject({ status: 'not-applicable', recommended: [], dependsOn: [] });
  });

  test('hangs on the pick of a saga while that is open', () => {
    const [, decision] = adviceOn(spec, { workflow: 'none' });
    expect(decision).toMatchObject({
      status: 'open',
      recommended: ['choreography'],
      dependsOn: ['atomicity'],
      hangsOn: ['transactions'],
    });
  });

  test('no longer hangs on it where the workflow alone asks for it', () => {
    const steps = { id: 'steps', choices: { few: {}, many: { decoupling: 5 } } };
    const more = { ...spec, questions: [...spec.questions, steps] };
    const [, decision] = adviceOn(more, { workflow: 'complex' });
    expect(decision).toMatchObject({ status: 'open', dependsOn: ['steps'] });
    expect(decision?.hangsOn).toBeUndefined();
  });
});

describe('a condition over two questions', () => {
  const spec: KnowledgeSpec = {
    qualities: { simplicity: 1 },
    questions: [
      { id: 'compensation', choices: { visible: {}, 'never-visible': {} } },
      { id: 'participants', several: true, choices: { 'can-prepare': {}, people: {} } },
    ],
    patterns: [
      { id: 'plain', rates: { simplicity: [1] } },
      {
        id: 'two-phase-commit',
        rates: { simplicity: [-2] },
        useWhen: ['compensation: never-visible & participants: can-prepare (strong)'],
      },
    ],
    decisions: [
      { id: 'transactions', alternatives: ['plain', 'two-phase-commit'], driving: ['simplicity'] },
    ],
  };

  test('gives its points once, when both hold', () => {
    const said = { compensation: 'never-visible', participants: ['can-prepare', 'people'] };
    const [decision] = adviceOn(spec, said);
    expect(ranked(decision, 'two-phase-commit').contributions).toMatchObject([
      { kind: 'quality', points: -2 },
      {
        kind: 'evidence',
        points: 10,
        because: ['compensation=never-visible', 'participants=can-prepare'],
      },
    ]);
    expect(decision).toMatchObject({ status: 'settled', recommended: ['two-phase-commit'] });
  });

  test('gives nothing while one of them is open', () => {
    const [decision] = adviceOn(spec, { compensation: 'never-visible' });
    expect(ranked(decision, 'two-phase-commit').score).toBe(-2);
    expect(decision).toMatchObject({ status: 'open', dependsOn: ['participants'] });
  });

  test('is out of the question once one of them fails', () => {
    const [decision] = adviceOn(spec, { participants: ['none'] });
    expect(decision).toMatchObject({ status: 'settled', recommended: ['plain'], dependsOn: [] });
  });
});

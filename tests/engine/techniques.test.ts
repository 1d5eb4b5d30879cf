import { describe, expect, test } from 'vitest';
import type { KnowledgeSpec } from '../support/engine-builders.ts';
import { adviceOn, ranked } from '../support/engine-examples.ts';

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

  test('each has a status and questions of its own', () => {
    const [decision] = adviceOn(spec, {});
    expect(decision).toMatchObject({ status: 'open', dependsOn: ['uptime', 'sites'] });
    expect(ranked(decision, 'standby')).toMatchObject({ status: 'open', dependsOn: ['uptime'] });
    expect(ranked(decision, 'mirror').dependsOn).toEqual(['uptime', 'sites']);
    expect(ranked(decision, 'alerts')).toMatchObject({ status: 'settled', picked: true });
  });

  test('what one costs is reported against not having it', () => {
    const [decision] = adviceOn(spec, { uptime: 'strict', sites: 'one' });
    expect(decision?.givesUp).toMatchObject([
      { quality: 'cost', text: 'cost -1', file: 'made-up.md', line: 1 },
    ]);
    expect(decision?.givesUp.filter(({ than }) => than)).toEqual([]);
  });
});

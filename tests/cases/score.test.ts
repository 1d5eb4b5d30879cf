import { describe, expect, test } from 'vitest';
import { intervalOf } from '../support/wilson.ts';
import type { Label } from './case.ts';
import { agreementOf } from './readers.ts';
import { scoreOf } from './score.ts';

function label(point: string, chosen: readonly string[], rejected: readonly string[] = []): Label {
  return {
    point,
    chosen: [...chosen],
    rejected: [...rejected],
    rationale: '',
    confidence: 'strong',
  };
}

describe('a pick', () => {
  test('is a hit where it is what was chosen, or one of several', () => {
    expect(scoreOf(['sql'], label('database', ['sql']))).toBe(1);
    expect(scoreOf(['cqrs'], label('read_write_model', ['event_sourcing', 'cqrs']))).toBe(1);
    expect(scoreOf(['document'], label('database', ['sql']))).toBe(0);
  });

  test('that is tied, or none, is a miss', () => {
    expect(scoreOf(['sql', 'document'], label('database', ['sql']))).toBe(0);
    expect(scoreOf([], label('database', ['sql']))).toBe(0);
  });
});

describe('techniques against faults', () => {
  test('are judged by F1', () => {
    expect(scoreOf(['failover', 'monitoring'], label('fault_tolerance', ['failover']))).toBeCloseTo(
      2 / 3,
    );
  });

  test('are a miss where one of them was turned down', () => {
    expect(
      scoreOf(['monitoring', 'failover'], label('fault_tolerance', ['monitoring'], ['failover'])),
    ).toBe(0);
  });

  test('without a standby machine count as minimal too, where that was chosen', () => {
    const chosen = label('fault_tolerance', ['minimal', 'monitoring']);
    expect(scoreOf(['monitoring'], chosen)).toBe(1);
    expect(scoreOf(['monitoring', 'failover'], chosen)).toBe(0.5);
  });
});

describe("Wilson's interval", () => {
  test('is that of the literature: 8 of 10 gives 49 to 94%', () => {
    const [low, high] = intervalOf(8, 10);
    expect(low).toBeCloseTo(0.49, 2);
    expect(high).toBeCloseTo(0.943, 2);
  });

  test('says nothing where nothing was counted', () => {
    expect(intervalOf(0, 0)).toEqual([0, 1]);
  });
});

test('two readers agree where both answered alike, in whatever order', () => {
  const first = new Map([
    ['data', { choices: ['a', 'b'] }],
    ['teams', { choices: ['one'] }],
    ['writes', { choices: ['low'] }],
  ]);
  const second = new Map([
    ['data', { choices: ['b', 'a'] }],
    ['teams', { choices: ['many'] }],
    ['reads', { choices: ['ten'] }],
  ]);
  expect(agreementOf([[first, second]])).toEqual({ both: 2, alike: 1, oneAlone: 2 });
});

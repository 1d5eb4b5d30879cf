import { describe, expect, test } from 'vitest';
import { failsOn, isFinding } from '../../src/records/failures.ts';

const OUTCOMES = [
  ['unchanged', false, false],
  ['certainty-changed', false, true],
  ['pick-changed', true, true],
  ['not-decidable', true, true],
  ['edited', true, true],
] as const;

describe.each(OUTCOMES)('a record that is %s', (outcome, usually, strictly) => {
  test(`fails: ${usually}, with --strict: ${strictly}`, () => {
    expect(failsOn({ outcome }, { strict: false })).toBe(usually);
    expect(failsOn({ outcome }, { strict: true })).toBe(strictly);
  });

  test('never fails if it is known', () => {
    expect(failsOn({ outcome, known: true }, { strict: true })).toBe(false);
  });

  test('is a finding unless it is unchanged', () => {
    expect(isFinding({ outcome })).toBe(outcome !== 'unchanged');
  });
});

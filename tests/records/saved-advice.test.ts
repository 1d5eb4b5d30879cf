import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/engine/advice/advise.ts';
import { readSavedAdvice } from '../../src/records/saved-advice.ts';
import { json } from '../../src/report/json.ts';
import { knowledgeIn, pinnedCases, situationIn } from '../support/engine-arbitraries.ts';
import { fullAdvice, hostileText, reworded } from '../support/hostile-advice.ts';

const advice = await fullAdvice();

function problemOf(text: string): string {
  const read = readSavedAdvice(text);
  return 'problem' in read ? read.problem : '';
}

describe('advice that was printed as JSON', () => {
  test('is read as it was', () => {
    expect(readSavedAdvice(json(advice))).toEqual({ advice: JSON.parse(JSON.stringify(advice)) });
  });

  test('is read as it was whatever its texts say', () => {
    fc.assert(
      fc.property(hostileText, (word) => {
        const saved = reworded(advice, () => word);
        expect(readSavedAdvice(json(saved))).toEqual({ advice: saved });
      }),
    );
  });

  test('prints as the same JSON again whatever was decided', () => {
    fc.assert(
      fc.property(pinnedCases, (each) => {
        const text = json(advise(knowledgeIn(each), { ...situationIn(each), decisions: [] }));
        const read = readSavedAdvice(text);
        expect('problem' in read ? read.problem : json(read.advice)).toBe(text);
      }),
    );
  });

  test('loses what this version does not know', () => {
    const text = json({ ...advice, colour: 'red' });
    expect(readSavedAdvice(text)).toEqual(readSavedAdvice(json(advice)));
  });
});

describe('a text that is not advice', () => {
  test.each([
    ['nothing', '', 'is not JSON'],
    ['half of it', json(advice).slice(0, 500), 'is not JSON'],
    ['a number', '7', 'is not saved advice: expected object, received number'],
    ['a list', '[]', 'is not saved advice: expected object, received array'],
    ['an empty object', '{}', 'is not saved advice: `version`: expected 2'],
    ['nothing as a value', 'null', 'is not saved advice: expected object, received null'],
    ['an older version', '{"version":1}', 'is not saved advice: `version`: expected 2'],
    ['very deep lists', '['.repeat(200_000), 'is not JSON'],
  ])('as %s says what is wrong', (_what, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test('names the place of a fault', () => {
    const broken = JSON.parse(json(advice));
    broken.decisions[1].ranking[0].score = 'high';
    expect(problemOf(JSON.stringify(broken))).toBe(
      'is not saved advice: `decisions.1.ranking.0.score`: expected number, received string',
    );
  });

  test('does not crash on objects that nest deeply', () => {
    const deep = `${'{"because":['.repeat(100_000)}1${']}'.repeat(100_000)}`;
    expect(problemOf(deep)).not.toBe('');
  });

  test('of a newer version is called newer, whatever else it holds', () => {
    expect(readSavedAdvice('{"version":3}')).toEqual({
      problem: 'was written by a newer version of arch-advisor',
      isNewer: true,
    });
  });

  test('has no names from the prototype', () => {
    const text = json(advice).replace('"answers": {', '"answers": {"__proto__": "x",');
    const read = readSavedAdvice(text);
    expect('advice' in read && Object.keys(read.advice.answers)).toEqual(
      Object.keys(advice.answers),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { savedNames } from '../../../src/report/formats/advice-names.ts';
import { type AdviceFormat, adviceFormats } from '../../../src/report/formats/formats.ts';
import { namesIn } from '../../../src/report/words/names.ts';
import { COMMANDING } from '../../support/cli-failure.ts';
import { fullAdvice, hostileText, namesAs, reworded } from '../../support/hostile-advice.ts';
import { smallKnowledge } from '../../support/loaded-knowledge.ts';

const names = namesIn(await smallKnowledge());
const advice = await fullAdvice();
const FORMATS = Object.keys(adviceFormats) as AdviceFormat[];

describe.each(FORMATS)('in %s', (format) => {
  test('nothing commands a terminal, whatever the texts say', () => {
    fc.assert(
      fc.property(hostileText, (word) => {
        const text = adviceFormats[format](
          reworded(advice, () => word),
          namesAs(word),
        );
        expect(text).not.toMatch(COMMANDING);
      }),
    );
  });

  test('the same advice gives the same text, which ends with a line break', () => {
    const text = adviceFormats[format](advice, names);
    expect(text).toBe(adviceFormats[format](advice, names));
    expect(text).toMatch(/[^\n]\n$/);
  });
});

describe('advice that was saved', () => {
  test("is called as it was called then, and by today's names where it holds none", () => {
    const old = savedNames(
      reworded(advice, (word) => `old ${word}`),
      names,
    );
    expect(old.decision('storage')).toBe('old Storage');
    expect(old.alternatives(['cabinet', 'no-such'])).toBe('old Cabinet, no-such');
    expect(old.quality('simplicity')).toBe(names.quality('simplicity'));
  });
});

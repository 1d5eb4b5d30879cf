import type { Question } from '../../model/question.ts';
import type { Rule } from '../rule.ts';

export const brokenBands: Rule = {
  id: 'broken-bands',
  severity: 'error',
  check: ({ questions }, report) => {
    for (const question of questions.values()) {
      const message = wrongWith(question);
      const hint =
        'bands start at 0, each starts where the previous one ends, and the highest has no `to`';
      if (message) report({ message, hint, place: question.place });
    }
  },
};

function wrongWith({ id, choices }: Question): string | undefined {
  const bands = choices.flatMap(({ band }) => band ?? []).sort((a, b) => a.from - b.from);
  if (bands.length === 0) return undefined;
  let end: number | undefined = 0;
  for (const band of bands) {
    const isEmpty = band.to !== undefined && band.to <= band.from;
    if (band.from !== end || isEmpty) {
      return `The bands of \`${id}\` leave a gap or overlap`;
    }
    end = band.to;
  }
  return end === undefined ? undefined : `The highest band of \`${id}\` ends at ${end}`;
}

import type { Question } from '../../model/question.ts';
import type { Rule } from '../rule.ts';

export const brokenBands: Rule = {
  id: 'broken-bands',
  severity: 'error',
  check: ({ questions }, report) => {
    for (const question of questions.values()) {
      const message = wrongWith(question);
      const hint =
        'bands start at 0, each goes on where the one before ends, and the last has no `to`';
      if (message) report({ message, hint, place: question.place });
    }
  },
};

function wrongWith({ id, choices }: Question): string | undefined {
  const bands = choices.map(({ band }) => band);
  if (bands.every((band) => band === undefined)) return undefined;
  let end: number | undefined = 0;
  for (const band of bands) {
    const isEmpty = band?.to !== undefined && band.to <= band.from;
    if (band === undefined || band.from !== end || isEmpty) {
      return `The bands of \`${id}\` leave a gap or overlap`;
    }
    end = band.to;
  }
  return end === undefined ? undefined : `The last band of \`${id}\` ends at ${end}`;
}

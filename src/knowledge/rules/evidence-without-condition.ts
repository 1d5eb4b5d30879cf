import type { Place } from '../../model/condition.ts';
import type { Rule } from '../rule.ts';

export const evidenceWithoutCondition: Rule = {
  id: 'evidence-without-condition',
  severity: 'warning',
  check: ({ documents, patterns }, report) => {
    const malformed = documents.flatMap(({ remains }) => remains.malformedConditions);
    const reported = new Set(malformed.map(({ place }) => lineOf(place)));
    for (const { text, condition, place } of patterns.flatMap(({ evidence }) => evidence)) {
      if (condition !== undefined || reported.has(lineOf(place))) continue;
      const hint =
        'end it with a condition: `question: choice`; until then, it is shown but does not count';
      report({ message: `No condition says when this applies: "${text}"`, hint, place });
    }
  },
};

function lineOf({ file, line }: Place): string {
  return `${file}:${line}`;
}

import type { Place } from '../../model/condition.ts';
import type { Rule } from '../rule.ts';

export const evidenceWithoutCondition: Rule = {
  id: 'evidence-without-condition',
  severity: 'warning',
  check: ({ documents, patterns }, report) => {
    const malformed = documents.flatMap(({ remains }) => remains.malformedConditions);
    const isReported = ({ file, line }: Place) =>
      malformed.some(({ place }) => place.file === file && place.line === line);
    for (const { text, condition, place } of patterns.flatMap(({ evidence }) => evidence)) {
      if (condition !== undefined || isReported(place)) continue;
      const hint =
        'end it with a condition: `question: choice`; until then it is shown and does not count';
      report({ message: `No condition says when this holds: "${text}"`, hint, place });
    }
  },
};

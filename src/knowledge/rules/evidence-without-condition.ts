import type { Rule } from '../rule.ts';

export const evidenceWithoutCondition: Rule = {
  id: 'evidence-without-condition',
  severity: 'warning',
  check: ({ patterns }, report) => {
    for (const { text, condition, place } of patterns.flatMap(({ evidence }) => evidence)) {
      if (condition !== undefined) continue;
      const hint =
        'end it with a condition: `question: choice`; until then it is shown and does not count';
      report({ message: `No condition says when this holds: "${text}"`, hint, place });
    }
  },
};

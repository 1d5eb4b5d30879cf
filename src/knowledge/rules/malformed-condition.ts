import type { Rule } from '../rule.ts';

export const malformedCondition: Rule = {
  id: 'malformed-condition',
  severity: 'error',
  check: ({ documents }, report) => {
    for (const { name, place } of documents.flatMap(({ remains }) => remains.malformedConditions)) {
      const hint = 'a condition is `question: choice | choice & question: choice`';
      report({ message: `Malformed condition: ${name}`, hint, place });
    }
  },
};

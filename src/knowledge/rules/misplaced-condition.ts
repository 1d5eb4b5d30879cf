import type { Rule } from '../rule.ts';

export const misplacedCondition: Rule = {
  id: 'misplaced-condition',
  severity: 'warning',
  check: ({ documents }, report) => {
    for (const { name, place } of documents.flatMap(({ remains }) => remains.misplacedConditions)) {
      const hint = 'move the line to `Use when`, `Avoid when` or `Ruled out when`';
      report({ message: `The condition \`${name}\` has no effect here`, hint, place });
    }
  },
};

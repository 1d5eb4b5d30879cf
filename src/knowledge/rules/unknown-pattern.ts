import { didYouMean } from '../../common/closest.ts';
import type { Rule } from '../rule.ts';

export const unknownPattern: Rule = {
  id: 'unknown-pattern',
  severity: 'error',
  check: ({ complete, decisions, patterns }, report) => {
    const described = new Set(patterns.map(({ id }) => id));
    const named = [...decisions.values()].flatMap(({ alternatives }) => alternatives);
    for (const { id, place } of complete ? named : []) {
      if (described.has(id)) continue;
      const hint = didYouMean(id, described, 'describe it under a heading with that name');
      report({ message: `No document describes the alternative \`${id}\``, hint, place });
    }
  },
};

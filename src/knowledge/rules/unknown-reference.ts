import { didYouMean } from '../../common/closest.ts';
import type { Rule } from '../rule.ts';

export const unknownReference: Rule = {
  id: 'unknown-reference',
  severity: 'error',
  check: ({ decisions, patterns }, report) => {
    const known = new Set([...decisions.keys(), ...patterns.map(({ id }) => id)]);
    for (const { target, place } of patterns.flatMap(({ bringsUp }) => bringsUp)) {
      if (target === undefined || known.has(target)) continue;
      const hint = didYouMean(target, known, 'name a decision or a pattern by its id');
      report({ message: `\`${target}\` is neither a decision nor a pattern`, hint, place });
    }
  },
};

import { didYouMean } from '../../common/closest.ts';
import type { Rule } from '../rule.ts';

/** What a product stands for is a pattern that some document describes. */
export const unknownProductPattern: Rule = {
  id: 'unknown-product-pattern',
  severity: 'error',
  check: ({ complete, layers, patterns }, report) => {
    const described = new Set(patterns.map(({ id }) => id));
    for (const { name, standsFor, place } of complete
      ? layers.flatMap((each) => each.products)
      : []) {
      for (const id of standsFor.filter((each) => !described.has(each))) {
        const hint = didYouMean(id, described, '`arch-advisor list patterns` lists them all');
        report({
          message: `${name} refers to \`${id}\`, which no document describes`,
          hint,
          place,
        });
      }
    }
  },
};

import type { Rule } from '../rule.ts';

export const emptyPattern: Rule = {
  id: 'empty-pattern',
  severity: 'warning',
  check: ({ patterns }, report) => {
    for (const { name, claims, evidence, variants, types, place } of patterns) {
      if (claims.length + evidence.length + variants.length + types.length > 0) continue;
      report({
        message: `\`${name}\` lists no arguments for or against it`,
        hint: 'add `Advantages`, `Disadvantages` or `Use when`',
        place,
      });
    }
  },
};

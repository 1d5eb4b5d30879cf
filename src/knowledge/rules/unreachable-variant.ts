import type { Pattern } from '../../model/pattern.ts';
import type { Rule } from '../rule.ts';

export const unreachableVariant: Rule = {
  id: 'unreachable-variant',
  severity: 'warning',
  check: ({ patterns, decisions }, report) => {
    const named = new Set(
      [...decisions.values()].flatMap(({ alternatives }) => alternatives.map(({ id }) => id)),
    );
    for (const { variants } of patterns) {
      const unnamed = variants.filter(({ id }: Pattern) => !named.has(id));
      if (unnamed.length !== 1) continue;
      for (const { name, place } of unnamed) {
        report({
          message: `No decision weighs \`${name}\``,
          hint: 'name it in decisions.yaml, or put an alternative beside it',
          place,
        });
      }
    }
  },
};

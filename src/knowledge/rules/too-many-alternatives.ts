import { MOST_ALTERNATIVES } from '../../common/limits.ts';
import type { Place } from '../../model/condition.ts';
import type { Rule } from '../rule.ts';

export const tooManyAlternatives: Rule = {
  id: 'too-many-alternatives',
  severity: 'error',
  check: ({ decisions, patterns }, report) => {
    const check = (id: string, number: number, place: Place) => {
      if (number <= MOST_ALTERNATIVES) return;
      report({
        message: `\`${id}\` has ${number} alternatives, but only the first ${MOST_ALTERNATIVES} are weighed`,
        hint: 'split it into several decisions',
        place,
      });
    };
    for (const { id, alternatives, place } of decisions.values()) {
      check(id, alternatives.length, place);
    }
    for (const { id, variants, place } of patterns) check(id, variants.length, place);
  },
};

import { nearQuality } from '../patterns/effects.ts';
import type { Rule } from '../rule.ts';

export const claimWithoutQuality: Rule = {
  id: 'claim-without-quality',
  severity: 'warning',
  check: (input, report) => {
    for (const claim of input.patterns.flatMap(({ claims }) => claims)) {
      const { text, label, effects, unclear, place } = claim;
      if (effects.length > 0 || unclear || nearQuality(label, input) !== undefined) continue;
      report({
        message: `Claim without a quality: "${text}"`,
        hint: 'start it with a quality: `Performance: text`; until then, it is shown but does not score',
        place,
      });
    }
  },
};

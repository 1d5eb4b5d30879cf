import type { Rule } from '../rule.ts';

export const claimWithoutQuality: Rule = {
  id: 'claim-without-quality',
  severity: 'warning',
  check: ({ patterns }, report) => {
    const claims = patterns.flatMap((pattern) => pattern.claims);
    for (const { text, place } of claims.filter(({ effects }) => effects.length === 0)) {
      report({
        message: `Claim names no quality: "${text}"`,
        hint: 'start it with a quality: `Performance: …`; until then it is shown and does not score',
        place,
      });
    }
  },
};

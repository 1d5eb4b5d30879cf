import type { Rule } from '../rule.ts';

export const mixedClaim: Rule = {
  id: 'mixed-claim',
  severity: 'warning',
  check: ({ patterns }, report) => {
    for (const { effects, sign, place } of patterns.flatMap(({ claims }) => claims)) {
      const against = effects.filter(({ value }) => Math.sign(value) !== sign);
      if (against.length === 0) continue;
      const names = against.map(({ quality }) => `\`${quality}\``).join(', ');
      const [stands, speaks] = sign === 1 ? ['benefits', 'against'] : ['considerations', 'for'];
      report({
        message: `Stands among the ${stands} and speaks ${speaks} ${names}`,
        hint: 'split it, and put each half where it belongs',
        place,
      });
    }
  },
};

import { ratingsOf } from '../../common/ratings.ts';
import type { Rule } from '../rule.ts';

export const ratingBeyondScale: Rule = {
  id: 'rating-beyond-scale',
  severity: 'warning',
  check: ({ patterns }, report) => {
    for (const { name, claims, place } of patterns) {
      for (const { quality, sum, rating } of ratingsOf(claims).values()) {
        if (sum === rating) continue;
        const message = `Claims of \`${name}\` on \`${quality}\` add up to ${signed(sum)}, but the scale ends at ${signed(rating)}`;
        report({
          message,
          hint: 'merge claims that say the same thing, or drop a `(strong)`',
          place,
        });
      }
    }
  },
};

function signed(value: number): string {
  return value > 0 ? `+${value}` : `−${-value}`;
}

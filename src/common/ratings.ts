import type { Citation } from '../model/advice.ts';
import type { Claim, Evidence } from '../model/pattern.ts';

/** How a pattern does on a quality: the sum of the effects of its claims, kept within −2 … +2 (docs/model.md, "Objects"). */
export interface Rating {
  readonly quality: string;
  /** Before it was kept within the scale. */
  readonly sum: number;
  readonly rating: number;
  readonly claims: readonly Claim[];
}

/** The ratings of a pattern, keyed by quality. */
export function ratingsOf(claims: readonly Claim[]): Map<string, Rating> {
  const ratings = new Map<string, Rating>();
  for (const claim of claims) {
    for (const { quality, value } of claim.effects) {
      const before = ratings.get(quality) ?? { sum: 0, claims: [] };
      const sum = before.sum + value;
      const rating = Math.max(-2, Math.min(2, sum));
      ratings.set(quality, { quality, sum, rating, claims: [...before.claims, claim] });
    }
  }
  return ratings;
}

/** A sentence with its place, as advice quotes it. */
export function citationOf(said: Claim | Evidence): Citation {
  const { text, place, contested } = said;
  const label = 'isLabelTelling' in said && said.isLabelTelling ? said.label : undefined;
  return {
    text,
    file: place.file,
    line: place.line,
    ...(label !== undefined && { label }),
    ...(contested && { contested: true }),
  };
}

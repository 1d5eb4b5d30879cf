import type { KnowledgeBase } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { ComparedQuality, Comparison } from '../model/reading.ts';
import { largest, smallest } from './lists.ts';
import { citationOf, ratingsOf } from './ratings.ts';

/** Puts patterns side by side, on every quality that one of them speaks about. */
export function compare({ qualities }: KnowledgeBase, patterns: readonly Pattern[]): Comparison {
  const ratings = patterns.map(({ claims }) => ratingsOf(claims));
  const rows = [...qualities.keys()]
    .filter((quality) => ratings.some((each) => each.has(quality)))
    .map(
      (quality): ComparedQuality => ({
        quality,
        sides: ratings.map((each) => ({
          rating: each.get(quality)?.rating ?? 0,
          claims: (each.get(quality)?.claims ?? []).map(citationOf),
        })),
      }),
    );
  return { patterns, qualities: rows.sort((a, b) => spreadOf(b) - spreadOf(a)) };
}

function spreadOf({ sides }: ComparedQuality): number {
  const ratings = sides.map(({ rating }) => rating);
  return largest(ratings) - smallest(ratings);
}

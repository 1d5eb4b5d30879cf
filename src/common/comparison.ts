import type { Decision } from '../model/decision.ts';
import type { Combination, KnowledgeBase } from '../model/knowledge.ts';
import type { Pattern } from '../model/pattern.ts';
import type { ComparedQuality, Comparison } from '../model/reading.ts';
import { largest, smallest } from './lists.ts';
import { citationOf, ratingsOf } from './ratings.ts';

/** Puts patterns side by side, on every quality that one of them speaks about. */
export function compare(knowledge: KnowledgeBase, patterns: readonly Pattern[]): Comparison {
  const { qualities } = knowledge;
  const decisions = patterns.map(({ id }) => decisionOf(id, knowledge));
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
  return {
    patterns,
    decisions,
    qualities: rows.sort((a, b) => spreadOf(b) - spreadOf(a)),
    combinations: combinationsOf(knowledge, patterns),
  };
}

/** The decision in which a pattern is an alternative. */
export function decisionOf(
  pattern: string,
  { decisions }: Pick<KnowledgeBase, 'decisions'>,
): Decision | undefined {
  return [...decisions.values()].find(({ alternatives }) =>
    alternatives.some(({ id }) => id === pattern),
  );
}

/** The combinations that name two of some patterns, of different decisions. */
function combinationsOf(
  { combinations }: KnowledgeBase,
  patterns: readonly Pattern[],
): readonly Combination[] {
  return combinations.filter(({ when, requires }) => {
    const terms = [...when.terms, ...(requires?.terms ?? [])];
    const naming = terms.filter(({ choices }) => patterns.some(({ id }) => choices.includes(id)));
    return new Set(naming.map(({ subject }) => subject)).size > 1;
  });
}

function spreadOf({ sides }: ComparedQuality): number {
  const ratings = sides.map(({ rating }) => rating);
  return largest(ratings) - smallest(ratings);
}

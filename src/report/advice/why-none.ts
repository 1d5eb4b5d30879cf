import type { DecisionAdvice } from '../../model/advice.ts';

/** Where no technique is picked nothing speaks for or against it, but each was not worth its price. */
export function whyNone({ ranking, recommended, pinned }: DecisionAdvice): string[] {
  const pick = ranking.find(({ alternative }) => recommended.includes(alternative));
  if (pinned || pick?.picked === undefined || pick.contributions.length > 0) return [];
  const others = ranking
    .filter(({ picked }) => !picked)
    .map(({ name, score }) => `${name} ${score}`);
  return [`nothing more is worth its cost here (points: ${others.join(', ')})`];
}

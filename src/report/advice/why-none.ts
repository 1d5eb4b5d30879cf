import type { DecisionAdvice } from '../../model/advice.ts';

/** If no technique is picked, there are no reasons for or against it; each was simply not worth its cost. */
export function whyNone({ ranking, recommended, pinned }: DecisionAdvice): string[] {
  const pick = ranking.find(({ alternative }) => recommended.includes(alternative));
  if (pinned || pick?.picked === undefined || pick.contributions.length > 0) return [];
  const others = ranking
    .filter(({ picked }) => !picked)
    .map(({ name, score }) => `${name} ${score}`);
  return [`nothing more is worth its cost here (points: ${others.join(', ')})`];
}

import type { Contribution, DecisionAdvice, RankedAlternative } from '../../src/model/advice.ts';
import { reasonWords } from '../../src/report/words/names.ts';

/** A line for each alternative: its score, and what it comes from. */
export function rankingLines({ ranking }: DecisionAdvice): string[] {
  return ranking.map(
    (ranked) => `    ${headOf(ranked)}: ${ranked.contributions.map(contributionText).join('; ')}`,
  );
}

function headOf({ alternative, score, excludedBy }: RankedAlternative): string {
  const isOut = excludedBy.some(({ state }) => state === 'certain');
  return `${alternative} ${score}${isOut ? ' (ruled out)' : ''}`;
}

function contributionText(contribution: Contribution): string {
  const sign = contribution.points >= 0 ? '+' : '';
  const what = contribution.kind === 'quality' ? contribution.quality : contribution.kind;
  return `${sign}${contribution.points} ${what} (${reasonWords(contribution.because)})`;
}

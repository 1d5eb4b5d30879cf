import type { Contribution, DecisionAdvice, RankedAlternative } from '../../src/model/advice.ts';
import { reasonWords } from '../../src/report/words/names.ts';

/** A line for each alternative: its score, and what it comes from. */
export function rankingLines({ ranking }: DecisionAdvice): string[] {
  return ranking.map(
    (ranked) => `    ${headOf(ranked)}: ${ranked.contributions.map(contributionText).join('; ')}`,
  );
}

/** A line for each alternative, for each contribution, and for what rules it out, with the lines of the documents. */
export function citedRankingLines(ranking: readonly RankedAlternative[]): string[] {
  return ranking.flatMap((ranked) => [
    `    ${headOf(ranked)}${verdictOf(ranked)}`,
    ...ranked.contributions.map(
      (each) => `      ${contributionText(each)}${placesText(each.claims)}`,
    ),
    ...ranked.excludedBy.flatMap((each) =>
      each.state === 'certain' ? [`      ruled out: ${each.because}${placesText([each])}`] : [],
    ),
  ]);
}

/** Of a technique: whether it is picked, and why not where its score alone would not say so. */
function verdictOf(ranked: RankedAlternative): string {
  if (ranked.picked === undefined) return '';
  if (ranked.picked) return ', picked';
  if (ranked.unreasoned) return ', not picked: no condition to use it can hold';
  const isUnproved = ranked.score > 0 && !isRuledOut(ranked);
  return `, not picked${isUnproved ? ': no condition to use it holds yet' : ''}`;
}

function headOf(ranked: RankedAlternative): string {
  return `${ranked.alternative} ${ranked.score}${isRuledOut(ranked) ? ' (ruled out)' : ''}`;
}

function isRuledOut({ excludedBy }: RankedAlternative): boolean {
  return excludedBy.some(({ state }) => state === 'certain');
}

function contributionText(contribution: Contribution): string {
  const sign = contribution.points >= 0 ? '+' : '';
  const what = contribution.kind === 'quality' ? contribution.quality : contribution.kind;
  return `${sign}${contribution.points} ${what} (${reasonWords(contribution.because)})`;
}

/** `[knowledge/patterns/caching.md:12]` */
export function placesText(
  places: readonly { readonly file: string; readonly line: number }[],
): string {
  const told = [...new Set(places.map(({ file, line }) => `${file}:${line}`))];
  return told.length === 0 ? '' : ` [${told.join(', ')}]`;
}

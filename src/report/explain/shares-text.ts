import type { DecisionExplanation } from '../../model/explanation.ts';
import type { OutcomeShare } from '../../model/verdict.ts';
import { GLUE } from '../layout/style.ts';
import { listed, type Names } from '../words/names.ts';
import { percent } from '../words/numbers.ts';
import { wholePercents } from './whole-percents.ts';

/**
 * In which part of the ways to answer the open questions each alternative wins, with what is level as a part of its own, so
 * that the parts add up to 100%; of several picks each by itself. Nothing if the decision is not open.
 */
export function sharesText(
  { shares, applies }: Pick<DecisionExplanation, 'shares' | 'applies'>,
  names: Names,
): string[] {
  if (shares === undefined) return [];
  const parts = shares.outcomes
    ? partsOf(shares.outcomes, names)
    : shares.shares
        .toSorted((a, b) => b.share - a.share)
        .map(({ alternative, share }) => `${names.alternative(alternative)} ${percent(share)}`);
  const ways = shares.sampled ? '1,000 random ways' : 'all ways';
  const apart = shares.outcomes ? '' : ', each counted separately';
  const condition = applies === 'undecided' ? ', if the decision applies' : '';
  return [
    `${parts.join(', ')} of ${ways} to answer the open questions${apart}${condition} (not a probability)`,
  ];
}

/** Thousandths: ties that are rarer all together are not named. */
const RARE = 10;

/** Ties stand last: the most frequent one by its names, and the others as one. */
function partsOf(outcomes: readonly OutcomeShare[], names: Names): string[] {
  const single = outcomes.filter(({ winners }) => winners.length === 1);
  const none = outcomes.filter(({ winners }) => winners.length === 0);
  const parts = [
    ...single.map(({ winners, share }) => ({ label: names.alternatives(winners), share })),
    ...tiesIn(outcomes, names),
    { label: 'nothing fits', share: sumOf(none) },
  ].filter(({ share }) => share > 0);
  const percents = wholePercents(parts.map(({ share }) => share));
  return parts.map(({ label }, index) => {
    return `${label}${GLUE}${percentText(percents[index] ?? 0, parts.length === 1)}`;
  });
}

function tiesIn(outcomes: readonly OutcomeShare[], names: Names) {
  const ties = outcomes.filter(({ winners }) => winners.length > 1);
  const [first, ...others] = ties;
  if (first === undefined || sumOf(ties) < RARE) return [{ label: 'a tie', share: sumOf(ties) }];
  const label = `${listed(first.winners.map(names.alternative), 'and')} level`;
  return [
    { label, share: first.share },
    { label: 'another tie', share: sumOf(others) },
  ];
}

function sumOf(outcomes: readonly OutcomeShare[]): number {
  return outcomes.reduce((sum, { share }) => sum + share, 0);
}

/** Not nothing and not all where it is neither. */
function percentText(whole: number, isAll: boolean): string {
  if (whole === 0) return `under${GLUE}1%`;
  if (whole === 100 && !isAll) return `over${GLUE}99%`;
  return `${whole}%`;
}

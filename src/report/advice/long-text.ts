import type { Advice, DecisionAdvice } from '../../model/advice.ts';
import { foldersLines } from '../layout/references.ts';
import type { AdviceView } from './advice-view.ts';
import { contradictionLines, notCoveredLines } from './answers-text.ts';
import { conflictLines } from './conflicts-text.ts';
import { decisionText } from './decision-text.ts';
import { impliedLines } from './implied-text.ts';
import { jointLines } from './joint-text.ts';
import { nextLines, worthAnswering } from './next-lines.ts';
import { picksTable, shownIn } from './picks-table.ts';
import { headingLines } from './summary-text.ts';

/** The table of picks, followed by each decision with every reason and its place. */
export function longText(advice: Advice, view: AdviceView): string {
  const shown = shownIn(advice, view);
  const isNamed = view.isSelection && view.detail === 'usual';
  return [
    ...headingLines(advice, view),
    ...contradictionLines(advice, view),
    '',
    ...picksTable(shown, view),
    ...jointLines({ decisions: shown }, view),
    ...conflictLines(advice, view),
    ...notCoveredLines(advice, view),
    ...impliedLines(advice, view),
    ...shown.flatMap((decision) => ['', ...decisionText(decision, view)]),
    ...foldersLines(filesIn(shown), view.style),
    ...(isNamed ? [...worthAnswering(view), ...nextLines(shown, view)] : []),
    '',
  ].join('\n');
}

function filesIn(explained: readonly DecisionAdvice[]): string[] {
  return explained.flatMap(({ ranking, givesUp }) => [
    ...ranking.flatMap(({ contributions, excludedBy }) => [
      ...contributions.flatMap(({ claims }) => claims.map(({ file }) => file)),
      ...excludedBy.map(({ file }) => file),
    ]),
    ...givesUp.map(({ file }) => file),
  ]);
}

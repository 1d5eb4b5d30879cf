import type { Advice, Contribution } from '../../src/model/advice.ts';
import { reasonWords } from '../../src/report/words/names.ts';
import { decisionBehind } from './points.ts';
import { scoreOf } from './score.ts';
import type { Judged } from './table.ts';

/** A label that the program did not meet: its reasons beside the published ones. */
export function missText({ of, label, isMain, picks }: Judged, advice: Advice): string {
  const own = decisionBehind(label, advice);
  const score = scoreOf(picks.first, label);
  const ranking = own.ranking.map(
    ({ alternative, score: points, excludedBy, contributions }) =>
      `    ${alternative} ${points}${excludedBy.some(({ state }) => state === 'certain') ? ' (ruled out)' : ''}: ${contributions.map(told).join('; ')}`,
  );
  return [
    `${of.id} ${of.name}: ${label.point}, ${label.confidence}${isMain ? '' : ', further'}${score > 0 ? `, F1 ${score.toFixed(2)}` : ''}`,
    `  chosen ${label.chosen.join(', ')}${label.rejected.length > 0 ? ` over ${label.rejected.join(', ')}` : ''}: ${label.rationale}`,
    ...(of.notes === undefined ? [] : [`  notes: ${of.notes}`]),
    `  picked ${picks.first.join(', ') || '-'} (${own.status}); with the second reader's answers ${picks.second.join(', ') || '-'}`,
    ...ranking,
  ].join('\n');
}

function told(contribution: Contribution): string {
  const sign = contribution.points >= 0 ? '+' : '';
  const what = contribution.kind === 'quality' ? contribution.quality : contribution.kind;
  return `${sign}${contribution.points} ${what} (${reasonWords(contribution.because)})`;
}

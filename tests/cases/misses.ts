import type { Advice, DecisionAdvice } from '../../src/model/advice.ts';
import { decisionBehind } from '../support/picked.ts';
import { rankingLines } from '../support/ranking-text.ts';
import { pointOf } from './points.ts';
import { scoreOf } from './score.ts';
import type { Judged } from './table.ts';

/** A label that the program did not meet: its reasons beside the published ones. */
export function missText(
  { of, label, isMain, picks }: Judged,
  advice: Advice,
  rankingOf: (decision: DecisionAdvice) => string[] = rankingLines,
): string {
  const own = decisionBehind(pointOf(label.point).decision, label.chosen, advice);
  const score = scoreOf(picks.first, label);
  return [
    `${of.id} ${of.name}: ${label.point}, ${label.confidence}${isMain ? '' : ', further'}${score > 0 ? `, F1 ${score.toFixed(2)}` : ''}`,
    `  chosen ${label.chosen.join(', ')}${label.rejected.length > 0 ? ` over ${label.rejected.join(', ')}` : ''}: ${label.rationale}`,
    ...(of.notes === undefined ? [] : [`  notes: ${of.notes}`]),
    `  picked ${picks.first.join(', ') || '-'} (${own.status}); with the second reader's answers ${picks.second.join(', ') || '-'}`,
    ...rankingOf(own),
  ].join('\n');
}

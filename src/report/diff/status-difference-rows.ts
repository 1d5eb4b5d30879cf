import type { DecisionDifference, Difference, ReasonChange } from '../../model/difference.ts';
import { count } from '../count.ts';
import { type Cell, rows } from '../layout.ts';
import { namesIn } from '../names.ts';
import { typedChange } from './changed-answer-rows.ts';
import type { DifferenceView } from './difference-view.ts';
import { picksOf, statusChange } from './side-of-pick.ts';

/** The picks that are the same and only more or less certain: a line each. */
export function statusDifferenceRows(
  decisions: readonly DecisionDifference[],
  difference: Difference,
  view: DifferenceView,
): string[] {
  if (decisions.length === 0) return [];
  const { style } = view;
  const cells = decisions.map((each): Cell[] => [
    { text: '', width: 2 },
    { text: each.title, width: Math.min(24, Math.floor(style.width / 3)) },
    { text: picksOf(each.after, 'after', view), width: Math.floor(style.width * 0.25) },
    { text: `${statusChange(each, view)}${style.palette.faint(shortly(each, difference, view))}` },
  ]);
  return [style.palette.strong('Only the status differs'), ...rows(cells, style.width)];
}

const MOST_SETS = 2;
const MOST_PLACES = 3;

/** What moved a status, in a few words. */
function shortly(
  { movedBy: { answers = [], reasons = [], decisions = [] } }: DecisionDifference,
  difference: Difference,
  { after }: DifferenceView,
): string {
  const sets = answers
    .slice(0, MOST_SETS)
    .map((set) => set.map((id) => typedChange(id, difference)).join(' with '));
  const hidden = answers.length - sets.length;
  const more = hidden > 0 ? [`${hidden} more`] : [];
  const causes = [
    ...(sets.length > 0 ? [[...sets, ...more].join(' or ')] : []),
    ...decisions.map(namesIn(after).decision),
    ...placesOf(reasons),
  ];
  return causes.length === 0 ? '' : `: ${causes.join('; ')}`;
}

/** Where the first changed lines stand, and how many more there are. */
function placesOf(reasons: readonly ReasonChange[]): string[] {
  const places = reasons
    .flatMap(({ lines }) => lines)
    .flatMap(({ before, after }) => after ?? before ?? [])
    .map(({ file, line }) => `${file}:${line}`);
  const found = [...new Set(places)];
  const hidden = found.length - MOST_PLACES;
  return [
    ...found.slice(0, MOST_PLACES),
    ...(hidden > 0 ? [`${count(hidden, 'changed line')} more`] : []),
  ];
}

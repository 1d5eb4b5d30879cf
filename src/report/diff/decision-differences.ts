import type { DecisionDifference, Difference, ReasonChange } from '../../model/difference.ts';
import { type Cell, labelled, rows } from '../layout/layout.ts';
import { namesIn } from '../words/names.ts';
import { count } from '../words/numbers.ts';
import { changeTitle } from './changed-answer-rows.ts';
import { changedReasonLines } from './changed-reason-lines.ts';
import { type DifferenceView, picksOf, statusChange, statusWords } from './sides.ts';

const STATUS = 26;

/** A changed pick, and what changed it. */
export function movedPickLines(
  decision: DecisionDifference,
  difference: Difference,
  view: DifferenceView,
): string[] {
  const { style } = view;
  const { movedBy } = decision;
  const { answers = [], answersBounded, decisions = [], together = [], reasons = [] } = movedBy;
  const sets = answers.map((set) => set.map((id) => changeTitle(id, difference, view)));
  return [
    ...rows([headOf(decision, view)], style.width),
    ...techniqueLines(decision, view),
    ...labelled('Because of', setTexts(sets, answersBounded === true), style),
    ...labelled('Answers', soFar(decision, view), style),
    ...labelled('Depends on', decisions.map(namesIn(view.after).decision), style),
    ...labelled('To fit', together.map(namesIn(view.after).decision), style),
    ...changedReasonLines(reasons, view),
  ];
}

function headOf(decision: DecisionDifference, view: DifferenceView): Cell[] {
  const { title, before, after } = decision;
  const { style } = view;
  const picks = `: ${picksOf(before, 'before', view)} ${style.glyphs.arrow} ${picksOf(after, 'after', view)}`;
  const text = style.palette.strong(`${title}${isOfSeveral(decision, view) ? '' : picks}`);
  return [{ text, width: style.width - STATUS }, { text: statusChange(decision, view) }];
}

function isOfSeveral({ id, before, after }: DecisionDifference, view: DifferenceView): boolean {
  const isPicked = before.recommended.length > 0 && after.recommended.length > 0;
  return isPicked && [view.before, view.after].every((each) => each.decisions.get(id)?.several);
}

/** If several are picked, only those added or dropped. */
function techniqueLines(decision: DecisionDifference, view: DifferenceView): string[] {
  if (!isOfSeveral(decision, view)) return [];
  const [was, is] = [decision.before.recommended, decision.after.recommended];
  const gone = was.filter((id) => !is.includes(id));
  const come = is.filter((id) => !was.includes(id));
  const { before, after, style } = view;
  return [
    ...labelled('No longer', gone.length > 0 ? [namesIn(before).alternatives(gone)] : [], style),
    ...labelled('Now', come.length > 0 ? [namesIn(after).alternatives(come)] : [], style),
  ];
}

/** The pick from the changed answers alone, before the changed documents. */
function soFar({ between }: DecisionDifference, view: DifferenceView): string[] {
  if (between === undefined) return [];
  const pick = picksOf(between, 'before', view);
  return [`${pick}, ${statusWords(between, view.style)}; the rest comes from the documents`];
}

const MOST_SETS = 4;

/** One line per set; each is enough on its own. */
export function setTexts(sets: readonly (readonly string[])[], isBounded: boolean): string[] {
  const shown = sets.slice(0, MOST_SETS).map((set, index) => {
    const text = set.length > 1 ? set.join(' with ') : `${set.join()} alone`;
    return index === 0 ? text : `or ${text}`;
  });
  const hidden = sets.length - shown.length;
  const more = `or another set (${shown.length} of ${sets.length} shown; --json lists all)`;
  return [
    ...shown,
    ...(hidden > 0 ? [more] : []),
    ...(isBounded
      ? ['Too many answers changed to try every set: a smaller one may be enough']
      : []),
  ];
}

/** Whether answers alone made a decision begin or cease to apply; the cause is then the pick of another decision, or obvious. */
export function onlyApplies({ before, after, movedBy }: DecisionDifference): boolean {
  const sides = [before, after].filter(({ status }) => status === 'not-applicable');
  return sides.length === 1 && movedBy.reasons === undefined;
}

/** The decisions that begin or cease to apply: a line each. */
export function applicabilityRows(
  decisions: readonly DecisionDifference[],
  view: DifferenceView,
): string[] {
  if (decisions.length === 0) return [];
  const { style } = view;
  const cells = decisions.map(({ title, before, after }): Cell[] => [
    { text: '', width: 2 },
    { text: title, width: Math.min(28, Math.floor(style.width / 3)) },
    {
      text: `${picksOf(before, 'before', view)} ${style.glyphs.arrow} ${picksOf(after, 'after', view)}`,
    },
  ]);
  return [
    style.palette.strong('Newly applicable, or no longer applicable'),
    ...rows(cells, style.width),
  ];
}

/** The picks that are unchanged and only more or less certain: one line each. */
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

const FEW_SETS = 2;
const MOST_PLACES = 3;

/** What changed a status, in a few words. */
function shortly(
  { movedBy: { answers = [], reasons = [], decisions = [] } }: DecisionDifference,
  difference: Difference,
  view: DifferenceView,
): string {
  const sets = answers
    .slice(0, FEW_SETS)
    .map((set) => set.map((id) => changeTitle(id, difference, view)).join(' with '));
  const hidden = answers.length - sets.length;
  const more = hidden > 0 ? [`${hidden} more`] : [];
  const causes = [
    ...(sets.length > 0 ? [[...sets, ...more].join(' or ')] : []),
    ...decisions.map(namesIn(view.after).decision),
    ...placesOf(reasons),
  ];
  return causes.length === 0 ? '' : `: ${causes.join('; ')}`;
}

/** The places of the first changed lines, and how many more there are. */
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

import type { DecisionDifference, Difference } from '../../model/difference.ts';
import { labelled } from '../labelled.ts';
import { type Cell, rows } from '../layout.ts';
import { namesIn } from '../names.ts';
import { typedChange } from './changed-answer-rows.ts';
import { changedReasonLines } from './changed-reason-lines.ts';
import type { DifferenceView } from './difference-view.ts';
import { picksOf, statusChange, statusWords } from './side-of-pick.ts';

const STATUS = 26;

/** A pick that is another one than before, and what moved it. */
export function movedPickLines(
  decision: DecisionDifference,
  difference: Difference,
  view: DifferenceView,
): string[] {
  const { style } = view;
  const { movedBy } = decision;
  const { answers = [], answersBounded, decisions = [], reasons = [] } = movedBy;
  const sets = answers.map((set) => set.map((id) => typedChange(id, difference)));
  return [
    ...rows([headOf(decision, view)], style.width),
    ...techniqueLines(decision, view),
    ...labelled('Moved by', setTexts(sets, answersBounded === true), style),
    ...labelled('So far', soFar(decision, view), style),
    ...labelled('Depends on', decisions.map(namesIn(view.after).decision), style),
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

/** Of several picks only those that came or went. */
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

/** Where the answers alone had led, before the documents did the rest. */
function soFar({ between }: DecisionDifference, view: DifferenceView): string[] {
  if (between === undefined) return [];
  const pick = picksOf(between, 'before', view);
  return [`${pick}, ${statusWords(between, view.style)}; the documents did the rest`];
}

const MOST_SETS = 4;

/** One line per set; each would do on its own. */
function setTexts(sets: readonly (readonly string[])[], isBounded: boolean): string[] {
  const shown = sets.slice(0, MOST_SETS).map((set, index) => {
    const text = set.length > 1 ? set.join(' with ') : `${set.join()} alone`;
    return index === 0 ? text : `or ${text}`;
  });
  const hidden = sets.length - shown.length;
  const more = `or in another way (${shown.length} of ${sets.length} shown, --json has all)`;
  return [
    ...shown,
    ...(hidden > 0 ? [more] : []),
    ...(isBounded ? ['Too many answers changed to try all sets: a smaller one may do'] : []),
  ];
}
